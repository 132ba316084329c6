package kith.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A folder for one user's Kith, gone when closed.
///
/// @param folder what `--data-dir` names
record Profile(Path folder) implements AutoCloseable {

    static Profile create() {
        try {
            return new Profile(
                    Files.createDirectory(
                            Files.createTempDirectory("kith-bench-").resolve("profile")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (var all = Files.walk(folder.getParent())) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
