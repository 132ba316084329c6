package kith.session;

import static kith.session.ScriptedSession.LAYLA;
import static kith.session.ScriptedSession.ME;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.ChatKey;
import kith.model.Refusal;
import kith.model.SyncState;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/// What is told of the reading of archives: up to when messages are here, and how far it has come.
class SyncProgressTest extends ArchiveFixture {

    @Test
    void tellsUpToWhenMessagesAreHere() {
        assertThat(sync()).contains(SyncState.WHOLE);
        disconnect();
        var then = session.now();
        assertThat(sync()).contains(new SyncState.Behind(then));

        write(600, 3);
        session.tick();
        assertThat(sync()).contains(new SyncState.Behind(then));
        var restarted = new ScriptedSession(session);
        assertThat(restarted.archive.states().get().get(account))
                .as("what the store has")
                .isInstanceOf(SyncState.Behind.class);
        signInAgain();
        assertThat(sync()).contains(SyncState.WHOLE);
    }

    @Test
    void tellsHowFarALongReadingIs() {
        disconnect();
        write(600, 600);
        archive.answerNext();
        archive.refuseNext(Refusal.Reason.OFFLINE); // the line breaks again
        signInAgain();
        var last = session.messages(layla).getLast().at();
        assertThat(sync())
                .hasValueSatisfying(
                        state ->
                                assertThat(state)
                                        .isInstanceOfSatisfying(
                                                SyncState.CatchingUp.class,
                                                it -> assertThat(it.until()).isBefore(last)));
        var until = ((SyncState.CatchingUp) sync().orElseThrow()).until();
        disconnect();
        assertThat(sync()).contains(new SyncState.Behind(until));
    }

    @Test
    void tellsHowFarBackTheHistoryIs() {
        var fresh = new ScriptedSession();
        var hers = fresh.archive(ME);
        write(fresh, hers, 0, 900);
        hers.answerNext();
        hers.answerNext();
        hers.refuseNext(Refusal.Reason.OFFLINE);
        var mine = fresh.signIn();
        assertThat(fresh.archive.states().get().get(mine))
                .isEqualTo(
                        new SyncState.ReadingBack(
                                fresh.messages(new ChatKey(mine, LAYLA)).getFirst().at()));
    }

    private Optional<SyncState> sync() {
        return Optional.ofNullable(session.archive.states().get().get(account));
    }
}
