package kith.store.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

class DictionaryFoldersTest {

    @TempDir Path folder;

    @Test
    void findsPairsInFoldersAndThoseOfOfficePrograms() throws IOException {
        TinyDictionary.english(folder, "en_GB");
        TinyDictionary.english(folder.resolve("dict-de/dictionaries"), "de_DE");
        Files.writeString(folder.resolve("hyph_en_GB.dic"), "UTF-8");
        Files.writeString(folder.resolve("fr_FR.aff"), "SET UTF-8");
        Files.createDirectories(folder.resolve("it_IT.aff"));
        assertThat(folders().names()).containsExactly("de_DE", "en_GB");
    }

    @Test
    void aFolderThatIsntThereOrAFileHasNone() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");
        var none = new DictionaryFolders(List.of(folder.resolve("nowhere"), file));
        assertThat(none.names()).isEmpty();
        assertThat(none.open("en_GB")).isEmpty();
    }

    @Test
    void linksLeadToFilesAndToTheFolderItself() throws IOException {
        TinyDictionary.english(folder.resolve("real"), "en_GB");
        var linked = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
        Files.createSymbolicLink(linked.resolve("en_AU.aff"), linked.resolve("en_GB.aff"));
        Files.createSymbolicLink(linked.resolve("en_AU.dic"), linked.resolve("en_GB.dic"));
        Files.createSymbolicLink(linked.resolve("loop"), folder);
        var folders = new DictionaryFolders(List.of(linked));
        assertThat(folders.names()).containsExactly("en_AU", "en_GB");
        assertThat(folders.open("en_AU").orElseThrow().isMisspelt("harbour")).isFalse();
    }

    /// The system can't go where a path is too long; nobody is kept out by rights here, who may be
    /// anybody.
    @Test
    void aFolderThatCantBeLookedAtHidesNoOther() throws IOException {
        var deep = folder;
        while (deep.toString().length() < 3500) {
            deep = deep.resolve("d".repeat(200));
        }
        deep = deep.resolve("d".repeat(3790 - deep.toString().length()));
        Files.createDirectories(deep);
        var shallow = folder.resolve("shallow");
        Files.createDirectories(shallow.resolve("a".repeat(250)).resolve("b".repeat(250)));
        TinyDictionary.english(deep, "en_GB");
        var moved = Files.move(shallow, deep.resolve("aaa"));
        try {
            assertThat(new DictionaryFolders(List.of(deep)).names()).containsExactly("en_GB");
        } finally {
            Files.move(moved, shallow); // else it can't be removed
        }
    }

    @Test
    void manyOtherFilesHideNone() throws IOException {
        for (int i = 0; i < 6000; i++) {
            Files.createFile(folder.resolve("other" + i));
        }
        TinyDictionary.english(folder, "en_GB");
        assertThat(folders().names()).containsExactly("en_GB");
    }

    @Test
    void theFirstFolderCounts() {
        TinyDictionary.write(folder.resolve("own"), "en_GB", "SET UTF-8\n", "1\nharbor\n");
        TinyDictionary.english(folder.resolve("system"), "en_GB");
        var folders =
                new DictionaryFolders(List.of(folder.resolve("own"), folder.resolve("system")));
        assertThat(folders.names()).containsExactly("en_GB");
        assertThat(folders.open("en_GB").orElseThrow().isMisspelt("harbour")).isTrue();
    }

    @Test
    void knowsItsWordsTheirFormsAndBothApostrophes() {
        TinyDictionary.english(folder, "en_GB");
        var book = folders().open("en_GB").orElseThrow();
        assertThat(List.of("harbours", "Harbour", "don't", "don’t", "cafe\u0301", "let\u00ADters"))
                .noneMatch(book::isMisspelt);
        assertThat(List.of("harbor", "thurs", "THURS")).allMatch(book::isMisspelt);
        assertThat(book.suggest("harbor", 5)).contains("harbour");
        assertThat(book.suggest("leters", 1)).hasSize(1);
    }

    @Test
    void saysNothingOfWordsInLettersItDoesntHave() {
        TinyDictionary.english(folder, "en_GB");
        TinyDictionary.write(folder, "uk_UA", "SET UTF-8\n", "2\nміст\nлист\n");
        var english = folders().open("en_GB").orElseThrow();
        var ukrainian = folders().open("uk_UA").orElseThrow();
        assertThat(List.of("листи", "رسالة", "שלום", "ελλ", "hаrbor")) // with a Cyrillic а
                .noneMatch(english::isMisspelt);
        assertThat(ukrainian.isMisspelt("лист")).isFalse();
        assertThat(ukrainian.isMisspelt("лыст")).isTrue();
        assertThat(ukrainian.isMisspelt("harbor")).isFalse();
    }

    @Test
    void readsOldEncodings() {
        TinyDictionary.write(
                folder,
                "uk_UA",
                "SET microsoft-cp1251\n".getBytes(StandardCharsets.US_ASCII),
                "1\nміст\n".getBytes(Charset.forName("windows-1251")));
        var book = folders().open("uk_UA").orElseThrow();
        assertThat(book.isMisspelt("міст")).isFalse();
        assertThat(book.isMisspelt("мост")).isTrue();
    }

    @Test
    void aWordThatIsTooLongIsNone() {
        TinyDictionary.english(folder, "en_GB");
        var book = folders().open("en_GB").orElseThrow();
        assertThat(book.isMisspelt("a".repeat(10_000))).isFalse();
        assertThat(book.suggest("a".repeat(10_000), 5)).isEmpty();
    }

    /// Each promises more than it has: room for it would be made.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AF 2147483647",
                "AF 1999999999\nAF A",
                "AM 2147483647",
                "REP 2147483647",
                "MAP 99999999999999999999",
                "COMPOUNDRULE 2147483647",
                "SFX S Y 2147483647",
                "PFX S Y 2147483647",
                "AF 2147483647 x",
                "AF +2147483647",
                "AF ２１４７４８３６４７",
                "\tAF\u000B2147483647 # as many",
                "COMPOUNDRULE 2147483647 x",
                "SFX S Y 400000000 x",
                "SFX S 0 400000000",
                "REP 1\nSFX T Y 3\nSFX S Y 400000000\nSFX S 0 a .\nSFX S 0 b ."
            })
    void anAffixFileThatPromisesTooMuchIsNone(String line) {
        TinyDictionary.write(folder, "xx", "SET UTF-8\n" + line + "\n", TinyDictionary.ENGLISH);
        assertThat(folders().names()).containsExactly("xx");
        assertThat(folders().open("xx")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "tis-620, AF ๒๑๔๗๔๘๓๖๔๗",
        "TIS620-2533, AF ๒๑๔๗๔๘๓๖๔๗",
        "utf-16be, AF 2147483647",
        "utf-16be, SFX S Y 400000000",
        "IBM037, AF 2147483647"
    })
    void norIsOneThatPromisesItInAnotherEncoding(String encoding, String line) throws IOException {
        var affixes = new ByteArrayOutputStream();
        affixes.write(("\nSET " + encoding + "\n").getBytes(StandardCharsets.US_ASCII));
        var charset = Charset.forName(encoding.replace("TIS620-2533", "tis-620"));
        affixes.write(("\n" + line + "\n").getBytes(charset));
        TinyDictionary.write(folder, "xx", affixes.toByteArray(), new byte[0]);
        assertThat(folders().open("xx")).isEmpty();
    }

    /// What looks like a count and is none: flags that are numbers, and what is put on words.
    @Test
    void numbersThatPromiseNothingAreNoHarm() {
        TinyDictionary.write(
                folder,
                "xx",
                """
                SET UTF-8
                FLAG num
                AF 2
                AF 65000
                AF 64000,65000
                SFX 65000 Y 2
                SFX 65000 0 2026 .
                SFX 65000 0 s 2026
                """,
                "1\nharbour/1\n");
        var book = folders().open("xx").orElseThrow();
        assertThat(book.isMisspelt("harbour")).isFalse();
        assertThat(book.isMisspelt("harbor")).isTrue();
    }

    @Test
    void theMarkOfTheByteOrderIsNoHarm() {
        TinyDictionary.write(folder, "uk_UA", "\uFEFFSET UTF-8\n", "1\nміст\n");
        var book = folders().open("uk_UA").orElseThrow();
        assertThat(book.isMisspelt("міст")).isFalse();
        assertThat(book.isMisspelt("мост")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET no-such-letters",
                "SET",
                "FLAG strange",
                "SFX S Y 2\nSFX S 0 s .",
                "SFX S Y 1\nSFX",
                "SFX S Y 1\nSFX S 0 s [^",
                "COMPOUNDMIN -7\nBREAK x",
                "ICONV 1\nICONV"
            })
    void aDamagedAffixFileIsNoneOrDoesNoHarm(String line) {
        TinyDictionary.write(folder, "xx", line + "\n", TinyDictionary.ENGLISH);
        folders()
                .open("xx")
                .ifPresent(
                        book -> {
                            book.isMisspelt("harbor");
                            assertThat(book.suggest("harbor", 5)).hasSizeLessThanOrEqualTo(5);
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483647\nharbour\n", "-1\nharbour\n", "harbour\n", "", "\n\n\n"})
    void theCountOfWordsIsNotBelieved(String words) {
        TinyDictionary.write(folder, "xx", TinyDictionary.AFFIXES, words);
        folders().open("xx").ifPresent(book -> book.isMisspelt("harbor"));
        assertThat(folders().names()).containsExactly("xx");
    }

    @Test
    void noiseIsNone() {
        var random = new Random(7);
        for (int i = 0; i < 30; i++) {
            var affixes = new byte[4000];
            var words = new byte[4000];
            random.nextBytes(affixes);
            random.nextBytes(words);
            TinyDictionary.write(folder, "noise", affixes, words);
            folders()
                    .open("noise")
                    .ifPresent(
                            book -> {
                                book.isMisspelt("harbor");
                                book.suggest("harbor", 5);
                            });
        }
        assertThat(folders().names()).containsExactly("noise");
    }

    @Test
    void aFileThatIsTooLargeIsNotRead() throws IOException {
        TinyDictionary.english(folder, "xx");
        try (var file = new RandomAccessFile(folder.resolve("xx.dic").toFile(), "rw")) {
            file.setLength(1L << 40); // with nothing in it
        }
        assertThat(folders().open("xx")).isEmpty();
    }

    /// Each letter may begin or end a compound, so that a long word can be taken apart in very many
    /// ways.
    @Test
    void aDictionaryThatThinksTooLongIsNotWaitedFor() {
        var affixes = "SET UTF-8\nCOMPOUNDFLAG C\nCOMPOUNDMIN 1\n";
        TinyDictionary.write(folder, "slow", affixes, "3\na/C\naa/C\naaa/C\n");
        var book = folders().open("slow").orElseThrow();
        var began = System.nanoTime();
        for (int i = 1; i <= 1000; i++) { // a long text of such words
            assertThat(book.isMisspelt("a".repeat(40) + "b".repeat(i % 20 + 1))).isFalse();
        }
        assertThat(book.isTooSlow()).isTrue();
        assertThat(book.suggest("a".repeat(58) + "b", 5)).hasSizeLessThanOrEqualTo(5);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
    }

    /// A computer that sleeps makes words slow, too: that is forgotten.
    @Test
    void aFewSlowWordsAreForgotten() {
        var affixes = "SET UTF-8\nCOMPOUNDFLAG C\nCOMPOUNDMIN 1\n";
        TinyDictionary.write(folder, "slow", affixes, "3\na/C\naa/C\naaa/C\n");
        var book = folders().open("slow").orElseThrow();
        for (int i = 1; i <= 12; i++) {
            assertThat(book.isMisspelt("a".repeat(40) + "b".repeat(i))).isFalse();
            for (int quick = 0; quick < 100; quick++) {
                book.isMisspelt("x" + (char) ('a' + i) + (char) ('a' + quick % 26) + quick / 26);
            }
        }
        assertThat(book.isTooSlow()).isFalse();
        assertThat(book.isMisspelt("xyz")).isTrue();
    }

    private DictionaryFolders folders() {
        return new DictionaryFolders(List.of(folder));
    }
}
