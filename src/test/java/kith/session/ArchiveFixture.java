package kith.session;

import static kith.session.ScriptedSession.LAYLA;
import static kith.session.ScriptedSession.ME;
import static kith.session.ScriptedSession.ROOM;

import kith.model.AccountId;
import kith.model.Author;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;

import org.junit.jupiter.api.BeforeEach;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// An account whose archive had 600 messages of Layla when it signed in, for the tests of what
/// archives bring about.
abstract class ArchiveFixture {

    static final Author HER = new Author(LAYLA, Optional.empty(), false);
    static final Author I = new Author(ME, Optional.empty(), true);

    final ScriptedSession session = new ScriptedSession();
    final ScriptedArchive archive = session.archive(ME);
    AccountId account = new AccountId(0);
    ChatKey layla = new ChatKey(account, LAYLA);
    ChatKey room = new ChatKey(account, ROOM);

    @BeforeEach
    void signIn() {
        write(0, 600);
        account = session.signIn();
        layla = new ChatKey(account, LAYLA);
        room = new ChatKey(account, ROOM);
    }

    void write(int from, int count) {
        write(session, archive, from, count);
    }

    static void write(ScriptedSession in, ScriptedArchive archive, int from, int count) {
        for (int i = from; i < from + count; i++) {
            archive.put(LAYLA, false, HER, "id" + i, String.valueOf(i), in.tick());
        }
    }

    void disconnect() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
    }

    void signInAgain() {
        session.on(account, server -> server.signedIn(false));
    }

    static List<String> numbers(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(String::valueOf).toList();
    }
}
