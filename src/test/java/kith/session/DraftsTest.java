package kith.session;

import static kith.session.ScriptedSession.LAYLA;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.ImmediateLane;
import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.store.FullDisk;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class DraftsTest {

    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();
    private final ChatKey layla = new ChatKey(account, LAYLA);
    private final List<String> given = new ArrayList<>();

    DraftsTest() {
        session.tabs.open(layla, Chat.Kind.CONTACT);
    }

    @Test
    void isStoredWhenTypingPauses() {
        session.drafts.write(layla, "Lo");
        session.pass(Duration.ofMillis(900));
        session.drafts.write(layla, "Lov");
        session.pass(Duration.ofMillis(900));
        assertThat(drafts(session)).isEmpty();
        assertThat(afterRestart()).isEmpty();
        session.pass(Duration.ofMillis(100));
        assertThat(drafts(session)).containsOnly(Map.entry(layla, "Lov"));
        assertThat(afterRestart()).containsOnly(Map.entry(layla, "Lov"));
    }

    @Test
    void isStoredWhenTheUserTurnsAway() {
        session.drafts.write(layla, "Lov");
        session.drafts.settle(layla);
        assertThat(afterRestart()).containsOnly(Map.entry(layla, "Lov"));
    }

    @Test
    void isStoredWhenThePageCloses() {
        var page = session.drafts.open(layla, new ImmediateLane(), given::add);
        session.drafts.write(layla, "Lov");
        page.close();
        assertThat(afterRestart()).containsOnly(Map.entry(layla, "Lov"));
    }

    @Test
    void isStoredWhenTheProgramEnds() {
        int waiting = session.timer.waiting();
        session.drafts.write(layla, "Lov");
        session.drafts.settleAll();
        assertThat(afterRestart()).containsOnly(Map.entry(layla, "Lov"));
        assertThat(session.timer.waiting()).isEqualTo(waiting);
    }

    @Test
    void isGoneAsSoonAsItIsEmptied() {
        session.drafts.write(layla, "Lov");
        session.drafts.settle(layla);
        session.drafts.write(layla, " ");
        assertThat(drafts(session)).isEmpty();
        assertThat(afterRestart()).isEmpty();
    }

    @Test
    void whoeverOpensTheChatIsGivenIt() {
        session.drafts.write(layla, "Lov");
        session.drafts.settle(layla);
        var page = session.drafts.open(layla, new ImmediateLane(), given::add);
        page.close();
        var restarted = new ScriptedSession(session);
        restarted.drafts.open(layla, new ImmediateLane(), given::add);
        assertThat(given).containsExactly("Lov", "Lov");
    }

    @Test
    void whatComesBackGoesToThePageThatIsOpen() {
        session.drafts.open(layla, new ImmediateLane(), given::add);
        session.drafts.giveBack(layla, "Lovely.");
        assertThat(given).containsExactly("Lovely.");
    }

    @Test
    void whatComesBackAndFindsNoPageStandsBeforeWhatWasBegunMeanwhile() {
        session.drafts.write(layla, "And th");
        session.drafts.giveBack(layla, "Lovely.");
        assertThat(afterRestart()).containsOnly(Map.entry(layla, "Lovely.\nAnd th"));
    }

    /// It may close while it is being told.
    @Test
    void whatThePageDoesNotTakeIsInTheDraft() {
        var closing = new ArrayList<Runnable>();
        var page =
                session.drafts.open(
                        layla,
                        new ImmediateLane(),
                        text -> {
                            closing.forEach(Runnable::run);
                            return false;
                        });
        closing.add(page::close);
        session.drafts.giveBack(layla, "Lovely.");
        assertThat(afterRestart()).containsOnly(Map.entry(layla, "Lovely."));
    }

    @Test
    void withItsAccountItIsGone() {
        session.drafts.write(layla, "Lov");
        session.drafts.settle(layla);
        session.drafts.write(layla, "Love");
        session.accounts.remove(account);
        session.drafts.settleAll();
        assertThat(drafts(session)).isEmpty();
        assertThat(afterRestart()).isEmpty();
    }

    /// A disk that is full for a while (F19).
    @Test
    void whatCouldNotBeStoredIsStoredOnceThereIsRoom(@TempDir Path folder) {
        var failures = new ArrayList<RuntimeException>();
        var full =
                new ScriptedSession(
                        (core, clock) -> FullDisk.open(folder, core, clock), failures::add);
        var chat = new ChatKey(full.signIn(), LAYLA);
        full.tabs.open(chat, Chat.Kind.CONTACT);
        FullDisk.fill();
        full.drafts.write(chat, "Lov");
        full.drafts.settle(chat);
        assertThat(failures).isNotEmpty();
        FullDisk.free();
        full.core.execute(() -> full.timer.pass(Duration.ofSeconds(5)));
        assertThat(drafts(new ScriptedSession(full))).containsOnly(Map.entry(chat, "Lov"));
        full.core.execute(full.db::close);
    }

    private Map<ChatKey, String> afterRestart() {
        return drafts(new ScriptedSession(session));
    }

    private static Map<ChatKey, String> drafts(ScriptedSession session) {
        return session.drafts.drafts().get();
    }
}
