package kith;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// What some tests bring, each on its own word, as a test has it in its documentation: a row for
/// each thing in each test, with those by whom it comes.
final class TableOfTests {

    /// The two lines above the rows.
    private static final int HEAD = 2;

    private final List<String> tests;
    private final List<Source> sources;

    /// @param tests the names of their classes
    /// @param sources in the order in which a row has them
    TableOfTests(List<String> tests, List<Source> sources) {
        this.tests = tests;
        this.sources = sources;
    }

    /// Somebody who brings something.
    ///
    /// @param name in the table
    /// @param brings what they bring in a test
    record Source(String name, Function<Method, Stream<String>> brings) {}

    /// Sorted, as `| what | test | by |`.
    Stream<String> rows() {
        return tests.stream().flatMap(TableOfTests::methods).flatMap(this::rows).sorted();
    }

    /// Fails unless the documentation of a class has these rows, and no others.
    void assertStandsIn(Class<?> test) throws IOException {
        var source =
                Files.readString(
                        Path.of("src/test/java", test.getName().replace('.', '/') + ".java"));
        assertThat(source.lines().filter(line -> line.startsWith("/// | ")).skip(HEAD))
                .containsExactlyElementsOf(rows().map(row -> "/// " + row).toList());
    }

    /// What a test is run with, in the first place.
    static Stream<String> firstValues(Method test) {
        return Stream.ofNullable(test.getAnnotation(CsvSource.class))
                .flatMap(source -> Arrays.stream(source.value()))
                .map(line -> line.replaceFirst(",.*", ""));
    }

    private static Stream<Method> methods(String name) {
        try {
            return Arrays.stream(Class.forName(name).getDeclaredMethods());
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(gone);
        }
    }

    private Stream<String> rows(Method test) {
        var by = new TreeMap<String, List<String>>();
        for (var source : sources) {
            source.brings()
                    .apply(test)
                    .forEach(
                            it ->
                                    by.computeIfAbsent(it, _ -> new ArrayList<>())
                                            .add(source.name()));
        }
        var name = test.getDeclaringClass().getSimpleName() + "." + test.getName();
        return by.entrySet().stream()
                .map(
                        it ->
                                "| %s | %s | %s |"
                                        .formatted(
                                                it.getKey(),
                                                name,
                                                String.join(", ", it.getValue())));
    }
}
