package kith.ui.widget;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.SkinBase;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import java.util.Arrays;
import java.util.List;

/// Draws an [EmojiLabel]: a `TextFlow` with a node for each run, of which it shows as many as there
/// is room for.
///
/// Widths add up run by run, so what fits is found by measuring single runs; the flow only puts
/// them in visual order.
final class EmojiLabelSkin extends SkinBase<EmojiLabel> {

    private static final String ELLIPSIS = "…";
    private static final String STRONG = "Inter Semi Bold";

    /// More never fits on one line, and a message may be a book.
    private static final int LONGEST = 400;

    private final TextFlow line = new TextFlow();
    private final Node ellipsis;
    private final Text ruler = new Text();
    private List<TextRun> runs = List.of();

    /// Of each run; empty until they are measured in the font that is set.
    private double[] widths = {};

    EmojiLabelSkin(EmojiLabel label) {
        super(label);
        consumeMouseEvents(false); // a click on a name is a click on its row
        line.setManaged(false);
        line.setMouseTransparent(true);
        getChildren().setAll(line);
        ellipsis = node(new TextRun(TextRun.Kind.PLAIN, ELLIPSIS));
        registerChangeListener(label.textProperty(), change -> split());
        registerChangeListener(label.fontProperty(), change -> measureAnew());
        split();
    }

    private void split() {
        String text = getSkinnable().getText();
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        runs = TextRun.split(start.replaceAll("\\s+", " "));
        line.setNodeOrientation(getSkinnable().orientation(start));
        line.getChildren().setAll(runs.stream().map(this::node).toList());
        line.getChildren().add(ellipsis);
        measureAnew();
    }

    private void measureAnew() {
        widths = new double[0];
        getSkinnable().requestLayout();
    }

    @Override
    protected double computePrefWidth(
            double height, double top, double right, double bottom, double left) {
        return left + Math.ceil(width()) + right;
    }

    @Override
    protected double computeMinWidth(
            double height, double top, double right, double bottom, double left) {
        return left + Math.min(Math.ceil(width(ELLIPSIS)), Math.ceil(width())) + right;
    }

    @Override
    protected double computeMaxWidth(
            double height, double top, double right, double bottom, double left) {
        return computePrefWidth(height, top, right, bottom, left);
    }

    @Override
    protected double computePrefHeight(
            double width, double top, double right, double bottom, double left) {
        measure(new TextRun(TextRun.Kind.PLAIN, ELLIPSIS));
        return top + Math.ceil(ruler.getLayoutBounds().getHeight()) + bottom;
    }

    @Override
    protected double computeMinHeight(
            double width, double top, double right, double bottom, double left) {
        return computePrefHeight(width, top, right, bottom, left);
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        if (runs.isEmpty() || width() <= width + 0.5) {
            showWhole();
        } else {
            cut(width);
        }
        double wide = Math.ceil(line.prefWidth(-1)) + 1; // or rounding would wrap the last word
        double high = line.prefHeight(wide);
        line.resizeRelocate(x, snapPositionY(y + (height - high) / 2), wide, high);
    }

    private void showWhole() {
        for (int i = 0; i < runs.size(); i++) {
            show(i, runs.get(i).text());
        }
        setShown(ellipsis, false);
    }

    private void cut(double width) {
        double left = width - width(ELLIPSIS);
        int whole = 0;
        while (widths[whole] <= left) {
            show(whole, runs.get(whole).text());
            left -= widths[whole];
            whole++;
        }
        var last = runs.get(whole);
        show(whole, last.kind() == TextRun.Kind.EMOJI ? "" : start(last, left));
        for (int i = whole + 1; i < runs.size(); i++) {
            show(i, "");
        }
        setShown(ellipsis, true);
    }

    /// Shows as much of a run; nothing of it hides its node.
    private void show(int run, String text) {
        var node = line.getChildren().get(run);
        if (node instanceof Text letters) {
            letters.setText(text);
        }
        setShown(node, !text.isEmpty());
    }

    private static void setShown(Node node, boolean shown) {
        node.setManaged(shown);
        node.setVisible(shown);
    }

    /// As many graphemes of a run as fit, without a space at the end.
    private String start(TextRun run, double width) {
        measure(run);
        double whole = ruler.getLayoutBounds().getWidth();
        double end = run.kind() == TextRun.Kind.RIGHT_TO_LEFT ? whole - width : width;
        int fits = ruler.hitTest(new Point2D(end, 0)).getCharIndex() + 1;
        String start;
        do {
            fits = graphemeEnd(run.text(), fits);
            start = run.text().substring(0, fits).stripTrailing();
            fits--;
        } while (!start.isEmpty() && width(new TextRun(run.kind(), start)) > width);
        return start;
    }

    /// The last border between graphemes that isn't behind an index.
    private static int graphemeEnd(String text, int index) {
        int end = 0;
        for (String grapheme : TextRun.graphemes(text)) {
            if (end + grapheme.length() > index) {
                return end;
            }
            end += grapheme.length();
        }
        return end;
    }

    private Node node(TextRun run) {
        if (run.kind() == TextRun.Kind.EMOJI) {
            return new EmojiView(run.text(), false);
        }
        var text = new Text(run.text());
        text.getStyleClass().add("text");
        text.fontProperty().bind(getSkinnable().fontProperty().map(font -> font(font, run.kind())));
        text.fillProperty().bind(getSkinnable().textFillProperty());
        return text;
    }

    private double width() {
        if (widths.length == 0) {
            widths = runs.stream().mapToDouble(this::width).toArray();
        }
        return Arrays.stream(widths).sum();
    }

    private double width(TextRun run) {
        return run.kind() == TextRun.Kind.EMOJI
                ? EmojiView.width(getSkinnable().getFont())
                : measure(run);
    }

    private double width(String text) {
        return measure(new TextRun(TextRun.Kind.PLAIN, text));
    }

    private double measure(TextRun run) {
        ruler.setFont(font(getSkinnable().getFont(), run.kind()));
        ruler.setText(run.text());
        return ruler.getLayoutBounds().getWidth();
    }

    /// The semibold face has no letters from right to left, and the one that helps it out is a
    /// regular one; beside the bold face a bold one helps out.
    private static Font font(Font font, TextRun.Kind kind) {
        boolean isStrong = font.getFamily().equals(STRONG);
        return isStrong && kind == TextRun.Kind.RIGHT_TO_LEFT
                ? Font.font("Inter", FontWeight.BOLD, font.getSize())
                : font;
    }
}
