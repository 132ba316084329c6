package kith.session;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.NewRoom;
import kith.model.NewRoom.Kind;
import kith.model.NewRoom.Trait;
import kith.model.Occupant;
import kith.model.Presence;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.Room;
import kith.model.RoomMaking;
import kith.model.RoomMaking.Cause;
import kith.model.RoomState;
import kith.session.room.MakingRoom;
import kith.xmpp.XmppEvent;

import org.jivesoftware.smack.packet.EmptyResultIQ;
import org.jivesoftware.smack.packet.Stanza;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Rooms that are made at services which say yes, no, or nothing at all (XEP-0045 §10.1).
class MakingRoomsTest {

    private static final BareJid BEES =
            JidCreate.bareFromOrThrowUnchecked("bees@rooms.hearth.example");
    private static final Occupant ME =
            new Occupant(
                    "Mara",
                    Occupant.Role.MODERATOR,
                    Occupant.Affiliation.OWNER,
                    Optional.empty(),
                    Presence.AVAILABLE,
                    true);

    /// What opens a room as it is (§10.1.2).
    private static final String OPEN = "<x xmlns='jabber:x:data' type='submit'></x>";

    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();
    private final ChatKey key = new ChatKey(account, BEES);
    private ScriptedRoomService service = use(new ScriptedRoomService("rooms.hearth.example"));

    @Test
    void theRoomIsThereOnceItIsConfigured() {
        var making = make(Kind.PRIVATE_GROUP, "bees");
        assertThat(sent()).containsExactly("presence to bees@rooms.hearth.example/Mara");
        service.hold();
        enterNew();
        assertThat(making.outcome().toCompletableFuture()).isNotDone();
        assertThat(session.rooms.rooms().get()).isEmpty(); // it is nobody's yet
        session.core.execute(() -> service.answerHeld(new EmptyResultIQ()));
        assertThat(outcome(making)).isEqualTo(new RoomMaking.Made(key, Set.of()));
        assertThat(session.rooms.rooms().get())
                .containsExactly(new Room(key, "Bees", "Mara", RoomState.JOINED, "", 1));
        assertThat(session.rooms.occupants(key).get()).containsExactly(ME);
        assertThat(service.ordered())
                .singleElement()
                .asString()
                .contains(
                        field("FORM_TYPE", "http://jabber.org/protocol/muc#roomconfig"),
                        field("muc#roomconfig_roomname", "Bees"),
                        field("muc#roomconfig_roomdesc", "Honey"),
                        field("muc#roomconfig_membersonly", "1"),
                        field("muc#roomconfig_persistentroom", "1"),
                        field("muc#roomconfig_publicroom", "0"),
                        field("muc#roomconfig_whois", "anyone"),
                        field("muc#roomconfig_enablearchiving", "1"),
                        "<field var='x-moon'><value>full</value><value>new</value></field>")
                .doesNotContain("Who gets in");
    }

    @Test
    void aChannelIsForAll() {
        var making = make(Kind.PUBLIC_CHANNEL, "bees");
        enterNew();
        assertThat(outcome(making)).isInstanceOf(RoomMaking.Made.class);
        assertThat(service.ordered())
                .singleElement()
                .asString()
                .contains(
                        field("muc#roomconfig_membersonly", "0"),
                        field("muc#roomconfig_publicroom", "1"),
                        field("muc#roomconfig_whois", "moderators"));
    }

    @Test
    void whatTheFormHasNoPlaceForIsTold() {
        service.give(
                ScriptedRoomService.FORM
                        .replace("muc#roomconfig_membersonly", "x-other")
                        .replace("<option><value>anyone</value></option>", ""));
        var making = make(Kind.PRIVATE_GROUP, "bees");
        enterNew();
        assertThat(outcome(making))
                .isEqualTo(
                        new RoomMaking.Made(key, Set.of(Trait.MEMBERS_ONLY, Trait.NON_ANONYMOUS)));
        assertThat(service.ordered().getFirst()).contains(field("x-other", "0"));
    }

    @Test
    void aServiceWithoutSettingsMakesAnInstantRoom() {
        service.give("");
        var making = make(Kind.PRIVATE_GROUP, "bees");
        enterNew();
        assertThat(service.ordered()).containsExactly(OPEN);
        assertThat(outcome(making))
                .isEqualTo(
                        new RoomMaking.Made(
                                key,
                                Set.of(
                                        Trait.NAME,
                                        Trait.DESCRIPTION,
                                        Trait.PERSISTENT,
                                        Trait.MEMBERS_ONLY,
                                        Trait.NON_ANONYMOUS,
                                        Trait.HIDDEN,
                                        Trait.ARCHIVE)));
    }

    @Test
    void settingsThatAreNotTakenTakeTheRoomDown() {
        service.refuse("type='submit'", Reason.NOT_ACCEPTABLE);
        var making = make(Kind.PRIVATE_GROUP, "bees");
        enterNew();
        assertFailed(making, Cause.NOT_CONFIGURED, Reason.NOT_ACCEPTABLE);
        assertThat(service.ordered().get(1))
                .isEqualTo("<x xmlns='jabber:x:data' type='cancel'></x>");
        assertThat(session.rooms.rooms().get()).isEmpty();
        assertThat(session.chatList.chats().get()).isEmpty();
    }

    @Test
    void aRoomThatDoesNotTakeItselfDownIsDestroyed() {
        service.refuse("form", Reason.NOT_SUPPORTED);
        service.refuse("type='cancel'", Reason.OTHER);
        var making = make(Kind.PRIVATE_GROUP, "bees");
        enterNew();
        assertFailed(making, Cause.NOT_CONFIGURED, Reason.NOT_SUPPORTED);
        assertThat(service.ordered().getLast()).startsWith("<destroy");
    }

    @Test
    void aRoomThatHasTakenItselfDownIsNot() {
        service.refuse("type='submit'", Reason.NOT_ACCEPTABLE);
        make(Kind.PRIVATE_GROUP, "bees");
        service.hold();
        enterNew(); // the submission is held
        session.say(account, new XmppEvent.RoomEnded(BEES, RoomState.LEFT));
        session.core.execute(() -> service.answerHeld(new EmptyResultIQ()));
        assertThat(service.ordered()).hasSize(1);
    }

    @Test
    void aRoomThatIsThereIsNotEntered() {
        service.hasAllRooms();
        var making = make(Kind.PUBLIC_CHANNEL, "bees");
        assertFailed(making, Cause.TAKEN, Reason.NICK_TAKEN);
        assertThat(sent()).isEmpty();
    }

    @Test
    void aRoomThatWasThereAllTheSameIsLeftAtOnce() {
        var making = make(Kind.PUBLIC_CHANNEL, "bees");
        sent();
        session.say(
                account,
                new XmppEvent.OccupantChanged(BEES, ME),
                new XmppEvent.RoomJoined(BEES, "Mara"));
        assertFailed(making, Cause.TAKEN, Reason.NICK_TAKEN);
        assertThat(sent()).containsExactly("presence to bees@rooms.hearth.example/Mara");
        assertThat(service.ordered()).isEmpty();
        session.say(account, new XmppEvent.RoomEnded(BEES, RoomState.LEFT));
        assertThat(session.rooms.rooms().get()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"NICK_TAKEN", "MEMBERS_ONLY", "PASSWORD_NEEDED", "NOT_FOUND"})
    void aRoomThatKeepsUsOutIsThere(Reason reason) {
        var making = make(Kind.PUBLIC_CHANNEL, "bees");
        session.say(account, new XmppEvent.RoomRefused(BEES, Refusal.of(reason)));
        assertFailed(making, Cause.TAKEN, reason);
    }

    @Test
    void theFirstServiceThatAllowsItIsTaken() {
        use(
                new ScriptedRoomService(
                        "irc.hearth.example", "closed.hearth.example", "rooms.hearth.example"));
        var making = make(Kind.PUBLIC_CHANNEL, "bees");
        assertThat(sent()).containsExactly("presence to bees@closed.hearth.example/Mara");
        var closed = JidCreate.bareFromOrThrowUnchecked("bees@closed.hearth.example");
        session.say(account, new XmppEvent.RoomRefused(closed, Refusal.of(Reason.NOT_ALLOWED)));
        assertThat(sent()).containsExactly("presence to bees@rooms.hearth.example/Mara");
        enterNew();
        assertThat(outcome(making)).isInstanceOf(RoomMaking.Made.class);
    }

    @Test
    void whereNoneAllowsItTheReasonIsTold() {
        var making = make(Kind.PUBLIC_CHANNEL, "bees");
        var refusal = new Refusal(Reason.FORBIDDEN, "Room creation is denied by service policy");
        session.say(account, new XmppEvent.RoomRefused(BEES, refusal));
        assertThat(outcome(making)).isEqualTo(new RoomMaking.Failed(Cause.NOT_ALLOWED, refusal));
    }

    @Test
    void aServerMayHaveNoRooms() {
        use(new ScriptedRoomService("irc.hearth.example"));
        assertFailed(make(Kind.PRIVATE_GROUP, ""), Cause.NO_SERVICE, Reason.NOT_FOUND);
    }

    @Test
    void whatIsNoAddressIsNotTried() {
        assertFailed(make(Kind.PUBLIC_CHANNEL, "a@b"), Cause.BAD_ADDRESS, Reason.BAD_ADDRESS);
        assertThat(sent()).isEmpty();
    }

    @Test
    void aRoomThatSaysNothingIsWaitedForUntilThereIsNoHope() {
        var making = make(Kind.PUBLIC_CHANNEL, "bees");
        session.pass(Duration.ofSeconds(30));
        assertFailed(making, Cause.NOT_REACHED, Reason.TIMED_OUT);
        enterNew(); // late
        assertThat(service.ordered().getFirst())
                .isEqualTo("<x xmlns='jabber:x:data' type='cancel'></x>");
        assertThat(session.rooms.rooms().get()).isEmpty();
    }

    /// Who can't say whether there is a room can't let us in either, and could do so late.
    @Test
    void aRoomThatNobodyKnowsOfIsNotEntered() {
        service.isSilentAboutRooms();
        assertFailed(make(Kind.PUBLIC_CHANNEL, "bees"), Cause.NOT_REACHED, Reason.TIMED_OUT);
        assertThat(sent()).isEmpty();
    }

    /// It hides from who asks from outside, and stays what it is.
    @Test
    void aRoomThatTheUserIsInIsNotMade() {
        session.rooms.join(account, BEES, "Mara", Optional.empty());
        session.say(
                account,
                new XmppEvent.OccupantChanged(BEES, ME),
                new XmppEvent.RoomJoined(BEES, "Mara"));
        sent();
        assertFailed(make(Kind.PUBLIC_CHANNEL, "bees"), Cause.TAKEN, Reason.NICK_TAKEN);
        assertThat(sent()).isEmpty();
        session.say(account, new XmppEvent.RoomEnded(BEES, RoomState.LEFT));
        assertThat(session.rooms.rooms().get())
                .singleElement()
                .extracting(Room::state)
                .isEqualTo(RoomState.LEFT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two\nlines"})
    void aNickThatNoRoomHasMakesNone(String nick) {
        var making =
                session.roomMakings.make(
                        account, new NewRoom(Kind.PUBLIC_CHANNEL, "Bees", "Honey", "bees", nick));
        assertFailed(making, Cause.OTHER, Reason.NOT_ACCEPTABLE);
        assertThat(sent()).isEmpty();
    }

    @Test
    void theEndOfTheSessionEndsIt() {
        var making = make(Kind.PUBLIC_CHANNEL, "bees");
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.on(account, server -> server.signedIn(false));
        assertFailed(making, Cause.NOT_REACHED, Reason.OFFLINE);
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        assertFailed(make(Kind.PUBLIC_CHANNEL, "bees"), Cause.NOT_REACHED, Reason.OFFLINE);
    }

    @Test
    void whoDoesNotWantItAnyMoreHasNone() {
        var making = make(Kind.PUBLIC_CHANNEL, "bees");
        making.cancel().run();
        assertFailed(making, Cause.CANCELLED, Reason.OTHER);
        enterNew();
        assertThat(service.ordered().getFirst())
                .isEqualTo("<x xmlns='jabber:x:data' type='cancel'></x>");
        assertThat(session.rooms.rooms().get()).isEmpty();
    }

    @Test
    void whoDoesNotWantItWhileItIsConfiguredHasNone() {
        var making = make(Kind.PUBLIC_CHANNEL, "bees");
        service.hold();
        enterNew();
        making.cancel().run();
        session.core.execute(() -> service.answerHeld(new EmptyResultIQ()));
        assertFailed(making, Cause.CANCELLED, Reason.OTHER);
        assertThat(service.ordered().getLast()).startsWith("<destroy");
        assertThat(session.rooms.rooms().get()).isEmpty();
    }

    @Test
    void theAddressOfAGroupCantBeGuessed() {
        make(Kind.PRIVATE_GROUP, "");
        make(Kind.PRIVATE_GROUP, "");
        assertThat(sent())
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allMatch(
                        each -> each.matches("presence to [a-z2-9]{20}@rooms.hearth.example/Mara"));
    }

    /// It may be another's room by now, or one that they made by entering it.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRoomThatWasSilentAndIsEnteredAsAnyOtherIsNotTakenDown(boolean isNew) {
        var making = make(Kind.PUBLIC_CHANNEL, "bees");
        session.pass(Duration.ofSeconds(30));
        assertFailed(making, Cause.NOT_REACHED, Reason.TIMED_OUT);
        session.rooms.join(account, BEES, "Mara", Optional.empty());
        sent();
        session.say(account, new XmppEvent.OccupantChanged(BEES, ME));
        if (isNew) {
            session.say(account, new XmppEvent.RoomCreated(BEES));
        }
        session.say(account, new XmppEvent.RoomJoined(BEES, "Mara"));
        assertThat(session.rooms.rooms().get())
                .singleElement()
                .extracting(Room::state)
                .isEqualTo(RoomState.JOINED);
        assertThat(session.rooms.occupants(key).get()).containsExactly(ME);
        assertThat(service.ordered())
                .as("neither set up nor taken down, but opened where it is new")
                .isEqualTo(isNew ? List.of(OPEN) : List.of());
        assertThat(sent()).noneMatch(each -> each.contains("unavailable"));
    }

    /// Nobody else gets in before (XEP-0045 §10.1.2).
    @Test
    void aRoomThatTheUserMakesByEnteringItIsOpened() {
        session.rooms.join(account, BEES, "Mara", Optional.empty());
        enterNew();
        assertThat(service.ordered()).containsExactly(OPEN);
        assertThat(session.rooms.rooms().get())
                .singleElement()
                .extracting(Room::state)
                .isEqualTo(RoomState.JOINED);
    }

    @Test
    void aRoomThatTheUserHasLeftMeanwhileIsNotOpened() {
        session.rooms.join(account, BEES, "Mara", Optional.empty());
        session.rooms.leave(key);
        enterNew();
        assertThat(service.ordered()).isEmpty();
    }

    @Test
    void whatOneServiceSaidOfARoomIsNotTrueOfTheNext() {
        use(new ScriptedRoomService("rooms.hearth.example", "other.hearth.example"));
        var making = make(Kind.PUBLIC_CHANNEL, "bees");
        session.say(
                account,
                new XmppEvent.OccupantChanged(BEES, ME),
                new XmppEvent.RoomCreated(BEES),
                new XmppEvent.RoomRefused(BEES, Refusal.of(Reason.FORBIDDEN)));
        var there = JidCreate.bareFromOrThrowUnchecked("bees@other.hearth.example");
        session.say(account, new XmppEvent.RoomJoined(there, "Mara"));
        assertFailed(making, Cause.TAKEN, Reason.NICK_TAKEN);
        assertThat(service.ordered()).isEmpty();
    }

    private ScriptedRoomService use(ScriptedRoomService other) {
        service = other;
        session.on(account, server -> server.answer(other::answer));
        return other;
    }

    private MakingRoom make(Kind kind, String localpart) {
        return session.roomMakings.make(
                account, new NewRoom(kind, "Bees", "Honey", localpart, "Mara"));
    }

    private void enterNew() {
        session.say(
                account,
                new XmppEvent.OccupantChanged(BEES, ME),
                new XmppEvent.RoomCreated(BEES),
                new XmppEvent.RoomJoined(BEES, "Mara"));
    }

    private static RoomMaking outcome(MakingRoom making) {
        return making.outcome()
                .toCompletableFuture()
                .getNow(RoomMaking.failed(Cause.OTHER, Reason.TIMED_OUT));
    }

    private static void assertFailed(MakingRoom making, Cause cause, Reason reason) {
        assertThat(outcome(making)).isEqualTo(RoomMaking.failed(cause, reason));
    }

    private List<String> sent() {
        return session.server(account).takeSent().stream().map(MakingRoomsTest::line).toList();
    }

    private static String line(Stanza stanza) {
        return stanza.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT)
                + " to "
                + stanza.getTo();
    }

    private static String field(String name, String value) {
        return "<field var='" + name + "'><value>" + value + "</value></field>";
    }
}
