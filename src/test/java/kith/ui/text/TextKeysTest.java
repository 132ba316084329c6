package kith.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The keys in the strings file and the keys in the code are the same.
///
/// A key in the code is a string literal of words with dots between them whose first word is a
/// section of the file. Keys are therefore never put together from parts.
class TextKeysTest {

    private static final Path SOURCES = Path.of("app", "kith");
    private static final Path STRINGS = Path.of("resources", "kith", "text", "strings.properties");

    private static final Pattern KEY =
            Pattern.compile("\"([a-z][A-Za-z]*(?:\\.[A-Za-z][A-Za-z0-9]*)+)\"");
    private static final Pattern ASKED = Pattern.compile("\\.(?:say|count)\\(\\s*\"([^\"]*)\"");
    private static final Pattern PLURAL = Pattern.compile("\\.(?:zero|one|two|few|many|other)$");

    private final String code = code();
    private final Set<String> written = keys();

    @Test
    void everyKeyInTheCodeExists() {
        var sections = written.stream().map(TextKeysTest::section).collect(Collectors.toSet());
        var used = matches(KEY);
        used.removeIf(key -> !sections.contains(section(key)));
        used.addAll(matches(ASKED));
        used.removeIf(key -> written.contains(key) || written.contains(key + ".other"));
        assertThat(used).isEmpty();
    }

    @Test
    void everyKeyIsUsed() {
        var used = matches(KEY);
        var dead = new TreeSet<>(written);
        dead.removeIf(
                key -> used.contains(key) || used.contains(PLURAL.matcher(key).replaceFirst("")));
        assertThat(dead).isEmpty();
    }

    private Set<String> matches(Pattern pattern) {
        return pattern.matcher(code)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String section(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    private static Set<String> keys() {
        var strings = new Properties();
        try (Reader in = Files.newBufferedReader(STRINGS)) {
            strings.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return strings.stringPropertyNames();
    }

    private static String code() {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(TextKeysTest::read)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
