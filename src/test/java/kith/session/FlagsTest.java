package kith.session;

import static kith.session.ScriptedSession.LAYLA;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.Alerts;
import kith.model.Chat;
import kith.model.ChatFlags;
import kith.model.ChatKey;
import kith.model.Mute;
import kith.store.FullDisk;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jxmpp.jid.impl.JidCreate;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class FlagsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();
    private final ChatKey layla = new ChatKey(account, LAYLA);
    private final ChatKey jonas = chat("jonas@birke.example");
    private final ChatKey mum = chat("ingrid@hearth.example");

    FlagsTest() {
        for (var chat : List.of(layla, jonas, mum)) {
            session.tabs.openInBackground(chat, Chat.Kind.CONTACT);
        }
    }

    @Test
    void pinsAfterThoseThatAreAndUnpins() {
        session.flags.pin(layla);
        session.flags.pin(jonas);
        session.flags.pin(mum);
        session.flags.pin(layla); // is already
        assertThat(pinned(session)).containsExactly(layla, jonas, mum);
        session.flags.unpin(jonas);
        assertThat(pinned(session)).containsExactly(layla, mum);
        session.flags.pin(jonas);
        assertThat(pinned(afterRestart())).containsExactly(layla, mum, jonas);
    }

    @Test
    void movesAmongThePinnedAndCutsThePlaceToWhatThereIs() {
        session.flags.pin(layla);
        session.flags.pin(jonas);
        session.flags.pin(mum);
        session.flags.movePinned(mum, 0);
        assertThat(pinned(session)).containsExactly(mum, layla, jonas);
        session.flags.movePinned(mum, 99);
        assertThat(pinned(session)).containsExactly(layla, jonas, mum);
        session.flags.unpin(jonas);
        session.flags.movePinned(jonas, 0);
        assertThat(pinned(afterRestart())).containsExactly(layla, mum);
    }

    @Test
    void aChoiceGoesOnBesideAMuteThatEndsByItself() {
        session.flags.choose(layla, Alerts.MENTIONS);
        session.flags.mute(layla, Optional.of(HOUR));
        assertThat(of(session, layla).alerts(Alerts.ALL)).isEqualTo(Alerts.NEVER);
        assertThat(of(session, layla).choice(Alerts.ALL)).isEqualTo(Alerts.MENTIONS);
        session.flags.choose(layla, Alerts.ALL);
        assertThat(isMuted(session, layla)).isTrue();
        passMinutes(62);
        assertThat(of(afterRestart(), layla).alerts(Alerts.MENTIONS)).isEqualTo(Alerts.ALL);
    }

    @Test
    void whoIsNeverToBeToldIsToldAgainAsBefore() {
        session.flags.choose(layla, Alerts.MENTIONS);
        session.flags.choose(layla, Alerts.NEVER);
        assertThat(of(session, layla).choice(Alerts.ALL)).isEqualTo(Alerts.NEVER);
        session.flags.unmute(layla);
        assertThat(of(session, layla).alerts(Alerts.ALL)).isEqualTo(Alerts.MENTIONS);
        session.flags.choose(layla, Alerts.NEVER);
        session.flags.choose(layla, Alerts.ALL);
        assertThat(of(session, layla))
                .isEqualTo(ChatFlags.NONE.withAlerts(Optional.of(Alerts.ALL)));
    }

    @Test
    void aMuteEndsWhenItsTimeIsOver() {
        session.flags.mute(layla, Optional.of(HOUR));
        session.flags.mute(jonas, Optional.of(HOUR.multipliedBy(8)));
        session.flags.mute(mum, Optional.empty());
        passMinutes(59);
        assertThat(isMuted(session, layla)).isTrue();
        passMinutes(2);
        assertThat(isMuted(session, layla)).isFalse();
        assertThat(isMuted(session, jonas)).isTrue();
        passMinutes(7 * 60);
        assertThat(isMuted(session, jonas)).isFalse();
        assertThat(isMuted(session, mum)).isTrue();
        session.flags.unmute(mum);
        assertThat(flags(session)).isEmpty();
        assertThat(flags(afterRestart())).isEmpty();
    }

    /// The timer stands still while the computer sleeps; the clock goes on.
    @Test
    void aMuteThatEndsInSleepIsOverAMinuteAfterIt() {
        session.flags.mute(layla, Optional.of(HOUR));
        session.sleep(HOUR);
        assertThat(isMuted(session, layla)).isTrue();
        session.pass(Duration.ofSeconds(61));
        assertThat(isMuted(session, layla)).isFalse();
    }

    @Test
    void aMuteIsThereAfterARestart() {
        session.flags.mute(layla, Optional.of(HOUR));
        session.flags.mute(mum, Optional.empty());
        var restarted = afterRestart();
        assertThat(flags(restarted)).isEqualTo(flags(session));
        assertThat(of(restarted, layla).mute()).isInstanceOf(Mute.Until.class);
        assertThat(of(restarted, mum).mute()).isInstanceOf(Mute.Always.class);
    }

    @Test
    void anArchivedChatComesBackWithItsNextMessage() {
        say("One");
        session.flags.pin(layla);
        session.flags.archive(layla);
        session.flags.archive(jonas);
        assertThat(of(session, layla).isArchived()).isTrue();
        assertThat(of(session, layla).isPinned()).isFalse();
        assertThat(of(afterRestart(), layla).isArchived()).isTrue();
        say("Two");
        assertThat(of(session, layla).isArchived()).isFalse();
        assertThat(of(session, jonas).isArchived()).isTrue();
        assertThat(of(afterRestart(), layla).isArchived()).isFalse();
    }

    @Test
    void aMutedOneStaysAwayAndDoesNotComeBackForOldMessages() {
        session.flags.mute(layla, Optional.of(HOUR));
        session.flags.archive(layla);
        say("One");
        assertThat(of(session, layla).isArchived()).isTrue();
        passMinutes(61);
        assertThat(of(session, layla).isMuted()).isFalse();
        assertThat(of(session, layla).isArchived()).isTrue();
        say("Two");
        assertThat(of(session, layla).isArchived()).isFalse();
    }

    @Test
    void anArchivedChatCanBeBroughtBack() {
        session.flags.archive(layla);
        session.flags.unarchive(layla);
        assertThat(flags(session)).isEmpty();
        session.flags.archive(layla);
        session.flags.pin(layla);
        assertThat(of(session, layla).isArchived()).isFalse();
        assertThat(pinned(session)).containsExactly(layla);
    }

    @Test
    void whatIsMarkedUnreadIsSoUntilTheUserLooks() {
        session.flags.markUnread(layla);
        assertThat(of(session, layla).isMarkedUnread()).isTrue();
        assertThat(of(afterRestart(), layla).isMarkedUnread()).isTrue();
        session.flags.seen(layla);
        assertThat(flags(session)).isEmpty();
        assertThat(flags(afterRestart())).isEmpty();
    }

    @Test
    void withItsAccountItIsGone() {
        session.flags.pin(layla);
        session.accounts.remove(account);
        assertThat(flags(session)).isEmpty();
        assertThat(flags(afterRestart())).isEmpty();
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
        full.flags.pin(chat);
        assertThat(failures).isNotEmpty();
        FullDisk.free();
        full.core.execute(() -> full.timer.pass(Duration.ofSeconds(5)));
        assertThat(pinned(new ScriptedSession(full))).containsExactly(chat);
        full.core.execute(full.db::close);
    }

    private void say(String body) {
        session.say(account, session.incoming.from(LAYLA, body, body));
    }

    /// In steps as the clock would ring.
    private void passMinutes(int minutes) {
        for (int i = 0; i < minutes; i++) {
            session.pass(Duration.ofMinutes(1));
        }
    }

    private ScriptedSession afterRestart() {
        return new ScriptedSession(session);
    }

    private static List<ChatKey> pinned(ScriptedSession session) {
        return flags(session).entrySet().stream()
                .filter(each -> each.getValue().isPinned())
                .sorted(Comparator.comparing(each -> each.getValue().pinned().orElseThrow()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isMuted(ScriptedSession session, ChatKey chat) {
        return of(session, chat).isMuted();
    }

    private static ChatFlags of(ScriptedSession session, ChatKey chat) {
        return flags(session).getOrDefault(chat, ChatFlags.NONE);
    }

    private static Map<ChatKey, ChatFlags> flags(ScriptedSession session) {
        return session.flags.flags().get();
    }

    private ChatKey chat(String address) {
        return new ChatKey(account, JidCreate.bareFromOrThrowUnchecked(address));
    }
}
