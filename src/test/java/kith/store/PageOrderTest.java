package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.MessageIds;
import kith.store.MessageStore.Direction;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
    private final MessageStore store = new MessageStore(profile.db());
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
        live("a");
        profile.in(() -> store.queue(chat, Chat.Kind.CONTACT, "m", Profile.ME, text("m"), later()));
        live("b c d e");
        profile.in(() -> store.deliver(profile.account(), "m", Delivery.ON_SERVER));
        assertThat(words()).isEqualTo("a b c d e m");
        page(Direction.OVERLAP, "a m b c");
        assertThat(words().replace("d e ", "")).isEqualTo("a m b c");
        page(Direction.NEWER, "d e");
        assertThat(words()).isEqualTo("a m b c d e");
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

    private ArrivingMessage message(String word, Instant at) {
        return new ArrivingMessage(
                chat,
                Chat.Kind.CONTACT,
                new MessageIds(word, Optional.of(word), Optional.of("in archive " + word)),
                word.equals("m") || word.equals("n") ? Profile.ME : Profile.HIM,
                at,
                text(word));
    }

    private Instant later() {
        profile.now = profile.now.plus(Duration.ofMillis(40));
        return profile.now;
    }

    private static Content text(String word) {
        return new Content.Text(word);
    }

    private String words() {
        return profile.in(() -> store.newest(chat, 1_000)).stream()
                .map(message -> ((Content.Text) message.content()).body())
                .collect(Collectors.joining(" "));
    }
}
