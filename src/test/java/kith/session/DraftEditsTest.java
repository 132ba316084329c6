package kith.session;

import static kith.session.ScriptedSession.LAYLA;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.ImmediateLane;
import kith.base.Subscription;
import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.EditDraft;
import kith.model.MessageKey;
import kith.model.Refusal;
import kith.store.FullDisk;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class DraftEditsTest {

    private static final String HERS = "a0000000-0000-4000-8000-000000000000";

    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();
    private final ChatKey layla = new ChatKey(account, LAYLA);
    private final List<String> told = new ArrayList<>();
    private final MessageKey message = say(session, layla);

    @Test
    void isStoredWhenTypingPauses() {
        write("Lo");
        session.pass(Duration.ofMillis(900));
        write("Lovely");
        session.pass(Duration.ofMillis(900));
        assertThat(afterRestart()).isEmpty();
        session.pass(Duration.ofMillis(100));
        assertThat(afterRestart()).containsExactly("Lovly → Lovely");
    }

    @Test
    void isStoredWhenTheUserTurnsAwayThePageClosesOrTheProgramEnds() {
        write("Lo");
        session.draftEdits.settle(layla);
        assertThat(afterRestart()).containsExactly("Lovly → Lo");
        var page = open(session);
        write("Lov");
        page.close();
        assertThat(afterRestart()).containsExactly("Lovly → Lov");
        write("");
        session.draftEdits.settleAll();
        assertThat(afterRestart()).as("all of it is taken away").containsExactly("Lovly → ");
    }

    @Test
    void whoeverOpensTheChatAnewFindsItAsItIsByThen() {
        write("Lo");
        write("Lovely");
        told.clear();
        open(session);
        assertThat(told).containsExactly("Lovly → Lovely");
    }

    @Test
    void theDraftThatWaitsBehindItIsKeptToo() {
        session.drafts.write(layla, "And th");
        session.drafts.settle(layla);
        write("Lovely");
        session.draftEdits.settle(layla);
        assertThat(afterRestart()).hasSize(1);
        assertThat(new ScriptedSession(session).drafts.drafts().get())
                .containsEntry(layla, "And th");
    }

    @Test
    void isGoneAsSoonAsItIsSentOrLeft() {
        write("Lovely");
        session.draftEdits.settle(layla);
        session.chats.correct(message, "Lovely");
        session.draftEdits.write(layla, Optional.empty());
        assertThat(afterRestart()).isEmpty();
    }

    @Test
    void whatIsTakenBackCanBeChangedNoMore() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        var waiting = say(session, layla);
        session.draftEdits.write(layla, Optional.of(new EditDraft(waiting, "Lovely")));
        session.draftEdits.settle(layla);
        open(session);
        told.clear();
        session.chats.discard(waiting);
        assertThat(told).containsExactly("gone " + waiting.row());
        open(session);
        assertThat(told).hasSize(1);
        assertThat(afterRestart()).isEmpty();
    }

    @Test
    void ofWhatIsDeletedForEveryoneNothingIsKept() {
        write("Lovely");
        session.draftEdits.settle(layla);
        open(session);
        told.clear();
        session.chats.retract(message);
        assertThat(told).containsOnly("gone " + message.row());
        assertThat(afterRestart()).isEmpty();
    }

    /// Though nobody has it before them: she may be answered.
    @Test
    void whoeverShowsTheChatIsToldOfWhatOthersTakeBack() {
        session.say(account, session.incoming.from(LAYLA, HERS, "Hello"));
        var hers =
                session.messages(layla).stream()
                        .filter(each -> !each.author().isMine())
                        .findFirst()
                        .orElseThrow()
                        .key();
        open(session);
        told.clear();
        session.say(account, session.incoming.retraction(LAYLA, "c", HERS));
        assertThat(told).containsOnly("gone " + hers.row());
    }

    @Test
    void whatCanNotBeTakenBackCanBeChangedStill() {
        var sending = say(session, layla);
        session.draftEdits.write(layla, Optional.of(new EditDraft(sending, "Lovely")));
        session.draftEdits.settle(layla);
        open(session);
        told.clear();
        session.chats.discard(sending);
        assertThat(told).isEmpty();
        assertThat(afterRestart()).containsExactly("Lovly → Lovely");
    }

    @Test
    void whatAnotherHasWrittenIsNot() {
        BareJid jonas = JidCreate.bareFromOrThrowUnchecked("jonas@birke.example");
        session.say(account, session.incoming.from(jonas, "h-1", "Hello"));
        var withJonas = new ChatKey(account, jonas);
        var theirs = session.chatList.chat(withJonas).get().orElseThrow().last().orElseThrow();
        assertThat(theirs.isMine()).isFalse();
        session.draftEdits.write(layla, Optional.of(new EditDraft(theirs.key(), "Goodbye")));
        open(session);
        assertThat(told).containsExactly("lost Goodbye");
    }

    @Test
    void ofWhatFailedMeanwhileTheWordsAreToldUntilTheyAreElsewhere() {
        write("Lovely");
        session.draftEdits.settle(layla);
        var id = session.messages(layla).getFirst().ids().stanza();
        var refusal = Refusal.of(Refusal.Reason.UNAVAILABLE);
        session.say(account, new XmppEvent.MessageRefused(LAYLA, id, refusal));
        assertThat(session.chats.correct(message, "Lovely").toCompletableFuture()).isCancelled();
        assertThat(session.messages(layla)).hasSize(1);
        open(session);
        assertThat(told).containsExactly("lost Lovely");
        assertThat(afterRestart()).containsExactly("lost Lovely");
        session.draftEdits.write(layla, Optional.empty());
        assertThat(afterRestart()).isEmpty();
    }

    @Test
    void withItsAccountItIsGone() {
        write("Lovely");
        session.draftEdits.settle(layla);
        write("Lovely!");
        session.accounts.remove(account);
        session.draftEdits.settleAll();
        open(session);
        assertThat(told).isEmpty();
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
        var said = say(full, chat);
        FullDisk.fill();
        full.draftEdits.write(chat, Optional.of(new EditDraft(said, "Lovely")));
        full.draftEdits.settle(chat);
        assertThat(failures).isNotEmpty();
        FullDisk.free();
        full.core.execute(() -> full.timer.pass(Duration.ofSeconds(5)));
        open(new ScriptedSession(full));
        assertThat(told).containsExactly("Lovly → Lovely");
        full.core.execute(full.db::close);
    }

    private static MessageKey say(ScriptedSession session, ChatKey chat) {
        session.tabs.open(chat, Chat.Kind.CONTACT);
        session.chats.send(chat, "Lovly");
        return session.chatList.chat(chat).get().orElseThrow().last().orElseThrow().key();
    }

    private void write(String text) {
        session.draftEdits.write(layla, Optional.of(new EditDraft(message, text)));
    }

    private List<String> afterRestart() {
        told.clear();
        open(new ScriptedSession(session)).close();
        return List.copyOf(told);
    }

    private Subscription open(ScriptedSession in) {
        return in.draftEdits.open(
                layla,
                new ImmediateLane(),
                (found, text) -> told.add(found.words().orElse("") + " → " + text),
                lost -> told.add("lost " + lost),
                gone -> told.add("gone " + gone.row()));
    }
}
