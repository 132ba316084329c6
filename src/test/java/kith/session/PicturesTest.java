package kith.session;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.PictureFiles;
import kith.base.PictureSize;
import kith.model.ConnectionProblem;
import kith.model.ShownPicture;
import kith.model.ShownPicture.Missing;
import kith.model.ShownPicture.Reason;
import kith.model.ShownPicture.There;
import kith.model.ShownPicture.Why;
import kith.model.ShownPicture.Withheld;
import kith.xmpp.TransferException.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.stream.Stream;

/// The pictures that contacts send: fetched when somebody looks, once, and shown with their size.
class PicturesTest extends PicturesFixture {

    @Test
    void aContactsPictureIsFetchedOnceSomebodyLooks() throws IOException {
        var message = receive("a");
        assertThat(gets()).isEmpty();
        want(message);
        assertThat(places()).containsExactly(place("a"));
        assertThat(gets().getFirst().most).isEqualTo(5_000_000);
        assertThat(shown(message)).isEqualTo(ShownPicture.COMING);
        came();
        assertThat(told(message)).hasSize(2).last().isInstanceOf(There.class);
        assertThat(file(message)).hasBinaryContent(PICTURE);
        assertThat(kept()).containsExactly(file(message));
    }

    @Test
    void howLargeItIsIsKnownFromThenOn() {
        var message = receive("a");
        assertThat(content(message).size()).isEmpty();
        want(message);
        came();
        assertThat(content(message).size()).contains((long) PICTURE.length);
        assertThat(content(message).picture()).contains(new PictureSize(40, 30));
        restart();
        assertThat(content(message).picture()).contains(new PictureSize(40, 30));
    }

    @Test
    void aPictureThatACameraLaidOnItsSideHasTheSizeOfOneThatStands() {
        var jpeg = PictureFiles.turned(PictureFiles.plain("jpg", 40, 30, 0x996633), 6);
        var message = receive("a");
        want(message);
        came(0, jpeg);
        assertThat(content(message).picture()).contains(new PictureSize(30, 40));
        assertThat(file(message)).hasBinaryContent(jpeg);
    }

    @Test
    void whatIsCalledAPngMayBeAJpeg() {
        var jpeg = PictureFiles.plain("jpg", 40, 30, 0x996633);
        var message = receive("a", place("a"), Optional.empty());
        want(message);
        came(0, jpeg);
        assertThat(file(message)).hasBinaryContent(jpeg);
        assertThat(content(message).picture()).contains(new PictureSize(40, 30));
    }

    @Test
    void aGifIsKeptAsItsFirstPictureAndItsSizeIsWhatCame() {
        var gif = PictureFiles.moving(40, 30, 0x996633, 5);
        var message = receive("a");
        want(message);
        came(0, gif);
        assertThat(content(message).size()).contains((long) gif.length);
        assertThat(file(message)).hasBinaryContent(PictureFiles.moving(40, 30, 0x996633, 1));
    }

    @Test
    void whatIsThereIsNotFetchedAgain() {
        var first = receive("a");
        want(first).close();
        want(first);
        assertThat(gets()).hasSize(1);
        came();
        want(first);
        assertThat(shown(first)).isInstanceOf(There.class);
        session.pictures.fetch(first);
        assertThat(gets()).hasSize(1);

        restart();
        int before = gets().size();
        want(first);
        assertThat(told(first)).singleElement().isInstanceOf(There.class);
        assertThat(file(first)).hasBinaryContent(PICTURE);
        assertThat(gets()).hasSize(before);
    }

    /// The disk may be slow, and the roster may change meanwhile.
    @Test
    void whatIsBeingWrittenIsNotFetchedAgain() {
        var message = receive("a");
        want(message);
        session.io.hold();
        came();
        session.core.execute(session.pictures::reconsider);
        assertThat(shown(message)).isEqualTo(ShownPicture.COMING);
        session.io.goOn();
        assertThat(shown(message)).isInstanceOf(There.class);
        assertThat(gets()).hasSize(1);
    }

    @Test
    void offlineItWaitsForTheNextSession() {
        offline();
        var message = receive("a");
        want(message);
        assertThat(told(message)).containsExactly(ShownPicture.WAITING);
        assertThat(gets()).isEmpty();
        online();
        assertThat(shown(message)).isEqualTo(ShownPicture.COMING);
        came();
        assertThat(shown(message)).isInstanceOf(There.class);
    }

    @Test
    void whatBreaksOffWithTheLineGoesOnWithTheNextSession() {
        var messages = Stream.of("a", "b", "c", "d").map(this::receive).toList();
        messages.forEach(this::want);
        offline();
        for (int i = 0; i < 3; i++) {
            fail(i, Kind.INTERRUPTED);
        }
        assertThat(messages).allMatch(it -> shown(it).equals(ShownPicture.WAITING));
        online();
        assertThat(messages).allMatch(it -> shown(it).equals(ShownPicture.COMING));
        assertThat(gets()).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({
        "INTERRUPTED, NOT_REACHED",
        "BUSY, NOT_REACHED",
        "FILE_GONE, NOT_REACHED",
        "REFUSED, GONE",
        "GONE, GONE",
        "NOT_TRUSTED, UNSAFE",
        "UNSAFE, UNSAFE"
    })
    void whatCannotBeHadSaysWhy(Kind kind, Reason reason) {
        var message = receive("a");
        want(message).close();
        want(message);
        fail(kind);
        assertThat(shown(message)).isEqualTo(new Missing(reason));
        want(message);
        session.core.execute(session.pictures::reconsider);
        assertThat(shown(message)).isEqualTo(new Missing(reason));
        assertThat(gets()).hasSize(1);
    }

    @Test
    void whatWasNotReachedIsTriedInTheNextSession() {
        var message = receive("a");
        want(message);
        fail(Kind.BUSY);
        session.on(account, it -> it.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.on(account, it -> it.signedIn(true));
        assertThat(shown(message)).isEqualTo(ShownPicture.COMING);
        assertThat(gets()).hasSize(2);
    }

    @Test
    void whatIsGoneIsNotTriedInTheNextSession() {
        var message = receive("a");
        want(message);
        fail(Kind.GONE);
        offline();
        online();
        assertThat(shown(message)).isEqualTo(new Missing(Reason.GONE));
        assertThat(gets()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"BUSY", "GONE", "UNSAFE"})
    void whatCouldNotBeHadIsTriedWhenTheUserAsks(Kind kind) {
        var message = receive("a");
        want(message);
        fail(kind);
        session.pictures.fetch(message);
        assertThat(shown(message)).isEqualTo(ShownPicture.COMING);
        came();
        assertThat(shown(message)).isInstanceOf(There.class);
    }

    @Test
    void whatIsSaidToBeLargeWaitsForTheUser() {
        var message = receive("a", place("a"), Optional.of(5_000_001L));
        want(message);
        assertThat(shown(message)).isEqualTo(new Withheld(Why.LARGE, Optional.of(5_000_001L)));
        assertThat(gets()).isEmpty();
        session.pictures.fetch(message);
        assertThat(gets().getFirst().most).isEqualTo(16_000_000);
        came();
        assertThat(shown(message)).isInstanceOf(There.class);
    }

    /// The user isn't offered what they can't have.
    @Test
    void whatIsSaidToBeLargerThanAnyIsNotFetchedAtAll() {
        var message = receive("a", place("a"), Optional.of(16_000_001L));
        want(message);
        assertThat(shown(message)).isEqualTo(new Missing(Reason.NOT_DRAWABLE));
        session.pictures.fetch(message);
        assertThat(shown(message)).isEqualTo(new Missing(Reason.NOT_DRAWABLE));
        assertThat(gets()).isEmpty();
    }

    @Test
    void whatTurnsOutToBeLargeWaitsForTheUser() {
        var message = receive("a", place("a"), Optional.of(5_000_000L));
        want(message);
        gets().getFirst().says(7_000_000);
        fail(Kind.TOO_LARGE);
        assertThat(shown(message)).isEqualTo(new Withheld(Why.LARGE, Optional.of(7_000_000L)));
        offline();
        online();
        assertThat(gets()).hasSize(1);
        session.pictures.fetch(message);
        assertThat(shown(message)).isEqualTo(ShownPicture.COMING);
        assertThat(gets().getLast().most).isEqualTo(16_000_000);
        fail(Kind.TOO_LARGE);
        assertThat(shown(message)).isEqualTo(new Missing(Reason.NOT_DRAWABLE));
    }

    /// As of a server that doesn't say it before all of it has come.
    @Test
    void whoAsksWhileItComesGetsALargeOneToo() {
        var message = receive("a");
        want(message);
        session.pictures.fetch(message);
        fail(Kind.TOO_LARGE);
        assertThat(shown(message)).isEqualTo(ShownPicture.COMING);
        assertThat(gets().getLast().most).isEqualTo(16_000_000);
    }

    @Test
    void whatIsNoPictureIsNotKept() throws IOException {
        var message = receive("a");
        want(message);
        came(0, "<html></html>".getBytes(StandardCharsets.UTF_8));
        assertThat(shown(message)).isEqualTo(new Missing(Reason.NOT_DRAWABLE));
        assertThat(kept()).isEmpty();
        assertThat(content(message).picture()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no place at all", "https://d.birke.example/a b.png", "https://[::"})
    void whatIsNoPlaceIsNotFetched(String url) {
        var message = receive("a", url, Optional.empty());
        want(message);
        assertThat(shown(message)).isEqualTo(new Missing(Reason.UNSAFE));
        session.pictures.fetch(message);
        assertThat(shown(message)).isEqualTo(new Missing(Reason.UNSAFE));
        assertThat(gets()).isEmpty();
    }

    /// The line looks at each place, and at where it leads on to.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://d.birke.example/a.png",
                "https://mara:secret@d.birke.example/a.png",
                "file:///etc/passwd"
            })
    void whereItLiesIsTakenAsItIsAndTheLineRefusesIt(String url) {
        var message = receive("a", url, Optional.empty());
        want(message);
        assertThat(places()).containsExactly(url);
        fail(Kind.UNSAFE);
        assertThat(shown(message)).isEqualTo(new Missing(Reason.UNSAFE));
        assertThat(gets()).hasSize(1);
    }

    @Test
    void whereNothingCanBeWrittenNoPictureIsShown() throws IOException {
        Files.writeString(folder.resolve("kept-pictures"), "in the way");
        var message = receive("a");
        want(message);
        came();
        assertThat(shown(message)).isEqualTo(new Missing(Reason.NOT_REACHED));
        Files.delete(folder.resolve("kept-pictures"));
        session.pictures.fetch(message);
        came();
        assertThat(shown(message)).isInstanceOf(There.class);
    }

    @Test
    void aFileThatSomebodyDeletedIsFetchedAgain() throws IOException {
        var message = shown("a");
        var other = shown("b");
        Files.delete(file(message));
        assertThat(drawn((There) shown(message))).isEmpty();
        assertThat(shown(message)).isEqualTo(ShownPicture.COMING);
        assertThat(places()).containsExactly(place("a"), place("b"), place("a"));
        came();
        assertThat(drawn((There) shown(message))).contains(PICTURE.length);
        assertThat(drawn((There) shown(other))).contains(PICTURE.length);
    }

    /// What is on the disk may have been changed there.
    @Test
    void whatIsThereIsLookedAtBeforeItIsDrawn() throws IOException {
        var message = shown("a");
        Files.writeString(file(message), "<svg/>");
        assertThat(drawn((There) shown(message))).isEmpty();
    }

    private Optional<Integer> drawn(There picture) {
        return session.pictures.draw(picture, it -> it.length).toCompletableFuture().join();
    }
}
