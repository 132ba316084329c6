package kith;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;

import kith.ui.composer.Written;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How high the field is in which messages are written.
class TwoWindowsFieldHeightTest extends TwoWindowsFixture {

    private static final int MOST_LINES = 8;

    TwoWindowsFieldHeightTest() {
        super("dock");
    }

    @Test
    void asManyLinesAsThereAre() {
        var friends = atTheirWindows();
        var annas = friends.annas();
        var bobs = friends.bobs();
        bobs.use().goTo("Anna");
        annas.use().goTo("Bob");
        writeLines(annas);
        bobs.awaitMessage("Anna", "line 1", "line 12");
        bobs.use();
        writeLines(bobs);
        annas.awaitMessage("Bob", "line 1", "line 12");
        var lines =
                IntStream.rangeClosed(1, MOST_LINES + 4)
                        .mapToObj(line -> "line " + line)
                        .collect(Collectors.joining("\n"));
        assertThat(friends.anna().kith().bodies(friends.anna().chat(bob.jid())))
                .containsExactly(lines, lines)
                .isEqualTo(friends.bob().kith().bodies(friends.bob().chat(anna.jid())));
    }

    /// Writes more lines than it grows with, and sends them.
    private static void writeLines(KithWindow window) {
        double empty = height(window);
        window.write("line 1");
        window.awaitFrame();
        assertThat(height(window)).isEqualTo(empty);
        double before = empty;
        for (int line = 2; line <= MOST_LINES; line++) {
            writeLine(window, line);
            double least = before;
            window.awaitShown("a higher field", () -> height(window) > least);
            window.awaitFrame();
            assertThat(hasScrollBar(window)).as("a scroll bar with %d lines", line).isFalse();
            before = height(window);
        }
        double most = before;
        for (int line = MOST_LINES + 1; line <= MOST_LINES + 4; line++) {
            writeLine(window, line);
            window.awaitShown("a scroll bar", () -> hasScrollBar(window));
            window.awaitFrame();
            assertThat(height(window)).isEqualTo(most);
        }
        window.picture("full");
        window.press(KeyCode.ENTER);
        window.awaitComposer("");
        window.awaitShown("a field of one line", () -> height(window) == empty);
        window.awaitShown("no scroll bar", () -> !hasScrollBar(window));
    }

    private static void writeLine(KithWindow window, int line) {
        window.press(SHIFT, KeyCode.ENTER);
        window.write("line " + line);
    }

    private static double height(KithWindow window) {
        var field = field(window);
        return FxThread.call(() -> field.getLayoutBounds().getHeight());
    }

    private static boolean hasScrollBar(KithWindow window) {
        var field = field(window);
        return FxThread.call(
                () ->
                        Shown.find(field, TwoWindowsFieldHeightTest::isScrollBar)
                                .filter(bar -> bar.getLayoutBounds().getWidth() > 0)
                                .isPresent());
    }

    private static boolean isScrollBar(Node node) {
        return node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL;
    }

    private static Node field(KithWindow window) {
        return window.find(node -> Written.find(node).isPresent()).orElseThrow();
    }
}
