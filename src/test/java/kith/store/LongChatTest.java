package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.MessageIds;
import kith.session.chat.Timelines;
import kith.store.MessageStore.Direction;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A chat of 100,000 messages opens as fast as one of 10: the same rows are read, counted by the
/// database itself, from a file and after a restart.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongChatTest {

    private static final int LONG = 100_000;
    private static final int SHORT = 10;

    /// What a window on a chat reads at once.
    private static final int PAGE = 60;

    /// What an archive brings at once.
    private static final int ARCHIVE_PAGE = 1_000;

    private static final int ROUNDS = 40;

    /// A chat that was read whole would take some hundred times as long.
    private static final int GENEROUS = 10;

    private static final Instant BEGINNING = Instant.parse("2020-01-01T00:00:00Z");
    private static final Pattern SCANNED = Pattern.compile("/\\* scanCount: (\\d+) \\*/");

    private Profile profile;
    private ChatKey longChat;
    private ChatKey pageChat;
    private ChatKey shortChat;

    @BeforeAll
    void fill(@TempDir Path folder) {
        profile = Profile.at(folder);
        longChat = profile.chat(Profile.ROMEO);
        pageChat = profile.chat(Profile.entity("nurse@capulet.example"));
        shortChat = profile.chat(Profile.entity("paris@verona.example"));
        fill(longChat, LONG);
        fill(pageChat, PAGE);
        fill(shortChat, SHORT);
        profile.reopen();
    }

    @AfterAll
    void close() {
        profile.close();
    }

    /// And finds once that nobody has edited any.
    @Test
    void openingScansOnePage() {
        assertThat(scanned(newestOf(longChat))).containsExactly(1, PAGE);
        assertThat(scanned(newestOf(shortChat))).containsExactly(1, SHORT + 1); // and meets the end
    }

    /// Beside the rows of the page there is one, that of the chat.
    @Test
    void openingAsksForNothingElse() {
        assertThat(rowsGivenAtOpening(longChat)).isEqualTo(PAGE + 1);
        assertThat(rowsGivenAtOpening(shortChat)).isEqualTo(SHORT + 1);
    }

    @Test
    void goingOnFromTheMiddleScansOnePage() {
        var middle = position(longChat, LONG / 2);
        int chat = row(longChat);
        for (var sql : List.of(MessageReads.BEFORE, MessageReads.AFTER)) {
            assertThat(scanned(explain(sql, chat, middle, 0L, PAGE)).getLast())
                    .isBetween(PAGE, PAGE + 1); // and perhaps the one it goes on from
        }
    }

    @Test
    void theListOfChatsScansTheNewestMessageOfEach() {
        int chats = 3;
        assertThat(scanned(explain(ChatStore.ALL)))
                .isNotEmpty()
                .allMatch(count -> count <= 2 * chats); // each search meets its end, too
    }

    @Test
    void openingTakesNoLonger() {
        long ofLong = Long.MAX_VALUE;
        long ofPage = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            ofLong = Math.min(ofLong, timeToOpen(longChat));
            ofPage = Math.min(ofPage, timeToOpen(pageChat));
        }
        assertThat(ofLong).isLessThan(GENEROUS * ofPage);
    }

    private String newestOf(ChatKey chat) {
        return explain(MessageReads.BEFORE, row(chat), Long.MAX_VALUE, Long.MAX_VALUE, PAGE);
    }

    /// Runs a statement.
    ///
    /// @return its plan, with the number of rows that were looked at in each table
    private String explain(String sql, @Nullable Object... parameters) {
        return profile.in(
                        () ->
                                profile.db()
                                        .find(
                                                "EXPLAIN ANALYZE " + sql,
                                                row -> row.getString(1),
                                                parameters))
                .orElseThrow();
    }

    private static List<Integer> scanned(String plan) {
        return SCANNED.matcher(plan).results().map(each -> Integer.valueOf(each.group(1))).toList();
    }

    private int row(ChatKey chat) {
        return profile.in(() -> new Chats(profile.db()).find(chat).orElseThrow().id());
    }

    private long position(ChatKey chat, int number) {
        var id = id(chat, number);
        return profile.in(
                        () ->
                                profile.db()
                                        .find(
                                                "SELECT position FROM message WHERE stanza_id = ?",
                                                row -> row.getLong(1),
                                                id))
                .orElseThrow();
    }

    private int rowsGivenAtOpening(ChatKey chat) {
        profile.run(db -> db.update("SET QUERY_STATISTICS TRUE"));
        open(chat);
        var counts =
                profile.in(
                        () ->
                                profile.db()
                                        .query(
                                                "SELECT cumulative_row_count FROM"
                                                        + " information_schema.query_statistics",
                                                row -> row.getInt(1)));
        profile.run(db -> db.update("SET QUERY_STATISTICS FALSE"));
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    private long timeToOpen(ChatKey chat) {
        long start = System.nanoTime();
        open(chat);
        return System.nanoTime() - start;
    }

    private void open(ChatKey chat) {
        var archives = new ArchiveStore(profile.db());
        var timelines =
                new Timelines(
                        new MessageStore(profile.db()), _ -> 0, archives::holes, profile.lane);
        try (var window = timelines.open(chat)) {
            profile.lane.step();
            assertThat(window.timeline().get().messages()).hasSizeLessThanOrEqualTo(PAGE);
            assertThat(window.timeline().get().messages()).isNotEmpty();
        }
        profile.lane.step();
    }

    private void fill(ChatKey chat, int messages) {
        var store = new MessageStore(profile.db());
        for (int from = 0; from < messages; from += ARCHIVE_PAGE) {
            var page = new ArrayList<ArrivingMessage>();
            IntStream.range(from, Math.min(messages, from + ARCHIVE_PAGE))
                    .forEach(number -> page.add(message(chat, number)));
            var direction = from == 0 ? Direction.NEWEST : Direction.NEWER;
            profile.in(() -> store.addPage(profile.archive(), page, direction));
        }
    }

    private static ArrivingMessage message(ChatKey chat, int number) {
        var id = id(chat, number);
        return new ArrivingMessage(
                chat,
                Chat.Kind.CONTACT,
                new MessageIds(id, Optional.of(id), Optional.of(id)),
                number % 3 == 0 ? Profile.ME : Profile.HIM,
                BEGINNING.plus(Duration.ofMinutes(number)),
                new Content.Text("Line %d of a long talk, as people write it".formatted(number)));
    }

    private static String id(ChatKey chat, int number) {
        return chat.peer() + "-" + number;
    }
}
