package kith.session;

import static kith.session.ScriptedSession.LAYLA;
import static kith.session.ScriptedSession.ME;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.Author;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.PresenceSubscription;
import kith.xmpp.IncomingMessage;
import kith.xmpp.IncomingMessage.Way;
import kith.xmpp.MessageMark;
import kith.xmpp.MessageMark.Kind;
import kith.xmpp.Wishes;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.MessageMarked;
import kith.xmpp.XmppEvent.ReadElsewhere;

import org.jivesoftware.smack.packet.Stanza;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;

/// How far messages have come: ours to others, theirs to us, and what our devices tell each other.
class MarksTest {

    private static final BareJid EVE = JidCreate.bareFromOrThrowUnchecked("eve@far.example");

    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();
    private final ChatKey layla = new ChatKey(account, LAYLA);

    MarksTest() {
        befriend(PresenceSubscription.BOTH);
    }

    @Test
    void aReceiptMakesItDeliveredAndAMarkerRead() {
        var id = send("one");
        mark(LAYLA, id, Kind.DELIVERED);
        assertThat(deliveries()).containsExactly(Delivery.DELIVERED);
        mark(LAYLA, id, Kind.DISPLAYED);
        assertThat(deliveries()).containsExactly(Delivery.READ);
        mark(LAYLA, id, Kind.DELIVERED);
        assertThat(deliveries()).as("it never goes back").containsExactly(Delivery.READ);
    }

    @Test
    void aMarkerIsOfAllBeforeAndOfNoneAfter() {
        send("one");
        var second = send("two");
        send("three");
        mark(LAYLA, second, Kind.DISPLAYED);
        assertThat(deliveries()).containsExactly(Delivery.READ, Delivery.READ, Delivery.ON_SERVER);
    }

    @Test
    void h17OnlyWhoItWasWrittenToIsBelieved() {
        var id = send("one");
        mark(EVE, id, Kind.DELIVERED);
        mark(EVE, id, Kind.DISPLAYED);
        session.say(account, new MessageMarked(ours(id)));
        assertThat(deliveries()).containsExactly(Delivery.ON_SERVER);
    }

    @Test
    void whatAnotherDeviceOfOursWroteIsMarkedToo() {
        fromOurPhone("phone-1");
        mark(LAYLA, "phone-1", Kind.DISPLAYED);
        assertThat(deliveries()).containsExactly(Delivery.READ);
    }

    @Test
    void twoMessagesOfAPhoneUnderOneIdStayTwo() {
        fromOurPhone("same");
        session.say(account, mine("same", "other words"));
        assertThat(session.bodies(layla)).containsExactly("from the phone", "other words");
    }

    @Test
    void aMessageThatWantsAReceiptGetsItOnceItIsSafe() {
        session.core.execute(
                () -> { // what is handed in here is one batch
                    session.say(account, wanting("m-1"));
                    session.say(account, new XmppEvent.MessageAcknowledged("another"));
                    session.on(account, server -> assertThat(server.takeSent()).isEmpty());
                });
        assertThat(sent()).singleElement().asString().contains("<received ", "id='m-1'");
    }

    @Test
    void h63AStrangerHearsNothing() {
        befriend(PresenceSubscription.TO);
        session.say(account, wanting("m-1"));
        session.chats.markRead(layla);
        assertThat(sent()).isEmpty();
    }

    @Test
    void aReceiptThatDidNotGetOutGoesOutInTheNextSession() {
        session.say(account, wanting("m-1"));
        var lost = session.server(account).takeSent().getFirst().getStanzaId();
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.say(account, new XmppEvent.MessagesUncertain(List.of(lost)));
        session.on(account, server -> server.signedIn(false));

        assertThat(received()).containsExactly(lost);
        session.say(account, new XmppEvent.MessageAcknowledged(lost));
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.on(account, server -> server.signedIn(false));
        assertThat(received()).isEmpty();
    }

    @Test
    void aReceiptThatDidNotGetOutGoesOutAfterTheNextStart() {
        session.server(account).narrow(1);
        session.say(account, wanting("m-1"), wanting("m-2"));
        var first = received();
        var restarted = restart();
        assertThat(received(restarted)).hasSize(2).startsWith(first.getFirst());
    }

    @Test
    void withoutAcknowledgementsAReceiptIsOutWhenItIsSent() {
        session.server(account).neverAcknowledge();
        session.say(account, wanting("m-1"));
        assertThat(received()).hasSize(1);
        assertThat(received(restart())).isEmpty();
    }

    @Test
    void receiptsWaitWhereTheLineIsFull() {
        session.server(account).narrow(1);
        session.say(account, wanting("m-1"), wanting("m-2"));
        var first = received();
        assertThat(first).hasSize(1);
        session.say(account, new XmppEvent.MessageAcknowledged(first.getFirst()));
        assertThat(received()).hasSize(1);
    }

    @Test
    void readingTellsTheSenderOfTheLastThatWantsIt() {
        session.say(account, wanting("m-1"), wanting("m-2"));
        session.say(account, session.incoming.from(LAYLA, "m-3", "wants nothing"));
        session.server(account).takeSent();
        session.chats.markRead(layla);
        assertThat(sent()).singleElement().asString().contains("<displayed ", "id='m-2'");
        session.chats.markRead(layla);
        assertThat(sent()).as("once").isEmpty();
    }

    @Test
    void whatIsReadOfflineIsToldInTheNextSession() {
        session.say(account, wanting("m-1"));
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.server(account).takeSent();
        session.chats.markRead(layla);
        assertThat(sent()).isEmpty();
        session.on(account, server -> server.signedIn(false));
        assertThat(sent()).filteredOn(xml -> xml.contains("<displayed ")).hasSize(1);
    }

    @Test
    void whatIsReadOnAnotherDeviceIsReadHere() {
        session.say(
                account, archived("m-1", "a-1"), archived("m-2", "a-2"), archived("m-3", "a-3"));
        assertThat(unread()).isEqualTo(3);
        session.say(account, new ReadElsewhere(LAYLA, "a-2"));
        assertThat(unread()).isEqualTo(1);
        session.say(account, new ReadElsewhere(LAYLA, "a-1"));
        assertThat(unread()).as("R14: never back").isEqualTo(1);
        session.say(account, new ReadElsewhere(LAYLA, "unknown"));
        assertThat(unread()).isEqualTo(1);
        assertThat(new ScriptedSession(session).chatList.unread(layla)).isEqualTo(1);
    }

    @Test
    void whatAnotherDeviceHasMarkedIsReadHere() {
        session.say(account, archived("m-1", "a-1"), archived("m-2", "a-2"));
        session.say(account, new MessageMarked(ours("m-1")));
        assertThat(unread()).isEqualTo(1);
    }

    private void befriend(PresenceSubscription subscription) {
        session.befriend(account, "Layla", subscription);
        session.server(account).takeSent();
    }

    private String send(String text) {
        session.chats.send(layla, text);
        var id = session.server(account).takeSentIds().getFirst();
        session.say(account, new XmppEvent.MessageAcknowledged(id));
        return id;
    }

    private void fromOurPhone(String id) {
        session.say(account, mine(id, "from the phone"));
    }

    private XmppEvent mine(String id, String body) {
        return arrived(
                new Author(ME, Optional.empty(), true),
                new MessageIds(id, Optional.empty(), Optional.empty()),
                body,
                Way.CARBON,
                Wishes.NONE);
    }

    private XmppEvent wanting(String id) {
        return arrived(
                new Author(LAYLA, Optional.empty(), false),
                new MessageIds(id, Optional.of(id), Optional.empty()),
                "word " + id,
                Way.LIVE,
                new Wishes(true, true));
    }

    private XmppEvent archived(String id, String name) {
        return arrived(
                new Author(LAYLA, Optional.empty(), false),
                new MessageIds(id, Optional.of(id), Optional.of(name)),
                "word " + id,
                Way.LIVE,
                Wishes.NONE);
    }

    private XmppEvent arrived(Author author, MessageIds ids, String body, Way way, Wishes wishes) {
        return new XmppEvent.MessageArrived(
                new IncomingMessage(
                        LAYLA,
                        false,
                        ids,
                        author,
                        session.tick(),
                        new Content.Text(body),
                        way,
                        wishes));
    }

    private void mark(BareJid peer, String id, Kind kind) {
        session.say(
                account,
                new MessageMarked(
                        new MessageMark(peer, false, id, kind, Way.LIVE, peer, session.now())));
    }

    private MessageMark ours(String id) {
        return new MessageMark(LAYLA, true, id, Kind.DISPLAYED, Way.CARBON, ME, session.now());
    }

    private int unread() {
        return session.chatList.unread(layla);
    }

    private List<Delivery> deliveries() {
        return session.messages(layla).stream().map(Message::delivery).toList();
    }

    /// The messages that were sent, as they stand on the wire.
    private List<String> sent() {
        return session.server(account).takeSent().stream()
                .map(Stanza::toXML)
                .map(CharSequence::toString)
                .filter(xml -> xml.startsWith("<message"))
                .toList();
    }

    /// The ids of the receipts that were sent.
    private List<String> received() {
        return received(session);
    }

    private ScriptedSession restart() {
        var restarted = new ScriptedSession(session);
        restarted.accounts.connectAll();
        restarted.on(account, server -> server.signedIn(false));
        return restarted;
    }

    private List<String> received(ScriptedSession session) {
        return session.server(account).takeSent().stream()
                .filter(stanza -> stanza.toXML().toString().contains("<received "))
                .map(Stanza::getStanzaId)
                .toList();
    }
}
