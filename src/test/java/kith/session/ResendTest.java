package kith.session;

import static kith.session.ScriptedSession.LAYLA;
import static kith.session.ScriptedSession.ME;
import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Author;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.Refusal;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What goes out again once the archive was asked: what it lacks, in order, once.
class ResendTest extends ArchiveFixture {

    private int heard;

    @Test
    void whatTheArchiveHasIsNotSentAgain() {
        session.chats.send(layla, "arrived");
        session.chats.send(layla, "lost");
        var ids = ids(layla).subList(600, 602);
        archive.put(LAYLA, false, I, ids.getFirst(), "arrived", session.tick());
        disconnect();
        session.say(account, new XmppEvent.MessagesUncertain(ids));
        session.server(account).takeSent();
        signInAgain();

        assertThat(session.server(account).takeSentIds()).containsExactly(ids.getLast());
        assertThat(session.messages(layla).subList(600, 602))
                .extracting(Message::delivery)
                .containsExactly(Delivery.ON_SERVER, Delivery.SENDING);
    }

    /// However many were on their way in the session that is gone, and of however many of them the
    /// archive knows (F05, R10).
    @Test
    void ofWhatWasOnItsWayWhatTheArchiveLacksIsSentAgainOnceInOrder() {
        for (int inFlight = 1; inFlight <= 5; inFlight++) {
            for (int handled = 0; handled <= inFlight; handled++) {
                var fresh = new ScriptedSession();
                var hers = fresh.archive(ME);
                var mine = fresh.signIn();
                var chat = new ChatKey(mine, LAYLA);
                for (int number = 0; number < inFlight; number++) {
                    fresh.chats.send(chat, String.valueOf(number));
                }
                var sent = fresh.server(mine).takeSentIds();
                for (int number = 0; number < handled; number++) {
                    var text = String.valueOf(number);
                    hers.put(LAYLA, false, I, sent.get(number), text, fresh.tick());
                }
                fresh.on(mine, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
                fresh.say(mine, new XmppEvent.MessagesUncertain(sent));
                fresh.on(mine, server -> server.signedIn(false));

                assertThat(fresh.server(mine).takeSentIds())
                        .as("%d of %d", handled, inFlight)
                        .isEqualTo(sent.subList(handled, inFlight));
                assertThat(fresh.bodies(chat)).isEqualTo(numbers(0, inFlight));
            }
        }
    }

    @Test
    void whatAnArchiveNeverReadHasLongSinceIsNotSentAgain() {
        var fresh = new ScriptedSession();
        var hers = fresh.archive(ME);
        var mine = fresh.signIn();
        var chat = new ChatKey(mine, LAYLA);
        fresh.chats.send(chat, "arrived");
        var id = fresh.messages(chat).getFirst().ids().stanza();
        hers.put(LAYLA, false, I, id, "arrived", fresh.tick());
        write(fresh, hers, 0, 300);
        fresh.on(mine, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        fresh.say(mine, new XmppEvent.MessagesUncertain(List.of(id)));
        fresh.server(mine).takeSent();
        fresh.on(mine, server -> server.signedIn(false));

        assertThat(fresh.server(mine).takeSentIds()).isEmpty();
        assertThat(fresh.bodies(chat)).hasSize(301).startsWith("arrived", "0", "1");
    }

    /// The way to the server is cut before its acknowledgement is asked for, while others are
    /// heard.
    @Test
    void whatTheArchiveGotBeforeWhatCameMeanwhileIsNotSentAgain() {
        session.core.execute(() -> session.timer.pass(Duration.ofMinutes(1)));
        session.chats.send(layla, "arrived");
        var id = ids(layla).getLast();
        archive.put(LAYLA, false, I, id, "arrived", session.tick());
        hear(30);
        disconnect();
        session.say(account, new XmppEvent.MessagesUncertain(List.of(id)));
        session.server(account).takeSent();
        signInAgain();

        assertThat(session.server(account).takeSentIds()).isEmpty();
        assertThat(session.messages(layla).get(600))
                .extracting(message -> message.ids().stanza(), Message::delivery)
                .containsExactly(id, Delivery.ON_SERVER);
    }

    /// The server says late that it has it, after much that came; the archive had it before that.
    @Test
    void whatIsAcknowledgedLateComesToStandWhereTheArchiveHasIt() {
        session.core.execute(() -> session.timer.pass(Duration.ofMinutes(1)));
        session.chats.send(layla, "mine");
        var id = ids(layla).getLast();
        archive.put(LAYLA, false, I, id, "mine", session.tick());
        hear(30);
        session.say(account, new XmppEvent.MessageAcknowledged(id));
        assertThat(session.bodies(layla)).endsWith("live 29", "mine");
        hear(1);

        assertThat(session.bodies(layla).subList(600, 603))
                .containsExactly("mine", "live 0", "live 1");
    }

    private void hear(int count) {
        for (int i = 0; i < count; i++) {
            var said = "live " + heard++;
            var live = archive.put(LAYLA, false, HER, said, said, session.tick());
            session.say(account, new XmppEvent.MessageArrived(live));
        }
    }

    @Test
    void whatIsWrittenWhileAnEarlierMessageIsUncertainGoesAfterIt() {
        session.chats.send(layla, "uncertain");
        disconnect();
        archive.refuseNext(Refusal.Reason.OFFLINE);
        session.server(account).takeSent();
        session.on(account, server -> server.signedIn(false));
        session.chats.send(layla, "later");
        assertThat(session.server(account).takeSentIds()).isEmpty();

        session.on(account, server -> server.signedIn(true)); // resumed

        assertThat(session.server(account).takeSentIds()).isEqualTo(ids(layla).subList(600, 602));
    }

    /// Where it gives no answer, or none that says what it has (R10).
    @ParameterizedTest
    @EnumSource(
            value = Refusal.Reason.class,
            names = {"TIMED_OUT", "SERVER_NOT_REACHED", "LIMIT", "OTHER"})
    void theArchiveIsAskedAgainBeforeAnythingIsSentAgain(Refusal.Reason reason) {
        session.chats.send(layla, "arrived");
        session.chats.send(layla, "lost");
        var ids = ids(layla).subList(600, 602);
        archive.put(LAYLA, false, I, ids.getFirst(), "arrived", session.tick());
        disconnect();
        session.say(account, new XmppEvent.MessagesUncertain(ids));
        session.server(account).takeSent();
        int smaller = reason == Refusal.Reason.TIMED_OUT ? 3 : 0; // pages are tried first
        for (int i = 0; i < 3 + smaller; i++) {
            archive.refuseNext(reason);
        }
        signInAgain();
        for (int minute = 0; minute < 3; minute++) {
            assertThat(session.server(account).takeSentIds()).isEmpty();
            session.core.execute(() -> session.timer.pass(Duration.ofMinutes(1)));
        }

        assertThat(session.server(account).takeSentIds()).containsExactly(ids.getLast());
    }

    @Test
    void oneThatCanNotSayHoldsNothingBack() {
        session.chats.send(layla, "uncertain");
        disconnect();
        archive.refuseNext(Refusal.Reason.NOT_SUPPORTED);
        session.server(account).takeSent();
        session.on(account, server -> server.signedIn(false));
        assertThat(session.server(account).takeSentIds()).isEqualTo(ids(layla).subList(600, 601));
    }

    @Test
    void anArchiveThatNeverSaysWhatItHasHoldsNothingBackForEver() {
        session.chats.send(layla, "uncertain");
        disconnect();
        for (int i = 0; i < 4; i++) {
            archive.refuseNext(Refusal.Reason.OTHER);
        }
        session.server(account).takeSent();
        session.on(account, server -> server.signedIn(false));
        for (int minute = 0; minute < 3; minute++) {
            assertThat(session.server(account).takeSentIds()).isEmpty();
            session.core.execute(() -> session.timer.pass(Duration.ofMinutes(1)));
        }
        assertThat(session.server(account).takeSentIds()).isEqualTo(ids(layla).subList(600, 601));
    }

    @Test
    void whatIsForARoomWaitsForTheRoomsArchive() {
        var ofRoom = session.archive(ROOM);
        var me = new Author(JidCreate.fromOrThrowUnchecked(ROOM + "/Mara"), Optional.empty(), true);
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        session.chats.send(room, "arrived");
        session.chats.send(room, "lost");
        var ids = ids(room);
        ofRoom.put(ROOM, true, me, ids.getFirst(), "arrived", session.tick());
        disconnect();
        session.say(account, new XmppEvent.MessagesUncertain(ids));
        signInAgain();
        session.server(account).takeSent();
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));

        assertThat(session.server(account).takeSentIds()).containsExactly(ids.getLast());
        assertThat(session.bodies(room)).containsExactly("arrived", "lost");
    }

    private List<String> ids(ChatKey chat) {
        return session.messages(chat).stream().map(each -> each.ids().stanza()).toList();
    }
}
