package kith.session;

import static kith.session.ScriptedSession.LAYLA;
import static kith.session.ScriptedSession.ME;
import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Author;
import kith.model.ChatKey;
import kith.model.Refusal;
import kith.session.archive.OlderMessages.Outcome;
import kith.xmpp.ArchiveSearch;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.impl.JidCreate;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// What servers find that is older than what is here (XEP-0431).
class OlderMessagesTest extends ArchiveFixture {

    private static final Author PRIYA =
            new Author(JidCreate.fromOrThrowUnchecked(ROOM + "/Priya"), Optional.empty(), false);

    private final ScriptedArchive ofRoom = session.archive(ROOM);

    /// A room that has said 1,000 things, each its number, of which the newest 250 are here.
    private void join() {
        for (int i = 0; i < 1000; i++) {
            ofRoom.put(ROOM, true, PRIYA, "r" + i, String.valueOf(i), session.tick());
        }
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        assertThat(session.bodies(room)).isEqualTo(numbers(750, 250));
    }

    @ParameterizedTest
    @ValueSource(strings = {ArchiveSearch.STANDARD, "withtext", "full-text-search"})
    void whatAnArchiveFindsIsReadBackToWithoutAHole(String field) {
        ofRoom.searchBy(field);
        join();
        assertThat(canAsk(Optional.empty())).isTrue();
        assertThat(bring("420")).isEqualTo(Outcome.BROUGHT);
        assertThat(session.bodies(room)).isEqualTo(numbers(250, 750));
        assertThat(ofRoom.searched()).containsExactly("420");
    }

    @Test
    void nothingIsReadWhereNothingIsFound() {
        ofRoom.searchBy(ArchiveSearch.STANDARD);
        join();
        assertThat(bring("one thousand")).isEqualTo(Outcome.NOTHING);
        assertThat(bring("800")).as("which is here").isEqualTo(Outcome.NOTHING);
        assertThat(session.bodies(room)).isEqualTo(numbers(750, 250));
    }

    @Test
    void anArchiveThatLooksForNothingIsNotAsked() {
        join();
        assertThat(canAsk(Optional.empty())).isFalse();
        assertThat(bring("420")).isEqualTo(Outcome.NOTHING);
        assertThat(ofRoom.searched()).isEmpty();
    }

    @Test
    void norOneOfWhichAllIsHere() {
        archive.searchBy(ArchiveSearch.STANDARD);
        assertThat(session.bodies(layla)).isEqualTo(numbers(0, 600));
        assertThat(canAsk(Optional.empty())).isFalse();
        ofRoom.searchBy(ArchiveSearch.STANDARD);
        join();
        assertThat(bring("0")).isEqualTo(Outcome.BROUGHT);
        assertThat(session.bodies(room)).isEqualTo(numbers(0, 1000));
        assertThat(canAsk(Optional.empty())).isFalse();
    }

    @Test
    void onlyTheChatsThatAreMeantAreAsked() {
        ofRoom.searchBy(ArchiveSearch.STANDARD);
        join();
        assertThat(canAsk(Optional.of(Set.of(room)))).isTrue();
        assertThat(canAsk(Optional.of(Set.of(layla)))).isFalse();
        assertThat(canAsk(Optional.of(Set.of()))).isFalse();
    }

    @Test
    void ofTheAccountsArchiveOneChatIsNamed() {
        var fresh = new ScriptedSession();
        var own = fresh.archive(ME);
        own.searchBy(ArchiveSearch.STANDARD);
        write(fresh, own, 0, 1000);
        own.holdAfter(1); // the newest is here, what was before is on its way
        var hers = Optional.of(Set.of(new ChatKey(fresh.signIn(), LAYLA)));
        var outcome = fresh.older.bring("100", hers, () -> true);
        assertThat(own.searched()).containsExactly("100 with " + LAYLA);
        assertThat(outcome).isNotCompleted();
        fresh.core.execute(own::release);
        assertThat(outcome).isCompletedWithValue(Outcome.BROUGHT);
        assertThat(fresh.bodies(hers.get().iterator().next())).isEqualTo(numbers(0, 1000));
    }

    @Test
    void anArchiveThatDoesNotSayIsToldOf() {
        ofRoom.searchBy(ArchiveSearch.STANDARD);
        join();
        ofRoom.refuseNext(Refusal.Reason.TIMED_OUT);
        assertThat(bring("420")).isEqualTo(Outcome.REFUSED);
        ofRoom.answerNext();
        ofRoom.refuseNext(Refusal.Reason.NOT_ALLOWED);
        assertThat(bring("420")).as("found, and not to be had").isEqualTo(Outcome.REFUSED);
        assertThat(session.bodies(room)).isEqualTo(numbers(750, 250));
    }

    @Test
    void itEndsWhereItIsNotWantedAnyMore() {
        ofRoom.searchBy(ArchiveSearch.STANDARD);
        join();
        var asked = new AtomicInteger();
        assertThat(session.older.bring("0", Optional.empty(), () -> asked.incrementAndGet() <= 1))
                .isCompletedWithValue(Outcome.BROUGHT);
        assertThat(session.bodies(room)).isEqualTo(numbers(500, 500));
    }

    @Test
    void offlineThereIsNobodyToAsk() {
        ofRoom.searchBy(ArchiveSearch.STANDARD);
        join();
        disconnect();
        assertThat(canAsk(Optional.empty())).isFalse();
        assertThat(bring("420")).isEqualTo(Outcome.NOTHING);
    }

    private boolean canAsk(Optional<Set<ChatKey>> chats) {
        var answer = session.older.canAsk(chats);
        assertThat(answer).isCompleted();
        return answer.toCompletableFuture().join();
    }

    private Outcome bring(String words) {
        var outcome = session.older.bring(words, Optional.empty(), () -> true);
        assertThat(outcome).isCompleted();
        return outcome.toCompletableFuture().join();
    }
}
