package kith.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import kith.ui.fx.DressedScene;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

import java.util.List;

class EmojiLabelTest {

    private static final String LONG = "Straßenfest 2026 – Aufbau, Abbau und alles andere 🎉";

    @Test
    void showsAllThatFits() {
        assertThat(shown("Mum 🎉", 400)).isEqualTo("Mum ◻");
    }

    @Test
    void isCutAtItsEnd() {
        assertThat(shown(LONG, 120)).startsWith("Straßenfest").endsWith("…").hasSizeLessThan(25);
    }

    @Test
    void isCutAtItsOwnEndWhenItRunsFromRightToLeft() {
        assertThat(shown("شكرًا يا مارا! هل نطبع 200 نسخة أم 250؟", 100))
                .startsWith("شكرًا")
                .endsWith("…");
    }

    /// The toolkit may ask where a line is at any time, not only after it was laid out.
    @Test
    void aLineFromRightToLeftMayFollowAShorterOne() {
        FxThread.run(
                () -> {
                    var label = laidOut("Ok", 300);
                    label.setText("إن شاء الله!");
                    assertThat(line(label).getBoundsInLocal().getHeight()).isLessThan(30);
                    label.setStyle("-fx-font-size: 30px");
                    label.applyCss();
                    assertThat(line(label).getBoundsInLocal().getHeight()).isLessThan(60);
                    label.getParent().layout();
                    assertThat(shown(label)).isEqualTo("إن شاء الله!");
                });
    }

    @Test
    void aNameThatTurnsWhatIsBehindItHasNoBoxForThat() {
        assertThat(shown("آنا \u202Eليلى\u2067", 400)).isEqualTo("آنا ليلى");
        assertThat(shown("\u202E", 400)).isEmpty();
    }

    @Test
    void isCutBetweenGraphemes() {
        FxThread.run(
                () -> {
                    var label = laidOut("👨‍👩‍👧‍👦e\u0301".repeat(3), 200);
                    for (int width = 20; width < 200; width++) {
                        resize(label, width);
                        assertThat(shown(label)).matches("(◻(e\u0301)?)*…?");
                    }
                });
    }

    @Test
    void neverLeavesItsRoom() {
        FxThread.run(
                () -> {
                    var label = laidOut(LONG, 300);
                    for (int width = 20; width < 300; width++) {
                        resize(label, width);
                        assertThat(line(label).prefWidth(-1)).isLessThanOrEqualTo(width);
                    }
                });
    }

    @Test
    void showsMoreAgainWhenThereIsRoomAgain() {
        FxThread.run(
                () -> {
                    var label = laidOut(LONG, 60);
                    resize(label, 600);
                    assertThat(shown(label)).isEqualTo(LONG.replace("🎉", "◻"));
                    label.setText("Mum");
                    label.getParent().layout();
                    assertThat(shown(label)).isEqualTo("Mum");
                });
    }

    /// As the rows of a list that is scrolled do: new nodes would have to be styled.
    @Test
    void showsOtherWordsInTheSameNodes() {
        FxThread.run(
                () -> {
                    var label = laidOut("Mum", 90);
                    var before = line(label).getChildren().getFirst();
                    show(label, "Straßenfest 2026");
                    assertThat(shown(label)).startsWith("Stra").endsWith("…");
                    show(label, "Dad");
                    assertThat(shown(label)).isEqualTo("Dad");
                    assertThat(line(label).getChildren().getFirst()).isSameAs(before);
                });
    }

    @Test
    void looksAfterEachChangeAsIfItHadNeverShownAnythingElse() {
        var texts =
                List.of(
                        "Mum",
                        LONG,
                        "",
                        "Dad 🎉",
                        "🎉",
                        "شكرًا يا مارا!",
                        "Al شكرًا",
                        "e",
                        "x 🎉 y");
        FxThread.run(
                () -> {
                    var label = laidOut("", 120);
                    for (var before : texts) {
                        for (var after : texts) {
                            show(label, before);
                            show(label, after);
                            var anew = laidOut(after, 120);
                            assertThat(shown(label)).isEqualTo(shown(anew));
                            assertThat(places(label)).isEqualTo(places(anew));
                        }
                    }
                });
    }

    @Test
    void losesItsMiddleWhereItsEndIsWhatCounts() {
        FxThread.run(
                () -> {
                    var label = laidOut("Fest 🎉 und alles andere 2026 🥁.pdf", 400);
                    label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
                    for (int width = 60; width < 300; width++) {
                        resize(label, width);
                        assertThat(line(label).prefWidth(-1)).isLessThan(width + 0.51);
                    }
                    resize(label, 130);
                    assertThat(shown(label)).startsWith("Fest ◻").contains("…").endsWith("◻.pdf");
                    resize(label, 400);
                    assertThat(shown(label)).isEqualTo("Fest ◻ und alles andere 2026 ◻.pdf");
                });
    }

    @Test
    void isOneLine() {
        assertThat(shown("first\n  second", 400)).isEqualTo("first second");
    }

    @Test
    void startsWhereTheWindowStarts() {
        FxThread.run(
                () -> {
                    var label = laidOut("Mum", 300);
                    var root = (StackPane) label.getParent();
                    root.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
                    root.layout();
                    var line = line(label);
                    double end = line.localToScene(line.getLayoutBounds()).getMaxX();
                    assertThat(end).isGreaterThan(290);
                });
    }

    private static String shown(String text, double width) {
        return FxThread.call(() -> shown(laidOut(text, width)));
    }

    private static String shown(EmojiLabel label) {
        var shown = new StringBuilder();
        for (Node node : line(label).getChildren()) {
            if (node.isVisible()) {
                shown.append(node instanceof Text run ? run.getText() : "◻");
            }
        }
        return shown.toString();
    }

    /// Where each of the nodes that can be seen stands, from where it starts to where it ends.
    private static List<String> places(EmojiLabel label) {
        return line(label).getChildren().stream()
                .filter(Node::isVisible)
                .map(Node::getBoundsInParent)
                .map(at -> "%.2f–%.2f".formatted(at.getMinX(), at.getMaxX()))
                .toList();
    }

    private static void show(EmojiLabel label, String text) {
        label.setText(text);
        label.getParent().applyCss();
        label.getParent().layout();
    }

    private static void resize(EmojiLabel label, double width) {
        label.getParent().resize(width, 50);
        label.getParent().layout();
    }

    private static EmojiLabel laidOut(String text, double width) {
        var label = new EmojiLabel(text);
        var root = new StackPane(label);
        StackPane.setAlignment(label, Pos.CENTER_LEFT);
        DressedScene.layOut(root, width, 50);
        return label;
    }

    private static TextFlow line(EmojiLabel label) {
        return (TextFlow) label.getChildrenUnmodifiable().getFirst();
    }
}
