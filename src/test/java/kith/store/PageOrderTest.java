package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageIds;
import kith.store.MessageStore.Direction;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The order is the archive's with each page that is read, not only with the last: what else is
/// there keeps its place until its page comes (R12).
class PageOrderTest {

    private final Profile profile = Profile.inMemory();
    private MessageStore store = new MessageStore(profile.db());
    private final ChatKey chat = profile.chat(Profile.ROMEO);

    @AfterEach
    void close() {
        profile.close();
    }

    @Test
    void whatWasMissedComesBetweenItsNeighboursAtOnce() {
        live("a b c d");
        page(Direction.OVERLAP, "a 1 2");
        assertThat(words()).isEqualTo("a 1 2 b c d");
        page(Direction.NEWER, "b c 3");
        assertThat(words()).isEqualTo("a 1 2 b c 3 d");
        page(Direction.NEWER, "d 4");
        assertThat(words()).isEqualTo("a 1 2 b c 3 d 4");
    }

    @Test
    void anAcknowledgementThatCameLateDisplacesNothingElse() {
        acknowledgeLate("b c d e");
        page(Direction.OVERLAP, "a m b c");
        assertThat(words().replace("d e ", "")).isEqualTo("a m b c");
        page(Direction.NEWER, "d e");
        assertThat(words()).isEqualTo("a m b c d e");
    }

    /// Ours, and with it what is read after it, stands after what is not read yet.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noneStaysBeforeWhatAnEarlierSessionHasRead(boolean isRestarted) {
        acknowledgeLate("b c d e");
        page(Direction.OVERLAP, "a m b");
        if (isRestarted) {
            store = new MessageStore(profile.db());
        }
        page(Direction.OVERLAP, "c d");
        assertThat(words().replace("e ", "")).isEqualTo("a m b c d");
        page(Direction.OVERLAP, "e");
        assertThat(words()).isEqualTo("a m b c d e");
    }

    @Test
    void whatAnEarlierSessionHasReadTooIsNotMoved() {
        acknowledgeLate("b c d e");
        page(Direction.OVERLAP, "a m b c");
        var before = places("a m b c");
        page(Direction.OVERLAP, "a m b c d");
        assertThat(places("a m b c")).isEqualTo(before);
        page(Direction.OVERLAP, "d e");
        assertThat(words()).isEqualTo("a m b c d e");
        assertThat(places("a m b c")).isEqualTo(before);
    }

    /// It was sent again in the session that was lost, so the archive has it twice.
    @Test
    void aSecondCopyOfWhatAnEarlierSessionReadLastIsNotTheFirst() {
        acknowledgeLate("b c");
        page(Direction.OVERLAP, "a m");
        page(Direction.OVERLAP, "b m' c");
        assertThat(words()).isEqualTo("a m b c");
    }

    /// The archive has forgotten what was known, and is asked from some time before.
    @Test
    void afterAHoleNothingIsKnownOfWhatWasRead() {
        page(Direction.OVERLAP, "a b c");
        page(Direction.AFTER_HOLE, "a");
        assertThat(words()).isEqualTo("a b c");
        page(Direction.NEWER, "b c d");
        assertThat(words()).isEqualTo("a b c d");
    }

    /// The server said late that it has the first, whose page is not read again.
    @Test
    void whatWasWrittenLaterStaysLater() {
        live("a");
        profile.in(() -> store.queue(chat, Chat.Kind.CONTACT, "m", Profile.ME, text("m"), later()));
        profile.in(() -> store.queue(chat, Chat.Kind.CONTACT, "n", Profile.ME, text("n"), later()));
        live("b c");
        profile.in(() -> store.deliver(profile.account(), "m", Delivery.ON_SERVER));
        assertThat(words()).isEqualTo("a b c m n");
        page(Direction.OVERLAP, "b n c");
        assertThat(words()).isEqualTo("a b m n c");
    }

    /// What no archive has stands by its time.
    @Test
    void whatTheArchiveLacksStaysBeforeWhatIsLater() {
        live("a x");
        var afterX = later().plusSeconds(60);
        profile.in(
                () ->
                        store.addPage(
                                profile.archive(),
                                List.of(message("a", later()), message("b", afterX)),
                                Direction.OVERLAP));
        assertThat(words()).isEqualTo("a x b");
    }

    @Test
    void asManyAsOnAPageFindRoomBetweenTwo() {
        live("a z");
        var many =
                IntStream.range(0, 250).mapToObj(String::valueOf).collect(Collectors.joining(" "));
        page(Direction.OVERLAP, "a " + many);
        assertThat(words()).isEqualTo("a " + many + " z");
        var more =
                IntStream.range(250, 500)
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(" "));
        page(Direction.NEWER, more + " z");
        assertThat(words()).isEqualTo("a " + many + " " + more + " z");
    }

    /// It begins a reading of its own: what an earlier one has read says nothing of its neighbours.
    @Test
    void aFirstPageOfReceiptsAloneIsAFirstPage() {
        page(Direction.OVERLAP, "a b");
        live("c");
        profile.in(() -> store.addPage(profile.archive(), List.of(), Direction.OVERLAP));
        page(Direction.NEWER, "d");
        assertThat(words()).isEqualTo("a b c d");
    }

    /// Ours is "m", which the server says only after others that it has.
    private void acknowledgeLate(String others) {
        live("a");
        profile.in(() -> store.queue(chat, Chat.Kind.CONTACT, "m", Profile.ME, text("m"), later()));
        live(others);
        profile.in(() -> store.deliver(profile.account(), "m", Delivery.ON_SERVER));
        assertThat(words()).isEqualTo("a " + others + " m");
    }

    private void live(String words) {
        words(words).forEach(word -> profile.in(() -> store.add(message(word, later()))));
    }

    /// All of it of one second, as some servers stamp it.
    private void page(Direction direction, String words) {
        var at = profile.now.minusSeconds(5).truncatedTo(ChronoUnit.SECONDS);
        profile.in(
                () ->
                        store.addPage(
                                profile.archive(),
                                words(words).map(word -> message(word, at)).toList(),
                                direction));
    }

    private static Stream<String> words(String words) {
        return Arrays.stream(words.split(" ", -1));
    }

    /// A word with a prime is what the archive has of it once more.
    private ArrivingMessage message(String word, Instant at) {
        var id = word.replace("'", "");
        return new ArrivingMessage(
                chat,
                Chat.Kind.CONTACT,
                new MessageIds(id, Optional.of(id), Optional.of("in archive " + word)),
                id.equals("m") || id.equals("n") ? Profile.ME : Profile.HIM,
                at,
                text(id));
    }

    private Instant later() {
        profile.now = profile.now.plus(Duration.ofMillis(40));
        return profile.now;
    }

    private static Content text(String word) {
        return new Content.Text(word);
    }

    private String words() {
        return messages().stream().map(PageOrderTest::word).collect(Collectors.joining(" "));
    }

    private List<Long> places(String words) {
        return words(words)
                .flatMap(word -> messages().stream().filter(each -> word(each).equals(word)))
                .map(Message::position)
                .toList();
    }

    private List<Message> messages() {
        return profile.in(() -> store.newest(chat, 1_000));
    }

    private static String word(Message message) {
        return ((Content.Text) message.content()).body();
    }
}
