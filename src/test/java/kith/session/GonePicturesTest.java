package kith.session;

import static kith.model.RoomTraits.Trait.MEMBERS_ONLY;
import static kith.model.RoomTraits.Trait.NON_ANONYMOUS;
import static kith.session.ScriptedSession.LAYLA;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.PictureFiles;
import kith.model.AccountId;
import kith.model.Content;
import kith.model.Moderation;
import kith.model.ShownPicture.Missing;
import kith.model.ShownPicture.Reason;
import kith.model.ShownPicture.There;
import kith.xmpp.TransferException.Kind;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Optional;

/// Pictures whose messages are gone, or say nothing any more: nothing of them stays on the disk.
class GonePicturesTest extends PicturesFixture {

    private static final Missing GONE = new Missing(Reason.GONE);

    private void retract(String id) {
        session.say(account, session.incoming.retraction(LAYLA, "r-" + id, id));
    }

    @Test
    void whatItsSenderTakesBackIsGoneFromTheDisk() throws IOException {
        var message = shown("a");
        var other = shown("b");
        retract("a");
        assertThat(shown(message)).isEqualTo(GONE);
        assertThat(kept()).containsExactly(file(other));
        session.pictures.fetch(message);
        want(message);
        assertThat(shown(message)).isEqualTo(GONE);
        assertThat(gets()).hasSize(2);
    }

    @Test
    void whatIsTakenBackWhileNobodyLooksIsGoneFromTheDisk() throws IOException {
        var message = receive("a");
        var look = want(message);
        came();
        look.close();
        retract("a");
        assertThat(kept()).isEmpty();
    }

    @Test
    void whatIsTakenBackOnItsWayIsGivenUp() throws IOException {
        var message = receive("a");
        want(message);
        retract("a");
        assertThat(shown(message)).isEqualTo(GONE);
        assertThat(gets().getFirst().isCancelled()).isTrue();
        came(0, PICTURE); // too late to be given up
        assertThat(shown(message)).isEqualTo(GONE);
        assertThat(kept()).isEmpty();
    }

    @Test
    void whatIsTakenBackBeforeItsTurnIsNotFetched() {
        for (var id : new String[] {"a", "b", "c", "d"}) {
            want(receive(id));
        }
        retract("d");
        came(0, PICTURE);
        assertThat(gets()).hasSize(3);
    }

    @Test
    void whatIsTakenBackWhileItIsWrittenIsGoneFromTheDisk() throws IOException {
        var message = receive("a");
        want(message);
        session.io.hold();
        came();
        retract("a");
        session.io.goOn();
        assertThat(shown(message)).isEqualTo(GONE);
        assertThat(kept()).isEmpty();
    }

    @Test
    void whatAModeratorRemovesIsGoneFromTheDisk() throws IOException {
        enter(MEMBERS_ONLY, NON_ANONYMOUS);
        var message = receiveInRoom("a");
        want(message);
        came();
        assertThat(kept()).hasSize(1);
        say("r", new Content.Retraction("a", Optional.of(new Moderation("Priya", "spam"))));
        assertThat(shown(message)).isEqualTo(GONE);
        assertThat(kept()).isEmpty();
    }

    @Test
    void whatTheUserDiscardsIsGone() throws IOException {
        var bytes = PictureFiles.plain("png", 20, 20, 0);
        var picture = session.files.keep(() -> bytes, "Picture.png").toCompletableFuture().join();
        offline();
        var message = session.chats.send(layla, picture).toCompletableFuture().join().key();
        want(message);
        assertThat(shown(message)).isEqualTo(new There(picture.path()));
        session.chats.discard(message);
        assertThat(shown(message)).isEqualTo(GONE);
        assertThat(picture.path()).doesNotExist();
        assertThat(kept()).isEmpty();
    }

    @Test
    void withItsAccountAllIsGone() throws IOException {
        shown("a");
        var look = receive("b");
        want(look);
        came();
        var coming = receive("c");
        want(coming);
        var last = gets().getLast();
        session.accounts.remove(account);
        assertThat(kept()).isEmpty();
        session.core.execute(() -> last.came(PICTURE));
        assertThat(kept()).isEmpty();
        assertThat(shown(coming)).isEqualTo(GONE);
    }

    /// The folder is nobody's in particular, and what is another's can be fetched again.
    @Test
    void whatIsOfAnotherAccountComesAgain() throws IOException {
        var message = shown("a");
        var picture = (There) shown(message);
        var other = new AccountId(account.value() + 1);
        session.core.execute(() -> session.pictures.forget(other));
        assertThat(kept()).isEmpty();
        var drawn = session.pictures.draw(picture, it -> it.length).toCompletableFuture().join();
        assertThat(drawn).isEmpty();
        came();
        assertThat(file(message)).hasBinaryContent(PICTURE);
    }

    @Test
    void aFailureOfWhatIsGoneIsNotTold() {
        var message = receive("a");
        want(message);
        retract("a");
        fail(Kind.BUSY);
        assertThat(shown(message)).isEqualTo(GONE);
    }
}
