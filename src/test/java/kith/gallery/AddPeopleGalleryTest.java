package kith.gallery;

import static kith.gallery.ConversationPictures.mirrored;
import static kith.gallery.MainPictures.press;
import static kith.gallery.MainPictures.take;
import static kith.gallery.MainPictures.wide;

import javafx.geometry.NodeOrientation;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import kith.base.ImmediateLane;
import kith.model.Availability;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Contact;
import kith.model.Delivery;
import kith.model.NewRoom.Trait;
import kith.model.Presence;
import kith.model.PresenceSubscription;
import kith.model.Refusal;
import kith.model.RoomMaking;
import kith.model.RoomNotice;
import kith.session.room.MakingRoom;
import kith.ui.invite.AddPeopleCommands;
import kith.ui.invite.AddPeopleView;
import kith.ui.invite.AddPeopleViewModel;
import kith.ui.shell.OwnAccount;
import kith.ui.text.Texts;
import kith.ui.timeline.Talk;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A chat of two that becomes a group.
class AddPeopleGalleryTest {

    private static final String[] SHEETS = {"shell", "room"};
    private static final ChatKey GROUP = SampleWorld.key("k3xq7m2p@rooms.hearth.example");
    private static final RoomMaking MADE = new RoomMaking.Made(GROUP, Set.of());

    @Test
    void choosing() {
        Snapshots.take(
                "add-people",
                760,
                720,
                () -> dialog(AddPeopleGalleryTest::typed, MADE, Optional.empty()),
                SHEETS);
    }

    @Test
    void choosingNarrow() {
        Snapshots.take(
                "add-people-narrow",
                480,
                740,
                () -> dialog(AddPeopleGalleryTest::typed, MADE, Optional.empty()),
                SHEETS);
    }

    @Test
    void choosingMirrored() {
        Snapshots.take(
                "add-people-rtl",
                760,
                720,
                () -> {
                    var shown = dialog(AddPeopleGalleryTest::typed, MADE, Optional.empty());
                    shown.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
                    return shown;
                },
                SHEETS);
    }

    @Test
    void notMade() {
        var failed =
                new RoomMaking.Failed(
                        RoomMaking.Cause.NOT_ALLOWED,
                        new Refusal(
                                Refusal.Reason.FORBIDDEN,
                                "Room creation is denied by service policy"));
        Snapshots.take(
                "add-people-not-made",
                760,
                640,
                () -> dialog(AddPeopleGalleryTest::sent, failed, Optional.empty()),
                SHEETS);
    }

    @Test
    void somebodyCannotBeInvited() {
        Snapshots.take(
                "add-people-refused",
                760,
                640,
                () ->
                        dialog(
                                AddPeopleGalleryTest::sent,
                                MADE,
                                Optional.of(Refusal.of(Refusal.Reason.UNAVAILABLE))),
                SHEETS);
    }

    @Test
    void madeWithoutSome() {
        var made = new RoomMaking.Made(GROUP, Set.of(Trait.MEMBERS_ONLY, Trait.ARCHIVE));
        Snapshots.take(
                "add-people-missing",
                760,
                420,
                () -> dialog(AddPeopleGalleryTest::sent, made, Optional.empty()),
                SHEETS);
    }

    @Test
    void theChatSaysWhereItGoesOn() {
        Snapshots.take("continued", 896, 520, () -> chat(false), ConversationPictures.SHEETS);
        Snapshots.take("continued-narrow", 480, 560, () -> chat(true), ConversationPictures.SHEETS);
        Snapshots.take(
                "continued-rtl",
                896,
                520,
                () -> mirrored(chat(false)),
                ConversationPictures.SHEETS);
    }

    @Test
    void invited() {
        wide(
                "continued-invitations",
                SampleWorld::continued,
                window -> press(window, ".footer-pending"));
        take(
                "continued-invitations-narrow",
                480,
                480,
                SampleWorld::continued,
                window -> press(window, ".footer-pending"));
        wide(
                "continued-invitations-rtl",
                SampleWorld::continued,
                window -> {
                    window.scene().getRoot().setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
                    press(window, ".footer-pending");
                });
    }

    private static void typed(AddPeopleViewModel model) {
        chosen(model);
        model.typedProperty().set("a");
    }

    private static void sent(AddPeopleViewModel model) {
        chosen(model);
        model.submit();
    }

    private static void chosen(AddPeopleViewModel model) {
        model.typedProperty().set("dad@hearth.example");
        model.take();
        model.typedProperty().set("iris@hearth.example");
        model.take();
        model.reasonProperty().set("We print on Thursday");
    }

    private static Parent dialog(
            Consumer<AddPeopleViewModel> used, RoomMaking made, Optional<Refusal> refusal) {
        var world = SampleWorld.full();
        var model =
                new AddPeopleViewModel(
                        world.accounts.get().stream()
                                .map(OwnAccount::account)
                                .findFirst()
                                .orElseThrow(),
                        JidCreate.bareFromOrThrowUnchecked("layla@cedar.example"),
                        world.contacts.get(),
                        new AddPeopleCommands(
                                _ ->
                                        new MakingRoom(
                                                CompletableFuture.completedStage(made), () -> {}),
                                _ -> {},
                                (_, _, _) -> CompletableFuture.completedStage(refusal)),
                        new ImmediateLane());
        var view = new AddPeopleView(model, () -> {}, Texts.of(Locale.UK));
        used.accept(model);
        view.getStyleClass().addAll("overlay", "dialog");
        view.setMaxHeight(Region.USE_PREF_SIZE);
        var scrim = new StackPane(view);
        scrim.getStyleClass().add("scrim");
        return scrim;
    }

    private static Parent chat(boolean isNarrow) {
        var talk =
                new Talk("layla@hearth.example")
                        .theirs("09:22", "شكرًا يا مارا! هل نطبع 200 نسخة أم 250؟")
                        .mine("09:24", "250. Shall we ask Tomás?", Delivery.READ)
                        .theirs("09:31", "Yes, he knows the paper");
        var at = Talk.TODAY.atTime(LocalTime.of(9, 28)).toInstant(ZoneOffset.UTC);
        return ConversationPictures.page(
                Chat.Kind.CONTACT,
                "Layla Haddad",
                talk,
                isNarrow,
                Optional.of(
                        new Contact(
                                Talk.ACCOUNT,
                                talk.chat().peer(),
                                "Layla Haddad",
                                List.of(),
                                PresenceSubscription.BOTH,
                                new Presence(Availability.AVAILABLE, ""))),
                Optional.empty(),
                List.of(),
                List.of(
                        new RoomNotice.Continued(
                                0,
                                at,
                                GROUP.peer(),
                                isNarrow
                                        ? "mara, Layla Haddad, Tomás Beneš, Dad, Priya Raman…"
                                        : "mara, Layla Haddad, Tomás Beneš")),
                false,
                _ -> {});
    }
}
