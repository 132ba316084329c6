package kith.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/// One step of the schema: a numbered file of SQL statements, frozen once it has shipped.
///
/// @param number from 1, without gaps
/// @param checksum SHA-256 of the text in UTF-8, hexadecimal, as the index has it
/// @param text the file's, read when it is needed
record Migration(int number, String name, String checksum, Supplier<String> text) {

    private static final String FOLDER = "/kith/schema/";

    /// Those of this Kith, by the file `kith/schema/index`, whose lines are those of `sha256sum`.
    static List<Migration> shipped() {
        return read("index").lines().map(Migration::of).toList();
    }

    /// The statements.
    ///
    /// @throws StoreException where they are not those that were frozen
    String sql() {
        var sql = text.get();
        if (!checksum(sql).equals(checksum)) {
            throw new StoreException(StoreException.Kind.SCHEMA, name + " is not what was shipped");
        }
        return sql;
    }

    static String checksum(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static Migration of(String line) {
        var checksum = line.substring(0, line.indexOf(' '));
        var name = line.substring(checksum.length()).strip();
        return new Migration(Integer.parseInt(name, 0, 4, 10), name, checksum, () -> read(name));
    }

    private static String read(String name) {
        try (var file = Migration.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new StoreException(StoreException.Kind.SCHEMA, "no schema file " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new StoreException(StoreException.Kind.SCHEMA, failure);
        }
    }
}
