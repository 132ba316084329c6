package kith.lab.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A resource of this package with one row a line and a tab between columns. Lines that begin with
/// `#` don't count.
final class Table {

    private Table() {}

    /// All rows, each with as many columns as asked for.
    ///
    /// @throws IllegalStateException for a row with more or fewer
    static List<List<String>> read(String name, int columns) {
        try (var in = Table.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("No resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> row(name, line, columns))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> row(String name, String line, int columns) {
        var row = List.of(line.split("\t", -1));
        if (row.size() != columns) {
            throw new IllegalStateException(
                    "%s: %d columns expected: %s".formatted(name, columns, line));
        }
        return row;
    }
}
