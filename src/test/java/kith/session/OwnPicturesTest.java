package kith.session;

import static kith.session.ScriptedSession.LAYLA;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.PictureFiles;
import kith.model.ChosenFile;
import kith.model.LocalFile;
import kith.model.MessageKey;
import kith.model.ShownPicture.Missing;
import kith.model.ShownPicture.Reason;
import kith.model.ShownPicture.There;
import kith.xmpp.TransferException.Kind;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.List;

/// Pictures that the user sends: on this computer they are there all the time.
class OwnPicturesTest extends PicturesFixture {

    @BeforeEach
    void offer() {
        session.server(account).uploads.offer(1_000_000);
    }

    private LocalFile chosen(String name, byte[] content) throws IOException {
        var path = Files.write(folder.resolve(name), content);
        var found = session.files.look(List.of(path)).toCompletableFuture().join();
        return ((ChosenFile.Usable) found.getFirst()).file();
    }

    private LocalFile clipboard() {
        return session.files.keep(() -> PICTURE, "Picture.png").toCompletableFuture().join();
    }

    private MessageKey send(LocalFile file) {
        return session.chats.send(layla, file).toCompletableFuture().join().key();
    }

    private void taken() {
        session.core.execute(session.server(account).puts().getLast()::taken);
    }

    @Test
    void itIsShownFromWhereItIsAndThenAsOthersSeeIt() throws IOException {
        var file = chosen("sea.png", PICTURE);
        var message = send(file);
        want(message);
        assertThat(shown(message)).isEqualTo(new There(file.path()));
        taken();
        assertThat(file(message)).hasParent(folder.resolve("kept-pictures"));
        assertThat(file(message)).hasBinaryContent(PICTURE);
        assertThat(told(message)).allMatch(There.class::isInstance);
        assertThat(file.path()).exists();
        assertThat(gets()).isEmpty();
    }

    /// The user may delete or change their own.
    @Test
    void itStaysWhenTheUsersOwnIsGone() throws IOException {
        var file = chosen("sea.png", PICTURE);
        var message = send(file);
        taken();
        Files.delete(file.path());
        restart();
        want(message);
        assertThat(file(message)).hasBinaryContent(PICTURE);
        assertThat(gets()).isEmpty();
    }

    @Test
    void whatWasOnlyInTheClipboardIsLetGoOnceItIsTakenOver() {
        var file = clipboard();
        var message = send(file);
        want(message);
        session.io.hold();
        taken();
        assertThat(shown(message)).isEqualTo(new There(file.path()));
        assertThat(file.path()).exists();
        session.io.goOn();
        assertThat(file.path()).doesNotExist();
        assertThat(file(message)).hasBinaryContent(PICTURE);
        assertThat(told(message)).hasSize(2).allMatch(There.class::isInstance);
        assertThat(gets()).isEmpty();
    }

    @Test
    void whatIsNoPictureIsLetGoToo() {
        var file =
                session.files
                        .keep(() -> new byte[] {1, 2, 3}, "Picture.png")
                        .toCompletableFuture()
                        .join();
        send(file);
        taken();
        assertThat(file.path()).doesNotExist();
    }

    @Test
    void whatCannotBeTakenOverIsLetGoAndFetchedInTheNextSession() throws IOException {
        Files.writeString(folder.resolve("kept-pictures"), "in the way");
        var file = clipboard();
        var message = send(file);
        want(message);
        taken();
        assertThat(file.path()).doesNotExist();
        assertThat(shown(message)).isEqualTo(new Missing(Reason.NOT_REACHED));
        assertThat(gets()).isEmpty();
        Files.delete(folder.resolve("kept-pictures"));
        offline();
        online();
        assertThat(places()).containsExactly("https://d.hearth.example/1/Picture.png");
        came();
        assertThat(file(message)).hasBinaryContent(PICTURE);
    }

    @Test
    void whatTheUserDeletedMeanwhileIsFetched() throws IOException {
        var file = chosen("sea.png", PICTURE);
        var message = send(file);
        want(message);
        Files.delete(file.path());
        taken();
        assertThat(places()).containsExactly("https://d.hearth.example/1/sea.png");
        came();
        assertThat(file(message)).hasBinaryContent(PICTURE);
    }

    @Test
    void whatIsTooLargeToBeDrawnIsNotFetched() throws IOException {
        var huge = PICTURE.clone();
        ByteBuffer.wrap(huge).putInt(16, 65_500).putInt(20, 65_500);
        var message = send(chosen("huge.png", huge));
        want(message);
        taken();
        assertThat(shown(message)).isEqualTo(new Missing(Reason.NOT_DRAWABLE));
        assertThat(gets()).isEmpty();
        assertThat(kept()).isEmpty();
    }

    /// One from another device, or from before: it may be as large as any.
    @Test
    void whatIsNotHereIsFetchedHoweverLargeItIs() throws IOException {
        var large = chosen("large.png", PictureFiles.plain("png", 400, 300, 0x123456));
        var message = send(large);
        taken();
        for (var file : kept()) {
            Files.delete(file);
        }
        session.preferences.setShowsPictures(false);
        restart();
        want(message);
        assertThat(gets().getLast().most).isEqualTo(16_000_000);
        came();
        assertThat(file(message)).hasBinaryContent(PICTURE);
    }

    @Test
    void whatCannotBeSentIsShownFromWhereItIs() throws IOException {
        var file = chosen("sea.png", PICTURE);
        var message = send(file);
        want(message);
        session.core.execute(() -> session.server(account).puts().getLast().fail(Kind.TOO_LARGE));
        assertThat(told(message)).containsExactly(new There(file.path()));
        assertThat(kept()).isEmpty();
    }

    @Test
    void whatIsTakenBackWhileItIsTakenOverIsGoneFromTheDisk() throws IOException {
        var message = send(clipboard());
        want(message);
        session.io.hold();
        taken();
        var id = session.messages(layla).getLast().ids().stanza();
        session.say(account, session.incoming.ownRetraction(LAYLA, "c", id));
        session.io.goOn();
        assertThat(shown(message)).isEqualTo(new Missing(Reason.GONE));
        assertThat(kept()).isEmpty();
    }

    @Test
    void ofAnAccountThatIsRemovedMeanwhileNothingIsKept() throws IOException {
        send(clipboard());
        session.io.hold();
        taken();
        session.accounts.remove(account);
        session.io.goOn();
        assertThat(kept()).isEmpty();
    }
}
