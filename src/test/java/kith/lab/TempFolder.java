package kith.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// Temporary folders of the lab. Whoever makes one also removes it.
final class TempFolder {

    private TempFolder() {}

    /// A fresh folder that only this user may enter.
    ///
    /// @param purpose part of its name, so that a person who finds it knows whose it is
    static Path create(String purpose) {
        try {
            return Files.createTempDirectory("kith-lab-" + purpose + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Removes a folder with all that is in it, if it is there.
    static void remove(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Can't remove " + folder, e);
        }
    }
}
