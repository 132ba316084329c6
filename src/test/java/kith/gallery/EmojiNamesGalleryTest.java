package kith.gallery;

import static kith.gallery.ConversationPictures.SHEETS;
import static kith.gallery.ConversationPictures.person;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.base.Live;
import kith.model.Author;
import kith.model.Availability;
import kith.model.Chat;
import kith.model.ChosenFile;
import kith.model.Contact;
import kith.model.Delivery;
import kith.model.Hat;
import kith.model.LocalFile;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Presence;
import kith.model.PresenceSubscription;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.Room;
import kith.model.RoomState;
import kith.model.UploadSupport;
import kith.ui.chat.IdleCommands;
import kith.ui.composer.ComposerView;
import kith.ui.composer.ComposerViewModel;
import kith.ui.composer.FileCommands;
import kith.ui.fx.Boxes;
import kith.ui.fx.FxThread;
import kith.ui.invite.InviteView;
import kith.ui.invite.InviteViewModel;
import kith.ui.text.Texts;
import kith.ui.timeline.Talk;
import kith.ui.widget.Avatar;
import kith.ui.widget.NameItem;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Names with an emoji, in every place that has words of other people: a picture each, no box.
class EmojiNamesGalleryTest {

    private static final String PRIYA = "Priya 🌻";
    private static final String TOM = "Tom 🚲";

    @Test
    void inARoom() {
        check("emoji-names-room", 896, 760, EmojiNamesGalleryTest::room);
    }

    @Test
    void ofAnUnknownCommand() {
        check(
                "emoji-names-complaint",
                560,
                420,
                () ->
                        person(
                                true,
                                new Talk("layla@hearth.example").theirs("09:04", "Hello"),
                                model -> {
                                    model.composer().draftProperty().set("/dance🎉 with me");
                                    model.composer().send();
                                }));
    }

    @Test
    void ofFilesAboveTheComposer() {
        var film = new LocalFile(Path.of("f"), "Fest 🎉 film.mov", 900, Instant.EPOCH, "video/mp4");
        var large =
                new LocalFile(Path.of("g"), "Drum 🥁 solo.mov", 9_000, Instant.EPOCH, "video/mp4");
        var folder = new ChosenFile.Unusable("Holidays 🏖️", ChosenFile.Reason.FOLDER);
        check(
                "emoji-names-files",
                560,
                330,
                () ->
                        composer(
                                new ChosenFile.Usable(film, false),
                                new ChosenFile.Usable(large, false),
                                folder));
    }

    @Test
    void whereFilesAreDropped() {
        check(
                "emoji-names-drop",
                560,
                420,
                () -> {
                    var talk = new Talk("layla@hearth.example").theirs("09:04", "Hello");
                    var page = person(true, "Layla 🌙 Haddad", "", talk);
                    var zone = page.lookup(".drop-zone");
                    zone.setVisible(true);
                    zone.toFront();
                    return page;
                });
    }

    @Test
    void ofPeopleToInvite() {
        check("emoji-names-invite", 760, 620, EmojiNamesGalleryTest::invite);
    }

    @Test
    void ofWhatASearchIsNarrowedTo() {
        var pages = new ArrayList<Parent>();
        MainPictures.take(
                "emoji-names-search",
                1000,
                640,
                SampleWorld::full,
                window -> {
                    pages.add(window.scene().getRoot());
                    MainPictures.controlShift(window, KeyCode.F);
                    MainPictures.layOut(window);
                    var field = (TextField) MainPictures.find(window, ".search-page .search-field");
                    field.setText("from:\"" + PRIYA + "\" in:\"Harbour 🖨️\" order ");
                    field.end();
                    field.fireEvent(
                            new KeyEvent(
                                    KeyEvent.KEY_RELEASED,
                                    "",
                                    "",
                                    KeyCode.SPACE,
                                    false,
                                    false,
                                    false,
                                    false));
                });
        assertThat(pages).isNotEmpty();
        for (var each : pages) {
            assertThat(FxThread.call(() -> each.lookupAll(".chip").size())).isGreaterThan(4);
            assertThat(FxThread.call(() -> Boxes.in(each))).isEmpty();
        }
    }

    @Test
    void inAMenu() {
        Snapshots.takeMenu("emoji-names-menu", EmojiNamesGalleryTest::menu);
        var boxes =
                FxThread.call(
                        () -> {
                            var menu = menu();
                            var owner = new Stage();
                            owner.setScene(new Scene(new StackPane(), 100, 100));
                            owner.show();
                            menu.show(owner);
                            try {
                                return Boxes.in(menu.getScene().getRoot());
                            } finally {
                                menu.hide();
                                owner.close();
                            }
                        });
        assertThat(boxes).isEmpty();
    }

    private static ContextMenu menu() {
        var picture = new Avatar(20);
        picture.showPerson(PRIYA, "priya@hearth.example");
        return new ContextMenu(
                new NameItem(PRIYA, picture),
                new NameItem("Straßenfest_2026 🎪"),
                new NameItem("شكرًا يا مارا! 200"),
                new MenuItem("Close all"));
    }

    private static void check(String name, int width, int height, Supplier<Parent> page) {
        var pages = new ArrayList<Parent>();
        Snapshots.take(
                name,
                width,
                height,
                () -> {
                    pages.add(page.get());
                    return pages.getLast();
                },
                Stream.concat(Stream.of(SHEETS), Stream.of("shell")).toArray(String[]::new));
        assertThat(pages).isNotEmpty();
        for (var each : pages) {
            assertThat(FxThread.call(() -> Boxes.in(each))).isEmpty();
        }
    }

    private static Parent room() {
        var talk =
                new Talk("print@rooms.hearth.example")
                        .from(PRIYA, "09:20", "Can you unlock the studio?")
                        .fromPrivately(PRIYA, "09:24", "Shall I tell him?")
                        .theirFile("09:25", Talk.file("Fest 🎉 plan.pdf", 2_516_582))
                        .theirFile(
                                "09:25",
                                Talk.file(
                                        "Fest 🎉 with a name as long as nobody would ever write"
                                                + " it, and one more 🥁.pdf",
                                        2_516_582))
                        .mine("09:26", "See you there", Delivery.ON_SERVER)
                        .minePrivately(
                                TOM,
                                "09:27",
                                "Are you coming, too?",
                                new Delivery.Failed(Refusal.of(Reason.NOT_FOUND)))
                        .mine("09:28", "At ten", Delivery.ON_SERVER)
                        .react(0, "👍", author(PRIYA), author(TOM))
                        .named(6);
        var name = "Harbour 🖨️";
        var readers = List.of(talk.reader(PRIYA, 6), talk.reader(TOM, 6));
        return ConversationPictures.page(
                Chat.Kind.ROOM,
                name,
                talk,
                false,
                Optional.empty(),
                Optional.of(
                        new Room(talk.chat(), name, "Mara", RoomState.JOINED, "Riso 🎉 night", 3)),
                List.of(occupant(PRIYA), occupant(TOM), occupant("Mara")),
                List.of(),
                true,
                model -> model.timeline().followReaders(Live.of(readers)));
    }

    private static Author author(String nick) {
        return new Author(
                JidCreate.fromOrThrowUnchecked("print@rooms.hearth.example/" + nick),
                Optional.empty(),
                false);
    }

    private static Occupant occupant(String nick) {
        return new Occupant(
                nick,
                Role.PARTICIPANT,
                Affiliation.NONE,
                Optional.empty(),
                new Presence(Availability.AVAILABLE, "Out 🚲 and about"),
                nick.equals("Mara"),
                Optional.empty(),
                nick.equals("Mara") ? List.of() : List.of(new Hat("urn:hats:host", "Host 🎩")));
    }

    private static Parent composer(ChosenFile... chosen) {
        var lane = new ImmediateLane();
        var model =
                new ComposerViewModel(
                        IdleCommands.composer(),
                        new FileCommands(
                                "hearth.example",
                                new Cell<>(lane, new UploadSupport.Offered(Optional.of(1_000L))),
                                new Cell<>(lane, Map.of()),
                                () -> {},
                                _ -> CompletableFuture.completedStage(List.of(chosen)),
                                FileCommands.NONE.keep(),
                                FileCommands.NONE.chosen(),
                                FileCommands.NONE.send()),
                        List.of(),
                        (delay, work) -> () -> {},
                        lane);
        model.files().add(List.of());
        return new VBox(new Region(), new ComposerView(model, Texts.of(Locale.ENGLISH)));
    }

    private static Parent invite() {
        var model =
                new InviteViewModel(
                        "Harbour 🖨️",
                        List.of(contact("Anna 🌻", "anna"), contact("Bob 🚲 Ash", "bob")),
                        (_, _) -> CompletableFuture.completedStage(Optional.empty()),
                        new ImmediateLane());
        var view = new InviteView(model, () -> {}, Texts.of(Locale.UK));
        model.typedProperty().set("anna@hearth.example");
        model.take();
        model.typedProperty().set("b");
        view.getStyleClass().addAll("overlay", "dialog");
        view.setMaxHeight(Region.USE_PREF_SIZE);
        var scrim = new StackPane(view);
        scrim.getStyleClass().add("scrim");
        return scrim;
    }

    private static Contact contact(String name, String local) {
        return new Contact(
                Talk.ACCOUNT,
                JidCreate.bareFromOrThrowUnchecked(local + "@hearth.example"),
                name,
                List.of(),
                PresenceSubscription.BOTH,
                Presence.AVAILABLE);
    }
}
