package kith.session;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.ConnectionProblem;
import kith.model.Delivery;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.xmpp.TransferException.Kind;

import org.junit.jupiter.api.Test;

import java.io.IOException;

/// Files that are kept until they are sent, and where that is over.
class KeptFilesTest extends FilesFixture {

    @Test
    void whatIsKeptIsGoneOnceItIsThere() {
        var picture = keep();
        assertThat(picture.name()).isEqualTo("Picture.png");
        assertThat(picture.path()).exists().hasParent(folder.resolve("kept"));
        session.chats.send(layla, picture);
        fail(Kind.TOO_LARGE);
        assertThat(picture.path()).exists();
        session.chats.retry(only().key());
        taken();
        assertThat(picture.path()).doesNotExist();
        assertThat(film.path()).exists();
    }

    @Test
    void whatIsKeptIsGoneWithItsMessage() {
        var picture = keep();
        session.chats.send(layla, picture);
        fail(Kind.TOO_LARGE);
        session.chats.discard(only().key());
        assertThat(picture.path()).doesNotExist();
        var other = keep();
        session.files.release(other);
        assertThat(other.path()).doesNotExist();
        session.files.release(film);
        assertThat(film.path()).exists();
    }

    @Test
    void whatACrashLeftIsRemovedAtTheNextStart() {
        var sent = keep();
        session.chats.send(layla, sent);
        var forgotten = keep();
        session = new ScriptedSession(session);
        assertThat(sent.path()).exists();
        assertThat(forgotten.path()).doesNotExist();
    }

    /// As on a computer whose system has another language now, or another kind of names.
    @Test
    void f34APathThatIsNoneHereHoldsUpNothingElse() throws IOException {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.chats.send(layla, film);
        session.chats.send(layla, file("b.txt", "b"));
        var kept = keep();
        session.chats.send(layla, kept);
        long row = file("film.mov").key().row();
        session.core.execute(
                () ->
                        session.db.update(
                                "UPDATE upload SET path = ? WHERE message = ?",
                                "/home/\0/film.mov",
                                row));
        session = new ScriptedSession(session);
        assertThat(kept.path()).exists();
        session.accounts.connectAll();
        server().uploads.offer(1_000);
        session.on(account, server -> server.signedIn(false));
        assertThat(file("film.mov").delivery())
                .isEqualTo(new Delivery.Failed(Refusal.of(Reason.FILE_GONE)));
        assertThat(put()).containsExactly("b.txt");
        session.chats.retry(file("film.mov").key());
        session.chats.discard(file("film.mov").key());
        taken();
        assertThat(put()).containsExactly("b.txt", "Picture.png");
    }

    @Test
    void anAccountThatIsRemovedTakesItsFilesWithIt() {
        session.chats.send(layla, film);
        session.accounts.remove(account);
        assertThat(server().puts().getFirst().isCancelled()).isTrue();
        assertThat(session.files.moving().get()).isEmpty();
    }
}
