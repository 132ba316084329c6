package kith.session;

import static kith.session.ScriptedSession.LAYLA;
import static kith.session.ScriptedSession.ME;
import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Author;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.Content;
import kith.model.MessageKey;
import kith.model.Refusal;
import kith.session.feed.SessionEvent;
import kith.xmpp.IncomingMessage;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What the session makes of archives: the whole history, in the archive's order, once.
class ArchiveTest extends ArchiveFixture {

    @Test
    void aFirstSessionReadsItAllTheNewestFirstAndNothingIsNew() {
        assertThat(session.bodies(layla)).isEqualTo(numbers(0, 600));
        assertThat(archive.asked())
                .containsExactly("newest 250", "before a350 250", "before a100 250");
        assertThat(unread()).isZero();
        assertThat(session.told).contains(new SessionEvent.CaughtUp(account));
    }

    @Test
    void theNextReadsWhatWasMissedAndThatIsNew() {
        disconnect();
        write(600, 300);
        archive.asked().clear();
        signInAgain();

        assertThat(session.bodies(layla)).isEqualTo(numbers(0, 900));
        assertThat(archive.asked()).containsExactly("after a589 250", "after a839 250");
        assertThat(unread()).isEqualTo(300);
    }

    @Test
    void whoAnsweredFromAnotherDeviceHasReadWhatWasBefore() {
        disconnect();
        write(600, 3);
        archive.put(LAYLA, false, I, "mine", "mine", session.tick());
        write(603, 2);
        signInAgain();

        assertThat(unread()).isEqualTo(2);
        assertThat(new ScriptedSession(session).chatList.chat(layla).get())
                .hasValueSatisfying(chat -> assertThat(chat.unread()).isEqualTo(2));
    }

    @Test
    void whatComesLiveContinuesWhatIsKnown() {
        settle();
        archive.asked().clear();
        IntStream.range(600, 700).forEach(i -> say(live(i)));
        disconnect();
        signInAgain();

        assertThat(archive.asked())
                .as("but for the last seconds")
                .containsExactly("after a689 250");
        assertThat(session.bodies(layla)).isEqualTo(numbers(0, 700));
    }

    @Test
    void whatTheArchiveWritesDownLateIsReadAgain() {
        disconnect();
        write(600, 5);
        archive.skip(602, 604);
        signInAgain();
        assertThat(session.bodies(layla)).endsWith("600", "601", "604");
        disconnect();
        archive.skip(0, 0);
        signInAgain();
        assertThat(session.bodies(layla)).isEqualTo(numbers(0, 605));
    }

    @Test
    void whatComesLiveBeforeAllIsReadStandsAfterWhatWasMissed() {
        disconnect();
        write(600, 300);
        var early = live(900);
        archive.refuseNext(Refusal.Reason.OFFLINE);
        signInAgain();
        say(early);
        assertThat(session.bodies(layla)).last().isEqualTo("900");

        session.on(account, server -> server.signedIn(true)); // resumed

        assertThat(session.bodies(layla)).isEqualTo(numbers(0, 901));
    }

    @Test
    void whatComesAgainAfterAnInterruptionStandsWhereTheArchiveHasIt() {
        say(live(600));
        disconnect();
        var late = List.of(delayed(live(601)), delayed(live(602)));
        session.on(account, server -> server.signedIn(true)); // resumed
        say(live(603));
        late.forEach(this::say);
        say(live(604));

        assertThat(session.bodies(layla)).isEqualTo(numbers(0, 605));
        assertThat(unread()).isEqualTo(5);
    }

    @Test
    void whatIsNewAfterAnInterruptionHidesNothingThatIsStillToCome() {
        disconnect();
        session.on(account, server -> server.signedIn(true)); // resumed
        var late = List.of(delayed(live(600)), delayed(live(601)));
        say(live(602));
        assertThat(session.bodies(layla)).last().isEqualTo("602");
        late.forEach(this::say);
        assertThat(session.bodies(layla)).isEqualTo(numbers(0, 603));

        live(603); // and one that never comes by itself
        say(live(604));
        disconnect();
        signInAgain();
        assertThat(session.bodies(layla)).isEqualTo(numbers(0, 605));
    }

    @Test
    void whatOnePageBroughtComesBeforeTheNextPagesMessages() {
        disconnect();
        session.on(account, server -> server.signedIn(true)); // resumed
        var late = List.of(delayed(live(600)), delayed(live(601)));
        archive.put(LAYLA, false, HER, "id602", "602", session.tick());
        var early = live(603);
        archive.skip(602, 604);
        say(early);
        late.forEach(this::say);
        archive.skip(0, 0);
        settle();
        assertThat(session.bodies(layla)).isEqualTo(numbers(0, 604));
    }

    @Test
    void aNewSessionMayHearLateWhatTheLastOneDidNotHear() {
        settle();
        disconnect();
        signInAgain();
        var late = List.of(delayed(live(600)), delayed(live(601)));
        say(live(602));
        disconnect();
        signInAgain();
        assertThat(session.bodies(layla)).isEqualTo(numbers(0, 603));
        late.forEach(this::say);
        assertThat(session.bodies(layla)).isEqualTo(numbers(0, 603));
    }

    @Test
    void whatComesLiveCountsAsContinuationAgainWhenTheSessionHasSettled() {
        disconnect();
        session.on(account, server -> server.signedIn(true)); // resumed
        say(live(600));
        settle();
        archive.asked().clear();
        IntStream.range(601, 700).forEach(i -> say(live(i)));
        disconnect();
        signInAgain();
        assertThat(archive.asked()).containsExactly("after a689 250");
    }

    @Test
    void anArchiveThatWasEmptyIsAskedAgain() {
        var fresh = new ScriptedSession();
        var hers = fresh.archive(ME);
        var mine = fresh.signIn();
        var chat = new ChatKey(mine, LAYLA);
        assertThat(hers.asked()).containsExactly("newest 250");
        var first = hers.put(LAYLA, false, HER, "first", "first", fresh.tick());
        var second = hers.put(LAYLA, false, HER, "second", "second", fresh.tick());
        fresh.say(mine, new XmppEvent.MessageArrived(second));
        fresh.say(mine, new XmppEvent.MessageArrived(delayed(first)));

        assertThat(fresh.bodies(chat)).containsExactly("first", "second");
    }

    @Test
    void allOfAnArchiveThatWasEmptyIsNew() {
        var fresh = new ScriptedSession();
        var hers = fresh.archive(ME);
        var mine = fresh.signIn();
        var chat = new ChatKey(mine, LAYLA);
        for (int visit = 1; visit <= 2; visit++) {
            fresh.on(mine, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
            write(fresh, hers, 3 * visit, 3);
            fresh.on(mine, server -> server.signedIn(false));
            assertThat(fresh.chatList.unread(chat)).isEqualTo(3 * visit);
            assertThat(fresh.bodies(chat)).isEqualTo(numbers(3, 3 * visit));
        }
        assertThat(hers.asked()).startsWith("newest 250", "since 250");
    }

    @Test
    void aPageThatIsTooMuchForTheLineIsAskedForInPieces() {
        disconnect();
        write(600, 20);
        archive.asked().clear();
        archive.refuseNext(Refusal.Reason.TIMED_OUT);
        signInAgain();

        assertThat(archive.asked()).containsExactly("after a589 250", "after a589 62");
        assertThat(session.bodies(layla)).isEqualTo(numbers(0, 620));
    }

    @Test
    void anArchiveThatHasForgottenWhereWeWereIsReadFromThatTime() {
        disconnect();
        write(600, 300);
        archive.purge(280);
        archive.asked().clear();
        signInAgain();

        assertThat(archive.asked()).startsWith("after a589 250", "since 250");
        var held = session.bodies(layla);
        assertThat(held.subList(0, 600)).isEqualTo(numbers(0, 600));
        assertThat(held.subList(600, held.size())).isEqualTo(numbers(620, 280));
        assertThat(unread()).isEqualTo(280);
    }

    @Test
    void whatTheArchiveHasForgottenStaysAHole() {
        disconnect();
        write(600, 300);
        archive.purge(280);
        signInAgain();
        assertThat(holes(layla)).containsExactly("620 gone");

        disconnect();
        write(900, 3);
        signInAgain();
        assertThat(holes(layla)).as("later, too").containsExactly("620 gone");
    }

    @Test
    void aHoleThatCanBeFilledIsFilledByItself() {
        disconnect();
        write(600, 300);
        archive.refuseNext(Refusal.Reason.NOT_FOUND); // it only doesn't know where we were
        signInAgain();
        assertThat(holes(layla)).isEmpty();
        assertThat(session.bodies(layla)).isEqualTo(numbers(0, 900));
    }

    @Test
    void whatARoomSaidBeforeIsReadWhenTheUserWantsIt() {
        var ofRoom = session.archive(ROOM);
        for (int i = 0; i < 600; i++) {
            var nick = JidCreate.fromOrThrowUnchecked(ROOM + "/Priya");
            var her = new Author(nick, Optional.empty(), false);
            ofRoom.put(ROOM, true, her, "r" + i, String.valueOf(i), session.tick());
        }
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        assertThat(ofRoom.asked()).containsExactly("newest 250");
        assertThat(holes(room)).containsExactly("350");

        assertThat(session.archive.more(room)).isCompleted();
        assertThat(holes(room)).containsExactly("100");
        assertThat(session.archive.more(room)).isCompleted();
        assertThat(holes(room)).as("its beginning").isEmpty();
        assertThat(session.bodies(room)).isEqualTo(numbers(0, 600));
        assertThat(session.archive.more(room)).isCompleted();
        assertThat(ofRoom.asked()).hasSize(3);
    }

    @Test
    void whatIsMissingCantBeHadOffline() {
        disconnect();
        assertThat(session.archive.more(layla)).isCompleted();
    }

    /// The words of the messages before which others are missing.
    private List<String> holes(ChatKey chat) {
        try (var window = session.timelines.open(chat)) {
            return window.timeline().get().holes().stream()
                    .map(hole -> words(chat, hole.before()) + (hole.isGone() ? " gone" : ""))
                    .toList();
        }
    }

    private String words(ChatKey chat, MessageKey key) {
        return session.messages(chat).stream()
                .filter(each -> each.key().equals(key))
                .map(each -> ((Content.Text) each.content()).body())
                .findFirst()
                .orElseThrow();
    }

    private IncomingMessage live(int number) {
        return archive.put(
                LAYLA, false, HER, "id" + number, String.valueOf(number), session.tick());
    }

    private static IncomingMessage delayed(IncomingMessage live) {
        return new IncomingMessage(
                live.peer(),
                live.isRoom(),
                live.ids(),
                live.author(),
                live.at(),
                live.content(),
                IncomingMessage.Way.DELAYED);
    }

    private void say(IncomingMessage message) {
        session.say(account, new XmppEvent.MessageArrived(message));
    }

    /// Time passes in which the server says nothing late.
    private void settle() {
        session.core.execute(() -> session.timer.pass(Duration.ofMinutes(1)));
    }

    private int unread() {
        return session.chatList.chat(layla).get().orElseThrow().unread();
    }
}
