package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

class JournalTest {

    private static final AccountId JULIET = new AccountId(1);
    private static final AccountId ROMEO = new AccountId(2);
    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00.123Z");

    @TempDir Path folder;

    @Test
    void whatIsAppendedIsReplayedInOrderAtTheNextStart() {
        try (var journal = Journal.open(folder)) {
            assertThat(journal.append(JULIET, NOW, "<message>O\0 \uD83D\uDE00</message>"))
                    .isEqualTo(1);
            assertThat(journal.append(ROMEO, NOW, "")).isEqualTo(2);
            assertThat(replayed(journal)).isEmpty();
        }
        try (var journal = Journal.open(folder)) {
            assertThat(replayed(journal))
                    .containsExactly(
                            new Journal.Entry(
                                    1, JULIET, NOW, "<message>O\0 \uD83D\uDE00</message>"),
                            new Journal.Entry(2, ROMEO, NOW, ""));
            assertThat(journal.append(JULIET, NOW, "later")).isEqualTo(3);
        }
        assertThat(left()).containsExactly("<message>O\0 \uD83D\uDE00</message>", "", "later");
    }

    /// The database has lost it (F19).
    @Test
    void whatThisRunHasNotCommittedCanBeLeftOpenAndReplayed() {
        try (var journal = Journal.open(folder)) {
            long kept = journal.append(JULIET, NOW, "1");
            journal.append(JULIET, NOW, "2");
            journal.leaveOpen();
            journal.leaveOpen(); // changes nothing more
            journal.append(JULIET, NOW, "3");
            journal.done(List.of(kept));
            assertThat(replayed(journal)).extracting(Journal.Entry::xml).contains("2");
            assertThat(replayed(journal)).extracting(Journal.Entry::xml).doesNotContain("3");
            journal.forgetLeft();
        }
        assertThat(left()).containsExactly("3");
    }

    @Test
    void whatIsCommittedIsNotReplayed() throws IOException {
        try (var journal = Journal.open(folder)) {
            long first = journal.append(JULIET, NOW, "1");
            journal.done(List.of(first, journal.append(JULIET, NOW, "2")));
            assertThat(size()).isZero();
            journal.append(JULIET, NOW, "3");
        }
        assertThat(left()).containsExactly("3");
    }

    @Test
    void whatCameDuringTheCommitStays() {
        try (var journal = Journal.open(folder)) {
            long committed = journal.append(JULIET, NOW, "1");
            journal.append(JULIET, NOW, "2");
            journal.done(List.of(committed));
        }
        assertThat(left()).contains("2");
    }

    @Test
    void whatOneAccountHasDoneDoesNotTakeAwayWhatAnotherHasNot() {
        try (var journal = Journal.open(folder)) {
            journal.append(JULIET, NOW, "1");
            journal.done(List.of(journal.append(ROMEO, NOW, "2")));
        }
        assertThat(left()).contains("1");
    }

    @Test
    void whatIsLeftOfEarlierRunsGoesWhenItIsCommitted() {
        try (var journal = Journal.open(folder)) {
            journal.append(JULIET, NOW, "1");
        }
        try (var journal = Journal.open(folder)) {
            journal.done(List.of(journal.append(JULIET, NOW, "2")));
            assertThat(replayed(journal)).hasSize(1);
            journal.append(JULIET, NOW, "2");
            journal.forgetLeft();
        }
        assertThat(left()).containsExactly("2");
    }

    @Test
    void aJournalThatGrowsIsManyFilesAndGivesRoomFreeAsItIsCommitted() throws IOException {
        var big = "x".repeat(1 << 20);
        try (var journal = Journal.open(folder)) {
            var firstTen = new ArrayList<Long>();
            for (int i = 1; i <= 20; i++) {
                long number = journal.append(JULIET, NOW, i + big);
                if (i <= 10) {
                    firstTen.add(number);
                }
            }
            assertThat(files()).hasSizeGreaterThan(3);
            long before = size();
            journal.done(firstTen);
            assertThat(size()).isLessThan(before - (8 << 20));
        }
        assertThat(left()).hasSizeBetween(10, 15).last().isEqualTo(20 + big);
    }

    @Test
    void aTornEndIsPassedOver() throws IOException {
        try (var journal = Journal.open(folder)) {
            journal.append(JULIET, NOW, "whole");
            journal.append(JULIET, NOW, "torn");
        }
        var file = files().getFirst();
        var bytes = Files.readAllBytes(file);
        for (int cut = 1; cut < 20; cut++) {
            Files.write(file, Arrays.copyOf(bytes, bytes.length - cut));
            assertThat(left()).containsExactly("whole");
        }
    }

    @Test
    void whatIsNotAsItWasWrittenIsPassedOver() throws IOException {
        try (var journal = Journal.open(folder)) {
            journal.append(JULIET, NOW, "whole");
            journal.append(JULIET, NOW, "changed");
        }
        var file = files().getFirst();
        var bytes = Files.readAllBytes(file);
        for (int at = bytes.length / 2 + 1; at < bytes.length; at++) {
            var changed = bytes.clone();
            changed[at] ^= 0x10;
            Files.write(file, changed);
            assertThat(left()).containsExactly("whole");
        }
        Files.write(file, new byte[] {1, 2, 3}, StandardOpenOption.TRUNCATE_EXISTING);
        assertThat(left()).isEmpty();
    }

    @Test
    void manyThreadsMayAppendAtOnceAndOneMayBeInterrupted() throws InterruptedException {
        var start = new CountDownLatch(1);
        try (var journal = Journal.open(folder)) {
            var readers =
                    IntStream.range(0, 8)
                            .mapToObj(
                                    reader ->
                                            Thread.ofPlatform()
                                                    .start(
                                                            () ->
                                                                    appendMany(
                                                                            journal, start,
                                                                            reader)))
                            .toList();
            start.countDown();
            readers.getFirst().interrupt();
            for (var reader : readers) {
                reader.join();
            }
        }
        try (var journal = Journal.open(folder)) {
            var entries = replayed(journal);
            assertThat(entries).hasSizeGreaterThanOrEqualTo(7 * 500);
            assertThat(entries)
                    .extracting(Journal.Entry::number)
                    .isSorted()
                    .doesNotHaveDuplicates();
            for (int reader = 1; reader < 8; reader++) {
                var account = new AccountId(reader);
                assertThat(entries)
                        .filteredOn(entry -> entry.account().equals(account))
                        .extracting(Journal.Entry::xml)
                        .isEqualTo(IntStream.range(0, 500).mapToObj(i -> "" + i).toList());
            }
        }
    }

    @Test
    void onlyTheOwnerMayReadIt() throws IOException {
        try (var journal = Journal.open(folder)) {
            journal.append(JULIET, NOW, "secret");
            assertThat(Files.getPosixFilePermissions(files().getFirst()))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static void appendMany(Journal journal, CountDownLatch start, int reader) {
        try {
            start.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt(); // and goes on, as a reader that is stopped might
        }
        for (int i = 0; i < 500; i++) {
            journal.append(new AccountId(reader), NOW, "" + i);
        }
    }

    private List<String> left() {
        try (var journal = Journal.open(folder)) {
            return replayed(journal).stream().map(Journal.Entry::xml).toList();
        }
    }

    private static List<Journal.Entry> replayed(Journal journal) {
        var entries = new ArrayList<Journal.Entry>();
        journal.replay(entries::add);
        return entries;
    }

    private long size() throws IOException {
        long size = 0;
        for (var file : files()) {
            size += Files.size(file);
        }
        return size;
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
