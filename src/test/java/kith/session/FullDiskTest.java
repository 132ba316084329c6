package kith.session;

import static kith.session.ScriptedSession.LAYLA;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.Content;
import kith.model.Message;
import kith.model.PasswordKeeping;
import kith.model.Refusal;
import kith.model.ServerAddress;
import kith.session.account.Credentials;
import kith.session.chat.Timeline;
import kith.session.chat.TimelineWindow;
import kith.store.FullDisk;
import kith.store.StoreException;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A disk that is full for a while: what can't be kept is neither shown nor sent nor acknowledged,
/// and all goes on by itself when there is room (F19).
class FullDiskTest {

    private static final EntityBareJid OTHER =
            JidCreate.entityBareFromOrThrowUnchecked("two@hearth.example");

    private final List<RuntimeException> failures = new ArrayList<>();
    private final ScriptedSession session;
    private final AccountId account;
    private final ChatKey layla;
    private final TimelineWindow window;

    FullDiskTest(@TempDir Path folder) {
        session =
                new ScriptedSession(
                        (core, clock) -> FullDisk.open(folder, core, clock), failures::add);
        account = session.signIn();
        layla = new ChatKey(account, LAYLA);
        window = session.timelines.open(layla);
        session.chats.send(layla, "before");
        var sent = session.server(account).takeSentIds().getFirst();
        session.say(account, new XmppEvent.MessageAcknowledged(sent));
    }

    @AfterEach
    void makeRoom() {
        FullDisk.free();
        session.core.execute(session.db::close);
    }

    @Test
    void whatTheUserWritesIsNeitherSentNorShownAndWhoWroteItKnows() {
        FullDisk.fill();
        var kept = session.chats.send(layla, "lost").toCompletableFuture();
        assertFailed();
        assertThat(kept.exceptionNow()).isInstanceOf(StoreException.class);
        FullDisk.free();
        pass();

        assertThat(session.server(account).takeSentIds()).isEmpty();
        assertThat(shown()).containsExactly("before");
        assertThat(preview()).isEqualTo("before");
        assertThat(session.pending.messages().get()).isEmpty();
        assertThat(session.chats.send(layla, "again").toCompletableFuture()).isCompleted();
        assertThat(shown()).containsExactly("before", "again");
    }

    @Test
    void whoChangesAMessageIsToldThatItIsTheDiskAndNotThatItIsGone() {
        var before = session.messages(layla).getFirst().key();
        FullDisk.fail();
        session.chats.send(layla, "lost");
        var kept = session.chats.correct(before, "after").toCompletableFuture();
        assertFailed();
        assertThat(kept.exceptionNow()).isInstanceOf(StoreException.class);
    }

    @Test
    void noSessionGoesOnWhoseMessagesAreNotKept() {
        FullDisk.fill();
        session.say(account, session.incoming.from(LAYLA, "1", "lost"));
        assertFailed();
        assertThat(session.server(account).isGivenUp()).isTrue();
        int looks = session.server(account).looks();
        pass();
        assertThat(session.server(account).looks()).as("still full").isEqualTo(looks);
        FullDisk.free();
        pass();
        pass(); // it waits longer each time
        assertThat(session.server(account).looks()).isEqualTo(looks + 1);
        assertThat(shown()).containsExactly("before");
        session.on(account, it -> it.lost(ConnectionProblem.Kind.NOT_KEPT));
        session.on(account, it -> it.signedIn(false));
        session.say(account, session.incoming.from(LAYLA, "1", "not lost"));
        assertThat(shown()).containsExactly("before", "not lost");
    }

    @Test
    void noSessionGoesOnThatCanNotBegin() {
        session.on(account, it -> it.lost(ConnectionProblem.Kind.NOT_KEPT));
        FullDisk.fail();
        session.say(account, session.incoming.from(LAYLA, "1", "lost"));
        assertFailed();
        session.on(account, it -> it.signedIn(false));
        assertFailed();
        assertThat(session.server(account).isGivenUp()).isTrue();
    }

    @Test
    void whatFailedAndIsTriedAgainInVainCanBeTriedAgain() {
        var failed = session.messages(layla).getFirst();
        var refusal = Refusal.of(Refusal.Reason.UNAVAILABLE);
        session.say(account, new XmppEvent.MessageRefused(LAYLA, failed.ids().stanza(), refusal));
        FullDisk.fill();
        session.chats.retry(failed.key());
        assertFailed();
        FullDisk.free();
        pass();
        session.chats.retry(failed.key());
        assertThat(session.server(account).takeSentIds()).containsExactly(failed.ids().stanza());
    }

    @Test
    void nothingOfSeveralIsShownAndNobodyLosesTheirPlace() {
        for (int i = 0; i < 200; i++) {
            session.say(account, session.incoming.from(LAYLA, "id" + i, String.valueOf(i)));
        }
        window.older();
        window.older();
        int shown = shown().size();
        FullDisk.fill();
        session.chats.send(layla, "one");
        session.chats.send(layla, "two");
        assertFailed();
        assertThat(shown()).doesNotContain("one", "two").hasSize(shown);
        pass();
        assertThat(shown()).as("after a look in vain").hasSize(shown);
        FullDisk.free();
        pass();
        pass();
        assertThat(shown()).hasSize(shown);
        assertThat(session.replay.times()).isEqualTo(1);
    }

    @Test
    void aBugOnTheWayBackIsToldAndKeepsNothingFromGoingOn() {
        int looks = session.server(account).looks();
        session.replay.whenAll(
                () -> {
                    session.replay.whenAll(() -> {});
                    throw new IllegalStateException("a bug");
                });
        FullDisk.fill();
        session.chats.send(layla, "lost");
        assertFailed();
        FullDisk.free();
        pass();
        assertThat(failures).singleElement().extracting(Throwable::getMessage).isEqualTo("a bug");
        assertThat(session.server(account).looks()).isEqualTo(looks);
        pass();
        pass(); // it waits longer each time
        assertThat(session.server(account).looks()).isEqualTo(looks + 1);
    }

    /// A page of an archive that was not kept, and one that follows it and was on its way.
    @Test
    void noPageIsTakenInThatFollowsOneThatWasNotKept() {
        var archive = session.archive(ScriptedSession.ME);
        ArchiveFixture.write(session, archive, 0, 320);
        session.on(account, it -> it.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        archive.holdAfter(1);
        FullDisk.fill();
        session.on(account, it -> it.signedIn(false));
        assertFailed();
        FullDisk.free();
        session.core.execute(archive::release);
        pass();
        pass();
        session.on(account, it -> it.lost(ConnectionProblem.Kind.NOT_KEPT));
        session.on(account, it -> it.signedIn(false));
        session.core.execute(() -> session.timer.pass(Duration.ofMinutes(2)));
        assertThat(session.bodies(layla)).hasSize(321);
    }

    @Test
    void anAccountThatWasNotKeptIsNotThere() {
        FullDisk.fill();
        session.accounts.provision(
                OTHER,
                new Credentials("secret"),
                new ServerAddress.ByDomain(),
                PasswordKeeping.KEY_RING);
        FullDisk.free();
        pass();
        pass();
        assertThat(session.accounts.accounts().get())
                .extracting(status -> status.account().address())
                .containsExactly(ScriptedSession.ME);
    }

    private void assertFailed() {
        assertThat(failures).isNotEmpty().hasOnlyElementsOfType(StoreException.class);
        failures.clear();
    }

    private void pass() {
        session.core.execute(() -> session.timer.pass(Duration.ofSeconds(5)));
    }

    private List<String> shown() {
        Timeline timeline = window.timeline().get();
        return timeline.messages().stream().map(FullDiskTest::body).toList();
    }

    private String preview() {
        Chat chat = session.chatList.chats().get().getFirst();
        return body(chat.last().orElseThrow());
    }

    private static String body(Message message) {
        return ((Content.Text) message.content()).body();
    }
}
