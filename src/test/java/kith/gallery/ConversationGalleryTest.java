package kith.gallery;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.model.Availability;
import kith.model.Chat;
import kith.model.Contact;
import kith.model.Delivery;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Presence;
import kith.model.PresenceSubscription;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.Room;
import kith.model.RoomState;
import kith.ui.chat.ChatPane;
import kith.ui.chat.ChatSources;
import kith.ui.chat.ChatViewModel;
import kith.ui.chat.PageFrame;
import kith.ui.composer.ComposerCommands;
import kith.ui.composer.ComposerView;
import kith.ui.composer.ComposerViewModel;
import kith.ui.room.RoomCommands;
import kith.ui.text.Texts;
import kith.ui.text.Times;
import kith.ui.timeline.Talk;
import kith.ui.timeline.TimelineCommands;

import org.junit.jupiter.api.Test;

import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The conversation pane in the states the design has pictures of.
class ConversationGalleryTest {

    private static final String[] SHEETS = {"chat", "timeline", "composer", "room"};

    private final ImmediateLane lane = new ImmediateLane();

    @Test
    void oneToOne() {
        Snapshots.take("chat", 896, 740, () -> person(false, layla()), SHEETS);
    }

    @Test
    void waiting() {
        Snapshots.take("chat-offline", 896, 740, () -> person(false, waitingTalk()), SHEETS);
    }

    @Test
    void missing() {
        Snapshots.take(
                "chat-missing",
                896,
                480,
                () ->
                        person(
                                false,
                                new Talk("layla@hearth.example")
                                        .on(Talk.TODAY.minusDays(19))
                                        .theirs("18:20", "Do you still have the blue ink?")
                                        .on(Talk.TODAY.minusDays(5))
                                        .mine("09:02", "Two tins of it.", Delivery.READ)
                                        .missBefore(1)
                                        .on(Talk.TODAY)
                                        .mine("09:31", "Shall I bring it?", Delivery.DELIVERED)
                                        .mine("09:32", "It is heavy.", Delivery.ON_SERVER)),
                SHEETS);
    }

    @Test
    void narrow() {
        Snapshots.take("chat-narrow", 480, 740, () -> person(true, waitingTalk()), SHEETS);
    }

    @Test
    void mirrored() {
        Snapshots.take(
                "chat-rtl",
                896,
                740,
                () -> {
                    var page = person(false, waitingTalk());
                    page.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
                    return page;
                },
                SHEETS);
    }

    @Test
    void room() {
        Snapshots.take("room", 896, 740, () -> room(RoomState.JOINED, printCoop(), true), SHEETS);
    }

    @Test
    void roomWithLittleRoom() {
        Snapshots.take(
                "room-sheet", 640, 560, () -> room(RoomState.JOINED, printCoop(), true), SHEETS);
    }

    @Test
    void longAndMixedMessages() {
        Snapshots.take("chat-long", 760, 900, () -> person(false, longTalk()), SHEETS);
    }

    @Test
    void linesFromRightToLeft() {
        Snapshots.take("chat-lines-rtl", 520, 620, () -> person(false, rightToLeftTalk()), SHEETS);
    }

    /// Names, a status, a subject in letters from right to left, with digits and emoji in them.
    @Test
    void namesFromRightToLeft() {
        Snapshots.take(
                "chat-names-rtl",
                620,
                300,
                () ->
                        person(
                                false,
                                "ليلى حداد 2",
                                "في المطبعة حتى 12:30! ☕",
                                new Talk("layla@hearth.example")
                                        .theirs("09:31", "شكرًا يا مارا! هل نطبع 200 نسخة؟")),
                SHEETS);
        Snapshots.take(
                "room-names-rtl",
                896,
                600,
                () ->
                        room(
                                "طباعة الميناء 2026!",
                                RoomState.JOINED,
                                new Talk("print@rooms.hearth.example")
                                        .subject("ليلى حداد", "08:40", "طباعة 200 نسخة! 🎉")
                                        .from("ליאור 7", "09:00", "200 עותקים, בבקשה!")
                                        .from("ליאור 7", "09:01", "🙏")
                                        .subject("Priya Natarajan", "09:02", "שלום! 250 🎉"),
                                true),
                SHEETS);
    }

    @Test
    void removedByNamesFromRightToLeft() {
        Snapshots.take(
                "room-kicked-rtl",
                620,
                320,
                () ->
                        room(
                                "طباعة الميناء 2026!",
                                new RoomState.Removed(
                                        RoomState.Cause.KICKED, "ليلى", "خارج الموضوع! 3 مرات 🙄"),
                                new Talk("print@rooms.hearth.example"),
                                false),
                SHEETS);
    }

    @Test
    void stranger() {
        Snapshots.take(
                "chat-stranger",
                620,
                320,
                () ->
                        page(
                                Chat.Kind.CONTACT,
                                "samuel@otieno.example",
                                new Talk("samuel@otieno.example")
                                        .theirs("09:14", "Hi Mara, we met at the riso night."),
                                false,
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                false),
                SHEETS);
    }

    @Test
    void nothingSaidYet() {
        Snapshots.take(
                "chat-new",
                620,
                320,
                () -> person(false, new Talk("layla@hearth.example")),
                SHEETS);
    }

    @Test
    void focusedMessage() {
        Snapshots.take(
                "chat-focus",
                620,
                420,
                () -> {
                    var page = person(false, layla());
                    new Scene(page, 620, 420);
                    page.applyCss();
                    page.layout();
                    page.lookupAll(".bubble").stream()
                            .skip(1)
                            .limit(4)
                            .forEach(
                                    bubble ->
                                            bubble.pseudoClassStateChanged(
                                                    PseudoClass.getPseudoClass("focused-row"),
                                                    true));
                    page.getScene().setRoot(new Pane());
                    return page;
                },
                SHEETS);
    }

    @Test
    void visitor() {
        Snapshots.take(
                "room-visitor",
                620,
                420,
                () ->
                        page(
                                Chat.Kind.ROOM,
                                "Harbour print co-op",
                                printCoop(),
                                true,
                                Optional.empty(),
                                Optional.of(room("Harbour print co-op", RoomState.JOINED)),
                                List.of(
                                        new Occupant(
                                                "Mara",
                                                Role.VISITOR,
                                                Affiliation.NONE,
                                                Optional.empty(),
                                                Presence.AVAILABLE,
                                                true)),
                                false),
                SHEETS);
    }

    @Test
    void drafts() {
        Snapshots.take(
                "composer",
                560,
                500,
                () ->
                        new VBox(
                                20,
                                composer(""),
                                composer("No rush, Thursday is fine"),
                                composer("Two things:\n1. the matte stock\n2. the inner margin"),
                                composer("شكرًا يا مارا! هل نطبع 200 نسخة أم 250؟"),
                                composer("שלום! 200 עותקים, בבקשה"),
                                composer(
                                        "وصلت النسخة التجريبية العربية، والألوان ممتازة! طبعنا 200"
                                                + " نسخة في المطبعة")),
                SHEETS);
    }

    @Test
    void refused() {
        for (var reason : List.of(Reason.PASSWORD_NEEDED, Reason.NICK_TAKEN, Reason.MEMBERS_ONLY)) {
            Snapshots.take(
                    "room-refused-" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    620,
                    420,
                    () ->
                            room(
                                    new RoomState.Refused(Refusal.of(reason)),
                                    new Talk("print@rooms.hearth.example"),
                                    false),
                    SHEETS);
        }
    }

    @Test
    void kicked() {
        Snapshots.take(
                "room-kicked",
                620,
                560,
                () ->
                        room(
                                new RoomState.Removed(
                                        RoomState.Cause.KICKED, "Priya Natarajan", "off topic"),
                                printCoop(),
                                false),
                SHEETS);
    }

    private static ComposerView composer(String draft) {
        var model =
                new ComposerViewModel(
                        new ComposerCommands(text -> {}, typing -> {}),
                        (delay, work) -> () -> {},
                        new ImmediateLane());
        model.draftProperty().set(draft);
        var view = new ComposerView(model, Texts.of(Locale.ENGLISH));
        view.setPrompt("Message Layla Haddad, not encrypted");
        return view;
    }

    private static Talk layla() {
        return new Talk("layla@hearth.example")
                .theirs("09:04", "The Arabic proof is back, and the colours are spot on 🎉")
                .mine("09:07", "That was quick! How is the inner margin?", Delivery.READ)
                .theirs("09:12", "4 mm to spare on every side")
                .mine("09:20", "Lovely. I’ll sign it off before lunch.", Delivery.DELIVERED)
                .unreadFromHere()
                .theirs("09:31", "شكرًا يا مارا! هل نطبع 200 نسخة أم 250؟")
                .theirs("09:31", "The file is at https://hearth.example/proof_(ar).pdf, 2.4 MB");
    }

    private static Talk waitingTalk() {
        return new Talk("layla@hearth.example")
                .mine("09:07", "That was quick! How is the inner margin?", Delivery.READ)
                .theirs("09:12", "4 mm to spare on every side")
                .mine("09:20", "Lovely. I’ll sign it off before lunch.", Delivery.DELIVERED)
                .mine("09:21", "On the server, not on a device yet", Delivery.ON_SERVER)
                .theirs("09:31", "شكرًا يا مارا! هل نطبع 200 نسخة أم 250؟")
                .theirs("09:32", "👏😍")
                .mine("09:34", "250, please. The fair is bigger this year", Delivery.QUEUED)
                .mine("09:34", "And could you ask about the matte stock?", Delivery.SENDING)
                .mine(
                        "09:35",
                        "Great. I’m off to the studio, call me if it misbehaves",
                        new Delivery.Failed(Refusal.of(Reason.TIMED_OUT)));
    }

    private static Talk longTalk() {
        return new Talk("layla@hearth.example")
                .on(Talk.TODAY.minusDays(1))
                .theirs("18:02", "Two lines:\nthe second is this one, and it is a good deal longer")
                .mine("18:03", "שלום! 200 עותקים, בבקשה 🙏", Delivery.READ)
                .theirs(
                        "18:05",
                        "https://hearth.example/a/path/that/goes/on/and/on/without/any/place/to"
                                + "/break/the/line/until/it/ends.pdf")
                .on(Talk.TODAY)
                .mine("09:00", "Colours: " + "teal and amber, ".repeat(300), Delivery.DELIVERED)
                .theirs("09:01", "🧡")
                .theirs("09:02", "Good 🎉🎉 and 1️⃣ flag 🇱🇧 family 👩‍👩‍👧‍👦");
    }

    private static Talk rightToLeftTalk() {
        return new Talk("layla@hearth.example")
                .theirs(
                        "09:30",
                        "وصلت النسخة التجريبية العربية، والألوان ممتازة! طبعنا 200 نسخة (من أصل 250)"
                                + " في المطبعة، ويتبقى 4 مم من كل جانب 🎉 أرسلت لك الملف هنا:"
                                + " https://hearth.example/proof_(ar).pdf وسنكمل غدًا.")
                .mine(
                        "09:31",
                        "תודה רבה! נדפיס 250 עותקים (ולא 200), בבקשה, עם שולי 4 מ״מ, כמו שאמרנו"
                                + " אתמול ב־Harbour print co-op 🙏",
                        Delivery.READ)
                .theirs(
                        "09:32",
                        "She said “شكرًا يا مارا! 200 نسخة تكفي” and then rang off, twice.");
    }

    private static Talk printCoop() {
        return new Talk("print@rooms.hearth.example")
                .subject("Priya Natarajan", "08:40", "Riso night Thu 19:00")
                .from(
                        "Samuel Otieno",
                        "08:56",
                        "Morning all. Who left the guillotine unlocked last night?")
                .from("Henrik Dahl", "09:05", "Paper order closes on Friday. A3 Munken is back.")
                .from(
                        "Priya Natarajan",
                        "09:22",
                        "Riso night is on Thursday at 19:00. Teal is loaded 🧡")
                .from(
                        "Priya Natarajan",
                        "09:23",
                        "@Mara can you unlock the studio? I’m on the late train.")
                .mine(
                        "09:30",
                        "Yes, I have the keys. Doors open at half past six.",
                        Delivery.ON_SERVER)
                .unreadFromHere()
                .from("Tom Okafor", "09:32", "I’ll bring the spare drum and cake 🍰");
    }

    private Parent person(boolean isNarrow, Talk talk) {
        return person(isNarrow, "Layla Haddad", "At the print shop until noon", talk);
    }

    private Parent person(boolean isNarrow, String name, String status, Talk talk) {
        var contact =
                new Contact(
                        Talk.ACCOUNT,
                        talk.chat().peer(),
                        name,
                        List.of(),
                        PresenceSubscription.BOTH,
                        new Presence(Availability.AVAILABLE, status));
        return page(
                Chat.Kind.CONTACT,
                name,
                talk,
                isNarrow,
                Optional.of(contact),
                Optional.empty(),
                List.of(),
                false);
    }

    private Parent room(RoomState state, Talk talk, boolean withDetails) {
        return room("Harbour print co-op", state, talk, withDetails);
    }

    /// Nobody is seen in a room by those who aren't in it.
    private Parent room(String name, RoomState state, Talk talk, boolean withDetails) {
        return page(
                Chat.Kind.ROOM,
                name,
                talk,
                false,
                Optional.empty(),
                Optional.of(room(name, state)),
                state instanceof RoomState.Joined ? People.all() : List.of(),
                withDetails);
    }

    private static Room room(String name, RoomState state) {
        return new Room(
                new Talk("print@rooms.hearth.example").chat(),
                name,
                "Mara",
                state,
                "Riso night Thu 19:00, paper order closes Friday",
                14);
    }

    private Parent page(
            Chat.Kind kind,
            String title,
            Talk talk,
            boolean isNarrow,
            Optional<Contact> contact,
            Optional<Room> room,
            List<Occupant> occupants,
            boolean withDetails) {
        var texts = Texts.of(Locale.ENGLISH);
        var now = Talk.TODAY.atTime(LocalTime.of(10, 0)).toInstant(ZoneOffset.UTC);
        var clock = InstantSource.fixed(now);
        var chat =
                new Chat(
                        talk.chat(),
                        kind,
                        title,
                        Optional.empty(),
                        0,
                        false,
                        !talk.messages().isEmpty());
        var sources =
                new ChatSources(
                        talk.chat(),
                        kind,
                        new Cell<>(lane, Optional.of(chat)),
                        new Cell<>(lane, contact),
                        talk.live(),
                        new Cell<>(lane, room),
                        new Cell<>(lane, occupants),
                        new TimelineCommands(
                                () -> {},
                                CompletableFuture::new,
                                () -> {},
                                () -> {},
                                m -> {},
                                m -> {},
                                l -> {}),
                        new ComposerCommands(text -> {}, typing -> {}),
                        new RoomCommands(
                                (nick, password) -> {},
                                () -> {},
                                subject -> CompletableFuture.completedStage(Optional.empty())),
                        () -> {});
        var model =
                new ChatViewModel(
                        sources,
                        clock,
                        ZoneOffset.UTC,
                        (delay, work) -> () -> {},
                        new ImmediateLane());
        var frame =
                new PageFrame(
                        new SimpleBooleanProperty(isNarrow),
                        new SimpleIntegerProperty(14),
                        () -> {});
        var pane = new ChatPane(model, texts, new Times(clock, ZoneOffset.UTC, texts), frame);
        if (withDetails) {
            pane.showDetails();
        }
        return pane.node();
    }

    private static final class People {

        static List<Occupant> all() {
            return List.of(
                    who(
                            "Priya Natarajan",
                            Role.MODERATOR,
                            Affiliation.OWNER,
                            Availability.AVAILABLE,
                            ""),
                    who(
                            "Henrik Dahl",
                            Role.MODERATOR,
                            Affiliation.ADMIN,
                            Availability.AVAILABLE,
                            ""),
                    who(
                            "Tom Okafor",
                            Role.PARTICIPANT,
                            Affiliation.MEMBER,
                            Availability.FREE_TO_CHAT,
                            ""),
                    who(
                            "Samuel Otieno",
                            Role.PARTICIPANT,
                            Affiliation.MEMBER,
                            Availability.AVAILABLE,
                            ""),
                    me("Mara"),
                    who(
                            "Layla Haddad",
                            Role.PARTICIPANT,
                            Affiliation.NONE,
                            Availability.AVAILABLE,
                            ""),
                    who(
                            "Émile Fournier",
                            Role.PARTICIPANT,
                            Affiliation.NONE,
                            Availability.AWAY,
                            "Back at two"),
                    who(
                            "Jonas Weber",
                            Role.PARTICIPANT,
                            Affiliation.NONE,
                            Availability.BUSY,
                            "Konzentriert bis 11"),
                    who(
                            "zé_ninguém",
                            Role.PARTICIPANT,
                            Affiliation.NONE,
                            Availability.NOT_AVAILABLE,
                            "On holiday"),
                    who("paperplane", Role.VISITOR, Affiliation.NONE, Availability.AVAILABLE, ""));
        }

        static Occupant me(String nick) {
            return new Occupant(
                    nick,
                    Role.PARTICIPANT,
                    Affiliation.MEMBER,
                    Optional.empty(),
                    Presence.AVAILABLE,
                    true);
        }

        static Occupant who(
                String nick,
                Role role,
                Affiliation affiliation,
                Availability availability,
                String status) {
            return new Occupant(
                    nick,
                    role,
                    affiliation,
                    Optional.empty(),
                    new Presence(availability, status),
                    false);
        }
    }
}
