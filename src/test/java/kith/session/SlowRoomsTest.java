package kith.session;

import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.Availability;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.Content;
import kith.model.MessageIds;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Presence;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.xmpp.XmppEvent;

import org.jivesoftware.smack.packet.Message;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is written at once for a room in slow mode goes out one by one (XEP-0500 §7).
class SlowRoomsTest {

    private static final Duration PAUSE = Duration.ofSeconds(20);

    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();
    private final ChatKey room = new ChatKey(account, ROOM);
    private final List<Message> sent = new ArrayList<>();

    SlowRoomsTest() {
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        enter(Affiliation.MEMBER);
        session.say(account, new XmppEvent.SlowModeTold(ROOM, PAUSE));
        session.server(account).takeSent();
    }

    @Test
    void eachWaitsForThePauseAfterTheRoomHasTheOneBefore() {
        writeThree();
        assertThat(bodies()).containsExactly("one");
        session.pass(PAUSE.multipliedBy(2));
        assertThat(bodies()).as("the room has not sent it back").containsExactly("one");
        echo("one");
        session.pass(PAUSE.minusSeconds(1));
        assertThat(bodies()).containsExactly("one");
        session.pass(Duration.ofSeconds(2));
        assertThat(bodies()).containsExactly("one", "two");
        echo("two");
        session.pass(PAUSE.plusSeconds(1));
        assertThat(bodies()).containsExactly("one", "two", "three");
    }

    @Test
    void afterOneThatIsRefusedTheNextGoesOut() {
        writeThree();
        refuse(Reason.FORBIDDEN);
        session.pass(Duration.ofSeconds(1));
        assertThat(bodies()).containsExactly("one", "two");
        refuse(Reason.LIMIT);
        session.pass(PAUSE.minusSeconds(1));
        assertThat(bodies()).as("the room counts otherwise").containsExactly("one", "two");
        session.pass(Duration.ofSeconds(2));
        assertThat(bodies()).containsExactly("one", "two", "three");
    }

    @Test
    void ownersNeedNotWaitNorWhereThereIsNoPause() {
        enter(Affiliation.OWNER);
        writeThree();
        assertThat(bodies()).containsExactly("one", "two", "three");
        enter(Affiliation.MEMBER);
        session.say(account, new XmppEvent.SlowModeTold(ROOM, Duration.ZERO));
        session.chats.send(room, "four");
        session.chats.send(room, "five");
        assertThat(bodies()).endsWith("four", "five");
    }

    /// What takes back a message has words, too, for those who know nothing of that.
    @Test
    void whatIsTakenBackIsSpacedLikeWhatIsSaid() {
        session.chats.send(room, "one");
        echo(new Content.Text("one"));
        session.chats.retract(session.messages(room).getFirst().key());
        session.chats.send(room, "two");
        assertThat(bodies()).containsExactly("one");
        session.pass(PAUSE.plusSeconds(1));
        assertThat(bodies()).hasSize(2).last().asString().startsWith("/me retracted");
        session.pass(PAUSE.plusSeconds(1));
        assertThat(bodies()).as("the room has not sent that back").hasSize(2);
        echo(new Content.Retraction("s-" + sent.getFirst().getStanzaId()));
        session.pass(PAUSE.plusSeconds(1));
        assertThat(bodies()).hasSize(3).endsWith("two");
    }

    @Test
    void whatWaitsGoesOutSoonerWhereTheRoomHasUsWaitLess() {
        writeThree();
        echo("one");
        session.pass(Duration.ofSeconds(5));
        session.say(account, new XmppEvent.SlowModeTold(ROOM, Duration.ofSeconds(4)));
        assertThat(bodies()).containsExactly("one", "two");
        echo("two");
        session.say(account, new XmppEvent.SlowModeTold(ROOM, Duration.ZERO));
        assertThat(bodies()).containsExactly("one", "two", "three");
    }

    @Test
    void whatWaitsGoesOutLaterWhereTheRoomHasUsWaitLonger() {
        writeThree();
        echo("one");
        session.say(account, new XmppEvent.SlowModeTold(ROOM, PAUSE.multipliedBy(2)));
        session.pass(PAUSE.plusSeconds(1));
        assertThat(bodies()).containsExactly("one");
        session.pass(PAUSE);
        assertThat(bodies()).containsExactly("one", "two");
    }

    /// The pause may be over before its alarm goes.
    @Test
    void whatIsWrittenLaterOvertakesNobody() {
        writeThree();
        echo("one");
        session.sleep(PAUSE.plusSeconds(1));
        session.chats.send(room, "four");
        assertThat(bodies()).containsExactly("one");
        session.pass(PAUSE.plusSeconds(1));
        assertThat(bodies()).containsExactly("one", "two");
    }

    /// What was on its way when the line went down is first again.
    @Test
    void anInterruptionChangesNothingInTheOrder() {
        session.server(account).grant(); // the room is there, and we in it
        writeThree();
        assertThat(bodies()).containsExactly("one");
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.on(account, server -> server.signedIn(true));
        echo("one");
        session.pass(PAUSE.plusSeconds(1));
        assertThat(bodies()).containsExactly("one", "two");
    }

    private void enter(Affiliation affiliation) {
        var me =
                new Occupant(
                        "Mara",
                        Role.PARTICIPANT,
                        affiliation,
                        Optional.empty(),
                        new Presence(Availability.AVAILABLE, ""),
                        true);
        session.say(
                account,
                new XmppEvent.OccupantChanged(ROOM, me),
                new XmppEvent.RoomJoined(ROOM, "Mara"));
    }

    private void writeThree() {
        session.chats.send(room, "one");
        session.chats.send(room, "two");
        session.chats.send(room, "three");
    }

    private List<String> bodies() {
        session.server(account).takeSent().stream()
                .filter(Message.class::isInstance)
                .map(Message.class::cast)
                .filter(it -> it.getBody() != null)
                .forEach(sent::add);
        return sent.stream().map(Message::getBody).toList();
    }

    private void echo(String body) {
        bodies();
        var id = sent.getLast().getStanzaId();
        session.say(account, session.incoming.inRoom("Mara", id, body, true));
    }

    /// As a room that keeps an archive says it.
    private void echo(Content content) {
        bodies();
        var id = sent.getLast().getStanzaId();
        var ids = new MessageIds(id, Optional.of(id), Optional.of("s-" + id));
        session.say(account, ScriptedMessages.inRoom("Mara", true, ids, session.tick(), content));
    }

    private void refuse(Reason reason) {
        bodies();
        var id = sent.getLast().getStanzaId();
        session.say(account, new XmppEvent.MessageRefused(ROOM, id, Refusal.of(reason)));
    }
}
