package kith.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.layout.VBox;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;

import kith.model.TextRange;
import kith.ui.fx.DressedScene;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Collectors;

class FoundWordsTest {

    private static final String LONG =
            "before it ".repeat(30) + "paper" + " and what comes after 🎉".repeat(30);
    private static final List<TextRange> MARK = List.of(new TextRange(300, 305));

    @ParameterizedTest
    @ValueSource(doubles = {180, 260, 400, 700})
    void isTwoLinesRoundTheMarkHoweverWideTheListIs(double width) {
        FxThread.run(
                () -> {
                    var found = laidOut(LONG, MARK, width);
                    double line = laidOut("paper 🎉", List.of(), width).getHeight();
                    assertThat(found.getHeight()).isBetween(1.5 * line, 2.3 * line);
                    var shown = shown(found);
                    assertThat(shown.getHeight()).isBetween(1.5 * line, 2.3 * line);
                    assertThat(words(shown)).startsWith("…").contains("paper").endsWith("…");
                    var band = (Path) shown.lookup(".search-mark");
                    var place = found.sceneToLocal(band.localToScene(band.getLayoutBounds()));
                    assertThat(place.getWidth()).isPositive();
                    assertThat(place.getMaxY()).isLessThanOrEqualTo(found.getHeight() + 1);
                });
    }

    @Test
    void showsMoreWhereThereIsMoreRoomAndAllWhereItFits() {
        FxThread.run(
                () -> {
                    var found = laidOut(LONG, MARK, 200);
                    int few = words(shown(found)).length();
                    resize(found, 500);
                    assertThat(words(shown(found)).length()).isGreaterThan(2 * few - 10);
                    resize(found, 4_000);
                    assertThat(words(shown(found))).isEqualTo(Excerpt.of(LONG, MARK).text());
                    assertThat(found.getHeight()).isLessThan(40);
                });
    }

    private static FoundWords laidOut(String body, List<TextRange> marks, double width) {
        var found = new FoundWords();
        found.show(body, marks);
        DressedScene.layOut(new VBox(found), width, 300);
        return found;
    }

    private static void resize(FoundWords found, double width) {
        found.getParent().resize(width, 300);
        found.getParent().layout();
    }

    private static MarkedText shown(FoundWords found) {
        return found.getChildrenUnmodifiable().stream()
                .filter(each -> each.isVisible())
                .map(MarkedText.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static String words(MarkedText shown) {
        return shown.getChildren().stream()
                .map(
                        each ->
                                each instanceof Text text
                                        ? text.getText()
                                        : each.getAccessibleText() == null
                                                ? ""
                                                : each.getAccessibleText())
                .collect(Collectors.joining());
    }
}
