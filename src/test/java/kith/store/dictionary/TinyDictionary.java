package kith.store.dictionary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A dictionary of a few words of ours, written into a folder of a test.
public final class TinyDictionary {

    /// Plurals in -s, and what is often mistyped.
    public static final String AFFIXES =
            """
            SET UTF-8
            TRY esianrtolcdugmphbyfvkwzESIANRTOLCDUGMPHBYFVKWZ
            SFX S Y 1
            SFX S 0 s .
            """;

    /// Its words.
    public static final String ENGLISH =
            """
            12
            bridge/S
            don't
            harbour/S
            letter/S
            letters
            lovely
            meet
            print/S
            the
            we
            Thursday
            café
            """;

    private TinyDictionary() {}

    /// Writes an English one.
    public static void english(Path folder, String name) {
        write(folder, name, AFFIXES, ENGLISH);
    }

    /// Writes one.
    public static void write(Path folder, String name, String affixes, String words) {
        write(
                folder,
                name,
                affixes.getBytes(StandardCharsets.UTF_8),
                words.getBytes(StandardCharsets.UTF_8));
    }

    /// Writes one that need not be text.
    public static void write(Path folder, String name, byte[] affixes, byte[] words) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name + ".aff"), affixes);
            Files.write(folder.resolve(name + ".dic"), words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
