package kith.session;

import static kith.session.ScriptedSession.LAYLA;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.ChatKey;

import org.junit.jupiter.api.Test;

/// What has come of late and is newer than what a window on a chat shows.
class TimelineBeyondTest {

    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();
    private final ChatKey layla = new ChatKey(account, LAYLA);

    @Test
    void whatTheWindowHasReachedIsNotBeyondIt() {
        receive(0, 400);

        try (var window = session.timelines.open(layla)) {
            var live = window.timeline();
            while (!live.get().isAtStart()) {
                window.older();
            }
            receive(400, 200);
            assertThat(live.get().beyond()).hasSize(200);
            while (!live.get().isAtEnd()) {
                window.newer();
                assertThat(live.get().beyond()).noneMatch(live.get().messages()::contains);
            }
            assertThat(live.get().beyond()).isEmpty();
        }
    }

    private void receive(int first, int count) {
        for (int i = first; i < first + count; i++) {
            session.say(account, session.incoming.from(LAYLA, "m" + i, Integer.toString(i)));
        }
    }
}
