package kith.store.dictionary;

import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.analysis.hunspell.SortingStrategy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;

/// The two files of a dictionary.
///
/// @param affixes how words change, `.aff`
/// @param words `.dic`
record DictionaryFiles(Path affixes, Path words) {

    /// Twice as large as the largest that there are.
    private static final long MOST_BYTES = 24L << 20;

    /// The largest take some seconds.
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /// Reads them. Blocks, for [#LONGEST] and the time that what was read takes to be put in order.
    WordBook read() throws UnreadableDictionaryException {
        try {
            var rules = bytes(affixes);
            var affixFile = new AffixFile(rules);
            affixFile.check();
            var entries = bytes(words);
            var deadline = Deadline.in(LONGEST);
            var dictionary =
                    new Dictionary(
                            new TimedStream(new ByteArrayInputStream(rules), deadline),
                            List.of(new TimedStream(new ByteArrayInputStream(entries), deadline)),
                            false,
                            SortingStrategy.inMemory());
            var letters = Letters.of(new String(entries, affixFile.encoding()));
            return new WordBook(dictionary, letters);
        } catch (IOException | ParseException | RuntimeException | Error damaged) {
            // whatever Lucene stumbles over, also for want of room, is something in the files
            throw new UnreadableDictionaryException("not a dictionary", damaged);
        }
    }

    private static byte[] bytes(Path file) throws IOException, UnreadableDictionaryException {
        if (Files.size(file) > MOST_BYTES) {
            throw new UnreadableDictionaryException("too large");
        }
        try (var in = Files.newInputStream(file)) { // a size may be a lie
            var bytes = in.readNBytes((int) MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new UnreadableDictionaryException("too large");
            }
            return bytes;
        }
    }
}
