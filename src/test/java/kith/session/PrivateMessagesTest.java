package kith.session;

import static kith.session.ScriptedSession.LAYLA;
import static kith.session.ScriptedSession.ME;
import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.Author;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Confidant;
import kith.model.ConnectionProblem;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Presence;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.RoomTraits.Trait;
import kith.xmpp.IncomingMessage;
import kith.xmpp.XmppEvent;

import org.jivesoftware.smack.packet.Stanza;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is for one person in a room alone (XEP-0045 §7.5) goes to them or to nobody, once, and
/// shows which.
class PrivateMessagesTest {

    private static final Confidant PRIYA = new Confidant("Priya", Optional.of("o-1"));

    private final ScriptedSession session = new ScriptedSession();
    private final ScriptedArchive archive = session.archive(ME);
    private final AccountId account = session.signIn();
    private final ChatKey room = new ChatKey(account, ROOM);

    PrivateMessagesTest() {
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        enter(priya("o-1"));
    }

    @Test
    void itGoesToThemAndIsThereOnceTheServerHasIt() {
        session.chats.whisper(room, priya("o-1"), "psst");
        assertThat(session.server(account).takeSent())
                .singleElement()
                .isInstanceOfSatisfying(
                        org.jivesoftware.smack.packet.Message.class,
                        sent -> {
                            assertThat(sent.getTo().toString()).isEqualTo(ROOM + "/Priya");
                            assertThat(sent.getType().name()).isEqualTo("chat");
                            assertThat(sent.toXML().toString()).doesNotContain("chatstates");
                        });
        assertThat(message().delivery()).isEqualTo(Delivery.SENDING);
        session.say(account, new XmppEvent.MessageAcknowledged(id()));
        assertThat(message().delivery()).isEqualTo(Delivery.ON_SERVER);
    }

    @Test
    void whoIsNotThereGetsNothing() {
        session.chats.whisper(room, RoomsFixture.occupant("Tom", false), "psst");
        assertFailed(Reason.NOT_FOUND);
    }

    @Test
    void ourselvesWeTellNothing() {
        session.chats.whisper(room, there("Mara"), "psst");
        assertFailed(Reason.NOT_FOUND);
    }

    /// H20.
    @Test
    void h20WhoIsCalledSoInsteadGetsNothing() {
        succeedPriya(priya("o-9"));
        session.chats.whisper(room, priya("o-1"), "psst");
        assertFailed(Reason.NICK_TAKEN);
        session.chats.retry(message().key());
        assertFailed(Reason.NICK_TAKEN);
        succeedPriya(priya("o-1"));
        session.chats.retry(message().key());
        assertThat(session.server(account).takeSentIds()).containsExactly(id());
    }

    /// H20, where the room says no more than the nick: who has had it all the time is meant, and
    /// nobody who has it since.
    @Test
    void h20WhoHasTheNickSinceGetsNothingThatFailed() {
        enterWhereNobodyIsKnown();
        session.chats.whisper(room, there("Priya"), "psst");
        assertThat(session.server(account).takeSentIds()).containsExactly(id());
        refuse(Reason.OTHER);
        session.chats.retry(message().key());
        assertThat(session.server(account).takeSentIds()).as("it is her").containsExactly(id());
        refuse(Reason.OTHER);
        succeedPriya(RoomsFixture.occupant("Priya", false));
        session.chats.retry(message().key());
        assertFailed(Reason.NICK_TAKEN);
        session.chats.whisper(room, there("Priya"), "whoever you are");
        assertThat(session.server(account).takeSentIds())
                .as("the user means who is there now")
                .containsExactly(id());
    }

    @Test
    void h20WhoTakesTheNickByRenamingGetsNothingThatFailed() {
        enterWhereNobodyIsKnown();
        session.chats.whisper(room, there("Priya"), "psst");
        refuse(Reason.OTHER);
        session.server(account).takeSent();
        session.say(
                account,
                new XmppEvent.OccupantRenamed(ROOM, "Priya", "Pri"),
                new XmppEvent.OccupantRenamed(ROOM, "Tom", "Priya"));
        session.chats.retry(message().key());
        assertFailed(Reason.NICK_TAKEN);
    }

    /// The room says now who it is, and it is another.
    @Test
    void h20WhoTurnsOutToBeAnotherGetsNothingThatFailed() {
        enterWhereNobodyIsKnown();
        session.say(account, new XmppEvent.OccupantChanged(ROOM, at("Priya", "p@far.example")));
        session.chats.whisper(room, there("Priya"), "psst");
        refuse(Reason.OTHER);
        session.server(account).takeSent();
        session.say(account, new XmppEvent.OccupantChanged(ROOM, at("Priya", "q@far.example")));
        session.chats.retry(message().key());
        assertFailed(Reason.NICK_TAKEN);
    }

    /// H20: they have gone and somebody else has the nick, both within what shows at once, so that
    /// the user still sees who is there no more.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void h20WhoTakesTheNickBeforeTheUserSeesItGetsNothing(boolean isByRenaming) {
        enterWhereNobodyIsKnown();
        var seen = there("Priya");
        if (isByRenaming) {
            session.say(
                    account,
                    new XmppEvent.OccupantRenamed(ROOM, "Priya", "Pri"),
                    new XmppEvent.OccupantRenamed(ROOM, "Tom", "Priya"));
        } else {
            session.say(
                    account,
                    new XmppEvent.OccupantLeft(ROOM, "Priya"),
                    new XmppEvent.OccupantChanged(ROOM, RoomsFixture.occupant("Priya", false)));
        }
        session.chats.whisper(room, seen, "psst");
        assertFailed(Reason.NICK_TAKEN);
        assertThat(message().words()).as("the user has them still").contains("psst");
        session.chats.retry(message().key());
        assertFailed(Reason.NICK_TAKEN);
        session.chats.whisper(room, there("Priya"), "whoever you are");
        assertThat(session.server(account).takeSentIds()).containsExactly(id());
    }

    /// Also where we were out of the room meanwhile, and came in again.
    @Test
    void h20WhoWasSeenInAnotherStayInTheRoomGetsNothing() {
        enterWhereNobodyIsKnown();
        var seen = there("Priya");
        lose();
        session.on(account, server -> server.signedIn(false));
        enterWhereNobodyIsKnown();
        session.chats.whisper(room, seen, "psst");
        assertFailed(Reason.NICK_TAKEN);
    }

    /// Where the room says that they are the same, they are meant whenever they came.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void h20WhoComesBackAsTheSameBeforeTheUserSeesItIsMeant(boolean isByAddress) {
        if (isByAddress) {
            enterWhereNobodyIsKnown();
            session.say(account, new XmppEvent.OccupantChanged(ROOM, at("Priya", "p@far.example")));
        }
        var seen = there("Priya");
        var again = isByAddress ? at("Priya", "p@far.example") : priya("o-1");
        var another = isByAddress ? at("Priya", "q@far.example") : priya("o-9");
        session.say(
                account,
                new XmppEvent.OccupantLeft(ROOM, "Priya"),
                new XmppEvent.OccupantChanged(ROOM, another),
                new XmppEvent.OccupantLeft(ROOM, "Priya"),
                new XmppEvent.OccupantChanged(ROOM, again));
        assertThat(there("Priya").visit()).isNotEqualTo(seen.visit());
        session.chats.whisper(room, seen, "psst");
        assertThat(session.server(account).takeSentIds()).containsExactly(id());
    }

    /// By their real address, which the room may show no more: then nobody knows.
    @Test
    void h20WhoWasKnownByAnAddressThatIsHiddenNowGetsNothing() {
        enterWhereNobodyIsKnown();
        session.say(account, new XmppEvent.OccupantChanged(ROOM, at("Priya", "p@far.example")));
        session.chats.whisper(room, there("Priya"), "psst");
        assertThat(session.server(account).takeSentIds()).containsExactly(id());
        refuse(Reason.OTHER);
        succeedPriya(RoomsFixture.occupant("Priya", false));
        session.chats.retry(message().key());
        assertFailed(Reason.NICK_TAKEN);
        session.say(account, new XmppEvent.OccupantChanged(ROOM, at("Priya", "p@far.example")));
        session.chats.retry(message().key());
        assertThat(session.server(account).takeSentIds()).containsExactly(id());
    }

    @Test
    void h20AfterAnotherVisitOrARestartANickAloneIsNobody() {
        enterWhereNobodyIsKnown();
        session.chats.whisper(room, there("Priya"), "psst");
        refuse(Reason.OTHER);
        lose();
        session.on(account, server -> server.signedIn(false));
        enterWhereNobodyIsKnown();
        session.chats.retry(message().key());
        assertFailed(Reason.NICK_TAKEN);
        var restarted = new ScriptedSession(session);
        restarted.accounts.connectAll();
        restarted.on(account, server -> server.signedIn(false));
        restarted.say(
                account,
                new XmppEvent.OccupantChanged(ROOM, RoomsFixture.occupant("Priya", false)),
                new XmppEvent.OccupantChanged(ROOM, RoomsFixture.occupant("Mara", true)),
                new XmppEvent.RoomJoined(ROOM, "Mara"));
        restarted.server(account).takeSent();
        restarted.chats.retry(message().key());
        assertThat(privateOnes(restarted.server(account).takeSent())).isEmpty();
        assertThat(message().delivery())
                .isEqualTo(new Delivery.Failed(Refusal.of(Reason.NICK_TAKEN)));
    }

    /// Priya leaves, and somebody comes by her nick.
    private void succeedPriya(Occupant next) {
        session.say(
                account,
                new XmppEvent.OccupantLeft(ROOM, "Priya"),
                new XmppEvent.OccupantChanged(ROOM, next));
    }

    private void enterWhereNobodyIsKnown() {
        session.say(
                account,
                new XmppEvent.OccupantLeft(ROOM, "Priya"),
                new XmppEvent.OccupantChanged(ROOM, RoomsFixture.occupant("Priya", false)),
                new XmppEvent.OccupantChanged(ROOM, RoomsFixture.occupant("Tom", false)),
                new XmppEvent.OccupantChanged(ROOM, RoomsFixture.occupant("Mara", true)),
                new XmppEvent.RoomJoined(ROOM, "Mara"),
                new XmppEvent.RoomTraitsChanged(ROOM, Set.of(), Set.of(Trait.OCCUPANT_IDS)));
        session.server(account).takeSent();
    }

    private void refuse(Reason reason) {
        session.say(account, new XmppEvent.MessageRefused(ROOM, id(), Refusal.of(reason)));
    }

    private static Occupant at(String nick, String address) {
        return new Occupant(
                nick,
                Role.PARTICIPANT,
                Affiliation.NONE,
                Optional.of(JidCreate.bareFromOrThrowUnchecked(address)),
                Presence.AVAILABLE,
                false);
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"NOT_FOUND", "FORBIDDEN", "NOT_ALLOWED", "OTHER"})
    void whatTheRoomRefusesSaysSoAtTheMessage(Reason reason) {
        session.chats.whisper(room, priya("o-1"), "psst");
        session.server(account).takeSent();
        session.say(account, new XmppEvent.MessageRefused(ROOM, id(), Refusal.of(reason)));
        assertFailed(reason);
    }

    /// The room says that we are not in it: nobody has it, and whoever is there when we are in
    /// again may be somebody else.
    @Test
    void whatARoomThatHasLostUsRefusesIsNotSentAgainByItself() {
        session.chats.whisper(room, priya("o-1"), "psst");
        session.server(account).takeSent();
        session.say(
                account,
                new XmppEvent.MessageRefused(ROOM, id(), Refusal.of(Reason.NOT_ACCEPTABLE)));
        enter(priya("o-1"));
        assertThat(privateOnes(session.server(account).takeSent())).isEmpty();
        assertThat(message().delivery())
                .isEqualTo(new Delivery.Failed(Refusal.of(Reason.NOT_ACCEPTABLE)));
    }

    @Test
    void whatALostSessionLeavesIsNotSentAgainByItself() {
        session.chats.whisper(room, priya("o-1"), "psst");
        session.server(account).takeSent();
        lose();
        session.say(account, new XmppEvent.MessagesUncertain(List.of(id())));
        assertThat(message().delivery())
                .isEqualTo(new Delivery.Failed(Refusal.of(Reason.TIMED_OUT)));
        session.on(account, server -> server.signedIn(false));
        enter(priya("o-1"));
        assertThat(privateOnes(session.server(account).takeSent())).isEmpty();
        assertThat(message().delivery())
                .isEqualTo(new Delivery.Failed(Refusal.of(Reason.TIMED_OUT)));
        session.chats.retry(message().key());
        assertThat(privateOnes(session.server(account).takeSent())).hasSize(1);
    }

    @Test
    void whatHasArrivedBeforeTheSessionWasLostIsKnownFromTheArchive() {
        session.chats.whisper(room, priya("o-1"), "psst");
        lose();
        session.say(account, new XmppEvent.MessagesUncertain(List.of(id())));
        archive.put(
                ROOM,
                true,
                new Author(ME, Optional.empty(), true),
                id(),
                new Content.Private(new Confidant("Priya"), "psst"),
                session.tick());
        session.on(account, server -> server.signedIn(false));
        assertThat(session.messages(room)).hasSize(1);
        assertThat(message().delivery()).isEqualTo(Delivery.ON_SERVER);
    }

    @Test
    void whatARestartFindsIsNotSentAgainByItself() {
        session.chats.whisper(room, priya("o-1"), "psst");
        var restarted = new ScriptedSession(session);
        restarted.accounts.connectAll();
        restarted.on(account, server -> server.signedIn(false));
        assertThat(restarted.messages(room).getFirst().delivery())
                .isEqualTo(new Delivery.Failed(Refusal.of(Reason.TIMED_OUT)));
        assertThat(privateOnes(restarted.server(account).takeSent())).isEmpty();
    }

    @Test
    void withoutAConnectionItDoesNotWait() {
        lose();
        session.chats.whisper(room, priya("o-1"), "psst");
        assertThat(message().delivery()).isEqualTo(new Delivery.Failed(Refusal.of(Reason.OFFLINE)));
        session.on(account, server -> server.signedIn(true));
        assertThat(privateOnes(session.server(account).takeSent())).isEmpty();
    }

    @Test
    void whatComesIsUnreadAndCallsUs() {
        session.say(account, arrived(IncomingMessage.Way.LIVE));
        assertThat(message().words()).contains("psst");
        assertThat(chat().unread()).isEqualTo(1);
        assertThat(chat().isMentioned()).isTrue();
        assertThat(session.chatList.chats().get()).hasSize(1);
        session.server(account).takeSent();
        session.chats.markRead(room);
        assertThat(chat().unread()).isZero();
        assertThat(session.server(account).takeSent()).as("nobody is told").isEmpty();
    }

    /// A room without an archive tells what was said since the last that we have: of that, what
    /// came in private since says nothing.
    @Test
    void whatIsAskedOfTheRoomsHistoryBeginsWithWhatWasSaidToAll() {
        session.say(account, session.inRoom("Tom", "m1", "hello", false));
        var last = message().at();
        session.tick();
        session.say(account, arrived(IncomingMessage.Way.LIVE));
        lose();
        session.server(account).takeSent();
        session.on(account, server -> server.signedIn(false));
        assertThat(session.server(account).takeSent())
                .filteredOn(each -> (ROOM + "/Mara").equals(String.valueOf(each.getTo())))
                .singleElement()
                .satisfies(
                        join ->
                                assertThat(join.toXML().toString())
                                        .contains("since='" + last + "'"));
    }

    @Test
    void whoIsARoomTheLinkIsTold() {
        var listener = session.server(account).listener();
        assertThat(listener.chatWith(ROOM)).contains(Chat.Kind.ROOM);
        assertThat(listener.chatWith(LAYLA)).isEmpty();
        session.say(account, session.from(LAYLA, "m1", "hi"));
        assertThat(listener.chatWith(LAYLA)).contains(Chat.Kind.CONTACT);
        session.rooms.leave(room);
        assertThat(listener.chatWith(ROOM)).as("which it stays").contains(Chat.Kind.ROOM);
    }

    private void assertFailed(Reason reason) {
        assertThat(message().delivery()).isEqualTo(new Delivery.Failed(Refusal.of(reason)));
        assertThat(privateOnes(session.server(account).takeSent())).isEmpty();
    }

    private static List<Stanza> privateOnes(List<Stanza> sent) {
        return sent.stream()
                .filter(org.jivesoftware.smack.packet.Message.class::isInstance)
                .filter(each -> each.getTo().hasResource())
                .toList();
    }

    private void lose() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
    }

    private void enter(Occupant... others) {
        for (var each : others) {
            session.say(account, new XmppEvent.OccupantChanged(ROOM, each));
        }
        session.say(
                account,
                new XmppEvent.OccupantChanged(ROOM, occupant("Mara", "o-0", true)),
                new XmppEvent.RoomJoined(ROOM, "Mara"),
                new XmppEvent.RoomTraitsChanged(ROOM, Set.of(Trait.OCCUPANT_IDS), Set.of()));
        session.server(account).takeSent();
    }

    /// As the user sees them.
    private Occupant there(String nick) {
        return session.rooms.occupants(room).get().stream()
                .filter(each -> each.nick().equals(nick))
                .findFirst()
                .orElseThrow();
    }

    private static Occupant priya(String id) {
        return occupant("Priya", id, false);
    }

    private static Occupant occupant(String nick, String id, boolean isMe) {
        return new Occupant(
                nick,
                Role.PARTICIPANT,
                Affiliation.NONE,
                Optional.empty(),
                Presence.AVAILABLE,
                isMe,
                Optional.of(id),
                List.of());
    }

    private XmppEvent.MessageArrived arrived(IncomingMessage.Way way) {
        return new XmppEvent.MessageArrived(
                new IncomingMessage(
                        ROOM,
                        true,
                        new MessageIds("p-1", Optional.empty(), Optional.empty()),
                        new Author(
                                JidCreate.fromOrThrowUnchecked(ROOM + "/Priya"),
                                Optional.of("o-1"),
                                false),
                        session.tick(),
                        new Content.Private(PRIYA, "psst"),
                        way));
    }

    private Message message() {
        return session.messages(room).getLast();
    }

    private String id() {
        return message().ids().stanza();
    }

    private Chat chat() {
        return session.chatList.chat(room).get().orElseThrow();
    }
}
