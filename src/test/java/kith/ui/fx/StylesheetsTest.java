package kith.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.css.CssParser;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The rules for stylesheets: they parse, only the two token files name colours, and no weight is
/// asked for that JavaFX doesn't draw.
class StylesheetsTest {

    private static final Path FOLDER = Path.of("resources", "kith", "ui");
    private static final List<String> TOKENS = List.of("kith-light.css", "kith-dark.css");
    private static final Pattern COLOR =
            Pattern.compile(
                    "#[0-9a-fA-F]{3,8}\\b|\\b(?:rgba?|hsba?)\\(|(?:color|fill|stroke):\\s*(?:white|black|red|gray|grey)\\b");
    private static final Pattern WEIGHT =
            Pattern.compile("-fx-font-weight:\\s*+(?!normal|bold\\s*;)[^;]*");

    static Stream<Path> stylesheets() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".css")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("stylesheets")
    void parses(Path file) throws IOException {
        String css = Files.readString(file);
        FxThread.run(
                () -> {
                    CssParser.errorsProperty().clear();
                    assertThat(new CssParser().parse(css).getRules()).isNotEmpty();
                    assertThat(CssParser.errorsProperty()).isEmpty();
                });
    }

    @ParameterizedTest
    @MethodSource("stylesheets")
    void namesNoColor(Path file) throws IOException {
        if (!TOKENS.contains(file.getFileName().toString())) {
            assertThat(found(COLOR, file)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("stylesheets")
    void asksForNoWeightButBold(Path file) throws IOException {
        assertThat(found(WEIGHT, file)).isEmpty();
    }

    private static List<String> found(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file)).results().map(MatchResult::group).toList();
    }
}
