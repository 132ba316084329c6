package kith.session;

import static kith.session.ScriptedSession.LAYLA;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Message;
import kith.session.search.QueryText;
import kith.session.search.SearchOrder;
import kith.store.search.IndexFolder;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;

/// What is corrected and taken back on the wire, as a search finds it.
class SearchedChangesTest {

    private static final String A = "a0000000-0000-4000-8000-000000000000";
    private static final String B = "b0000000-0000-4000-8000-000000000000";

    @TempDir Path folder;

    private ScriptedSession session;
    private AccountId account;
    private ChatKey layla;

    @BeforeEach
    void open() {
        session = new ScriptedSession(new IndexFolder(folder.resolve("first")));
        account = session.signIn();
        layla = new ChatKey(account, LAYLA);
    }

    @AfterEach
    void close() {
        assertThat(session.faults.fault().get()).isEmpty();
        session.search.close().toCompletableFuture().join();
    }

    @Test
    void aCorrectedMessageIsFoundByItsNewWordsOnly() {
        session.say(account, session.incoming.from(LAYLA, A, "the harbour at noon"));
        assertThat(found("harbour")).containsExactly("the harbour at noon");
        session.say(account, session.incoming.correction(LAYLA, B, A, "the station at noon"));
        assertThat(found("harbour")).isEmpty();
        assertThat(found("station")).containsExactly("the station at noon");
        assertThat(found("noon")).hasSize(1);
    }

    @Test
    void aMessageThatIsTakenBackIsFoundNoMore() {
        session.say(account, session.incoming.from(LAYLA, A, "the harbour at noon"));
        session.say(account, session.incoming.from(LAYLA, "m2", "the harbour is closed"));
        assertThat(found("harbour")).hasSize(2);
        session.say(account, session.incoming.retraction(LAYLA, B, A));
        assertThat(found("harbour")).containsExactly("the harbour is closed");
        assertThat(found("noon")).isEmpty();
    }

    @Test
    void neitherIsOneThatWasCorrectedBefore() {
        session.say(account, session.incoming.from(LAYLA, A, "the harbour at noon"));
        session.say(account, session.incoming.correction(LAYLA, B, A, "the station at noon"));
        assertThat(found("station")).hasSize(1);
        session.say(account, session.incoming.retraction(LAYLA, "r1", A));
        assertThat(found("station")).isEmpty();
        assertThat(found("harbour")).isEmpty();
        assertThat(found("noon")).isEmpty();
    }

    @Test
    void soItIsWithOurs() {
        var message = say("papre for the riso");
        assertThat(found("papre")).hasSize(1);
        session.chats.correct(message.key(), "paper for the riso").toCompletableFuture().join();
        acknowledge();
        assertThat(found("papre")).isEmpty();
        assertThat(found("paper")).hasSize(1);
        session.chats.retract(message.key()).toCompletableFuture().join();
        acknowledge();
        assertThat(found("paper")).isEmpty();
        assertThat(found("riso")).isEmpty();
    }

    @Test
    void soItIsWhereTheIndexIsMadeAnew() {
        session.say(account, session.incoming.from(LAYLA, A, "the harbour at noon"));
        session.say(account, session.incoming.from(LAYLA, "m2", "the ferry at one"));
        session.say(account, session.incoming.correction(LAYLA, B, A, "the station at noon"));
        session.say(account, session.incoming.retraction(LAYLA, "r1", "m2"));
        session.search.close().toCompletableFuture().join();
        session = new ScriptedSession(session, new IndexFolder(folder.resolve("second")));
        assertThat(found("station")).containsExactly("the station at noon");
        assertThat(found("harbour")).isEmpty();
        assertThat(found("ferry")).isEmpty();
    }

    /// The words that are found, of all that the index has.
    private List<String> found(String words) {
        session.search.upToDate().toCompletableFuture().join();
        var query = QueryText.read(words, ZoneOffset.UTC);
        var page =
                session.search
                        .search(query, SearchOrder.NEWEST_FIRST, 0, 10)
                        .toCompletableFuture()
                        .join();
        assertThat(page.total()).isEqualTo(page.hits().size());
        return page.hits().stream().map(hit -> hit.message().words().orElse("-")).toList();
    }

    private Message say(String text) {
        var sent = session.chats.send(layla, text).toCompletableFuture().join();
        acknowledge();
        return sent;
    }

    /// The server has what went out last.
    private void acknowledge() {
        var id = session.server(account).takeSentIds().getLast();
        session.say(account, new XmppEvent.MessageAcknowledged(id));
    }
}
