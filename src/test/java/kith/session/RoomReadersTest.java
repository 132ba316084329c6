package kith.session;

import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.Author;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.Occupant;
import kith.model.Presence;
import kith.model.Reader;
import kith.model.RoomTraits;
import kith.model.RoomTraits.Trait;
import kith.xmpp.IncomingMessage;
import kith.xmpp.IncomingMessage.Way;
import kith.xmpp.MessageMark;
import kith.xmpp.Wishes;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.MessageMarked;

import org.jivesoftware.smack.packet.Stanza;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;

/// Who in a room has seen what (XEP-0333 §5.6): they tell us, and we them.
class RoomReadersTest {

    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();
    private final ChatKey room = new ChatKey(account, ROOM);

    @BeforeEach
    void enter() {
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        session.say(
                account,
                new XmppEvent.OccupantChanged(ROOM, occupant("Mara", true)),
                new XmppEvent.RoomJoined(ROOM, "Mara"));
        session.server(account).takeSent();
    }

    @Test
    void whoHasSeenAMessageHasSeenAllBeforeIt() {
        say("Mara", "a-1", true);
        say("Mara", "a-2", true);
        seen("Priya", Optional.empty(), "a-1");
        seen("Tom", Optional.empty(), "a-2");
        assertThat(readersOf("a-1")).containsExactly("Priya", "Tom");
        assertThat(readersOf("a-2")).containsExactly("Tom");
        assertThat(session.messages(room))
                .extracting(Message::delivery)
                .as("nobody's tick")
                .containsOnly(Delivery.ON_SERVER);
    }

    @Test
    void nobodyGoesBackAndAnUnknownMessageIsNobodysBusiness() {
        say("Mara", "a-1", true);
        say("Mara", "a-2", true);
        seen("Tom", Optional.empty(), "a-2");
        seen("Tom", Optional.empty(), "a-1");
        seen("Priya", Optional.empty(), "a-9");
        assertThat(readers()).extracting(Reader::nick).containsExactly("Tom");
        assertThat(readersOf("a-2")).containsExactly("Tom");
    }

    /// H17, H18, H21: the room itself has no eyes, and who has our nick is not another.
    @Test
    void theRoomAndWeAreNoReaders() {
        say("Mara", "a-1", true);
        session.say(account, mark(ROOM, false, Optional.empty(), "a-1"));
        session.say(account, mark(occupantJid("Mara"), true, Optional.empty(), "a-1"));
        assertThat(readers()).isEmpty();
    }

    /// H20.
    @Test
    void whoHasTheNickOfAReaderNowIsAnother() {
        say("Mara", "a-1", true);
        seen("Priya", Optional.of("id-1"), "a-1");
        seen("Priya", Optional.of("id-2"), "a-1");
        seen("Priya N", Optional.of("id-1"), "a-1");
        assertThat(readers()).hasSize(2);
        say("Mara", "a-2", true);
        seen("Priya N", Optional.of("id-1"), "a-2");
        assertThat(readersOf("a-2")).containsExactly("Priya N");
        assertThat(readers()).hasSize(2);
    }

    /// H20: archives of some servers leave out who it was, and the nick may be another's by then.
    @Test
    void whoIsKnownByNickAloneTakesNobodyFurther() {
        say("Mara", "a-1", true);
        say("Mara", "a-2", true);
        seen("Priya", Optional.of("id-1"), "a-1");
        seen("Priya", Optional.empty(), "a-2");
        assertThat(readers())
                .filteredOn(it -> it.occupantId().isPresent())
                .singleElement()
                .satisfies(it -> assertThat(it.message()).isEqualTo(message("a-1").key()));
        assertThat(readersOf("a-1")).as("told once").containsExactly("Priya");
        assertThat(readersOf("a-2")).as("somebody called so").containsExactly("Priya");
        seen("Priya N", Optional.of("id-1"), "a-2");
        assertThat(readersOf("a-2")).containsExactly("Priya", "Priya N");
        assertThat(new ScriptedSession(session).readers.of(room).get()).isEqualTo(readers());
    }

    @Test
    void whoIsKnownByNickAloneIsNoSecondReaderBesideWhoIsAsFar() {
        say("Mara", "a-1", true);
        say("Mara", "a-2", true);
        seen("Priya", Optional.empty(), "a-1");
        seen("Priya", Optional.of("id-1"), "a-2");
        seen("Priya", Optional.empty(), "a-2");
        seen("Priya", Optional.empty(), "a-1");
        assertThat(readers())
                .singleElement()
                .satisfies(it -> assertThat(it.occupantId()).contains("id-1"));
        assertThat(readersOf("a-2")).containsExactly("Priya");
        assertThat(new ScriptedSession(session).readers.of(room).get()).isEqualTo(readers());
    }

    @Test
    void whoIsKnownByNickAloneGoesOnAsSuch() {
        say("Mara", "a-1", true);
        say("Mara", "a-2", true);
        seen("Priya", Optional.empty(), "a-1");
        seen("Priya", Optional.empty(), "a-2");
        seen("Tom", Optional.empty(), "a-1");
        assertThat(readersOf("a-2")).containsExactly("Priya");
        assertThat(readersOf("a-1")).containsExactly("Priya", "Tom");
        assertThat(new ScriptedSession(session).readers.of(room).get()).isEqualTo(readers());
    }

    /// What comes before its archive was asked stands behind all, until that is through.
    @Test
    void whatCameAheadWasSeenWhereItStandsInTheEnd() {
        say("Mara", "a-1", true);
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.on(account, server -> server.signedIn(false));
        say("Mara", "a-2", true);
        seen("Priya", Optional.of("id-1"), "a-2");
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        say("Mara", "a-3", true);
        assertThat(readersOf("a-2")).containsExactly("Priya");
        assertThat(readersOf("a-3")).isEmpty();
        seen("Priya", Optional.of("id-1"), "a-3");
        assertThat(readersOf("a-3")).containsExactly("Priya");
        assertThat(new ScriptedSession(session).readers.of(room).get()).isEqualTo(readers());
    }

    @Test
    void isKnownAfterARestart() {
        say("Mara", "a-1", true);
        seen("Priya", Optional.of("id-1"), "a-1");
        seen("Tom", Optional.empty(), "a-1");
        var before = readers();
        assertThat(before).hasSize(2);
        var restarted = new ScriptedSession(session);
        assertThat(restarted.readers.of(room).get()).isEqualTo(before);
    }

    @Test
    void aCrowdIsForgottenFromItsBeginning() {
        say("Mara", "a-1", true);
        for (int i = 0; i < 600; i++) {
            seen("n" + i, Optional.of("id-" + i), "a-1");
        }
        assertThat(readers()).hasSize(500);
        assertThat(readers().getFirst().nick()).isEqualTo("n100");
        var restarted = new ScriptedSession(session);
        assertThat(restarted.readers.of(room).get()).hasSize(500);
    }

    @Test
    void whatTheUserHasSeenIsToldToASmallRoomByItsName() {
        session.say(account, wanting("Priya", "p-1", "a-1"));
        session.chats.markRead(room);
        assertThat(markers())
                .singleElement()
                .asString()
                .contains("to='" + ROOM + "'", "type='groupchat'", "<displayed ", "id='a-1'");
        session.chats.markRead(room);
        assertThat(markers()).as("once").isEmpty();
    }

    @Test
    void strangersHearOfItOnlyWhereTheyAreFew() {
        for (int i = 0; i < 20; i++) {
            session.say(account, new XmppEvent.OccupantChanged(ROOM, occupant("n" + i, false)));
        }
        session.say(account, wanting("Priya", "p-1", "a-1"));
        session.chats.markRead(room);
        assertThat(markers()).isEmpty();

        session.say(
                account,
                new XmppEvent.RoomDescribed(
                        ROOM, RoomTraits.of(Trait.MEMBERS_ONLY, Trait.NON_ANONYMOUS)),
                wanting("Priya", "p-2", "a-2"));
        session.chats.markRead(room);
        assertThat(markers()).hasSize(1);
    }

    @Test
    void asksToKnowWhoHasSeenItWhereOthersAreToldToo() {
        session.chats.send(room, "hello");
        assertThat(sent()).singleElement().asString().contains("<markable ");
        for (int i = 0; i < 20; i++) {
            session.say(account, new XmppEvent.OccupantChanged(ROOM, occupant("n" + i, false)));
        }
        session.chats.send(room, "hello all");
        assertThat(sent()).singleElement().asString().doesNotContain("<markable ");
    }

    @Test
    void whoIsAddressedIsNamedBesideTheWords() {
        session.say(account, new XmppEvent.OccupantChanged(ROOM, occupant("Priya N", false)));
        session.chats.send(room, "🐙 @Priya N, look");
        assertThat(sent())
                .singleElement()
                .asString()
                .contains(
                        "<reference xmlns='urn:xmpp:reference:0' type='mention' begin='2' end='10'"
                                + " uri='xmpp:"
                                + ROOM
                                + "/Priya%20N'>");
    }

    /// XEP-0372.
    @Test
    void whoIsReferredToIsMentioned() {
        session.say(account, arrived("Priya", "p-1", "a-1", false, new Wishes(false, false, true)));
        assertThat(session.chatList.chat(room).get()).map(Chat::isMentioned).contains(true);
    }

    private void say(String nick, String archiveId, boolean isMine) {
        session.say(account, arrived(nick, archiveId, archiveId, isMine, Wishes.NONE));
    }

    private XmppEvent wanting(String nick, String id, String archiveId) {
        return arrived(nick, id, archiveId, false, new Wishes(false, true));
    }

    private XmppEvent arrived(
            String nick, String id, String archiveId, boolean isMine, Wishes wishes) {
        return new XmppEvent.MessageArrived(
                new IncomingMessage(
                        ROOM,
                        true,
                        new MessageIds(id, Optional.empty(), Optional.of(archiveId)),
                        new Author(occupantJid(nick), Optional.empty(), isMine),
                        session.tick(),
                        new Content.Text("words " + id),
                        Way.LIVE,
                        wishes));
    }

    private void seen(String nick, Optional<String> occupantId, String archiveId) {
        session.say(account, mark(occupantJid(nick), false, occupantId, archiveId));
    }

    private MessageMarked mark(Jid by, boolean isMine, Optional<String> id, String archiveId) {
        return new MessageMarked(
                new MessageMark(
                        ROOM,
                        isMine,
                        archiveId,
                        MessageMark.Kind.SEEN_IN_ROOM,
                        Way.LIVE,
                        by,
                        id,
                        session.tick()));
    }

    private List<Reader> readers() {
        return session.readers.of(room).get();
    }

    private List<String> readersOf(String archiveId) {
        return Reader.ofMessage(message(archiveId), readers()).stream().map(Reader::nick).toList();
    }

    private Message message(String archiveId) {
        return session.messages(room).stream()
                .filter(each -> each.ids().archive().equals(Optional.of(archiveId)))
                .findFirst()
                .orElseThrow();
    }

    private List<String> markers() {
        return sent().stream().filter(each -> each.contains("<displayed ")).toList();
    }

    private List<String> sent() {
        return session.server(account).takeSent().stream()
                .map(Stanza::toXML)
                .map(Object::toString)
                .filter(each -> each.startsWith("<message"))
                .toList();
    }

    private static Jid occupantJid(String nick) {
        return JidCreate.fromOrThrowUnchecked(ROOM + "/" + nick);
    }

    private static Occupant occupant(String nick, boolean isMe) {
        return new Occupant(
                nick,
                Occupant.Role.PARTICIPANT,
                Occupant.Affiliation.NONE,
                Optional.empty(),
                Presence.AVAILABLE,
                isMe);
    }
}
