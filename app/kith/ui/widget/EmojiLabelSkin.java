package kith.ui.widget;

import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SkinBase;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import kith.ui.text.TameText;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Draws an [EmojiLabel]: a `TextFlow` with a node for each run, of which it shows as many as there
/// is room for; one that loses its middle is drawn anew of what is left.
///
/// Widths add up run by run, so what fits is found by measuring single runs; the flow only puts
/// them in visual order.
final class EmojiLabelSkin extends SkinBase<EmojiLabel> {

    private static final String ELLIPSIS = "…";

    /// What was cut before has one there already.
    private static final Pattern SEVERAL = Pattern.compile(ELLIPSIS + "{2,}");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private static final String STRONG = "Inter Semi Bold";

    /// More never fits on one line, and a message may be a book.
    private static final int LONGEST = 400;

    private final TextFlow line = new TextFlow();
    private final Node ellipsis;
    private final Text ruler = new Text();
    private List<TextRun> runs = List.of();

    /// Which of the runs are drawn strong.
    private BitSet strong = new BitSet();

    /// Of each run; empty until they are measured in the font that is set.
    private double[] widths = {};

    /// What the nodes are made of: the runs, or what is left of them without their middle.
    private List<TextRun> drawn = List.of();

    /// Of each node but the last, the ellipsis. Where other words look the same they get the same
    /// nodes: new ones have to be styled, and a list that is scrolled shows many.
    private List<Look> looks = List.of();

    private record Look(TextRun.Kind kind, boolean isStrong) {

        boolean isLetters() {
            return kind != TextRun.Kind.EMOJI;
        }
    }

    EmojiLabelSkin(EmojiLabel label) {
        super(label);
        consumeMouseEvents(false); // a click on a name is a click on its row
        line.setManaged(false);
        line.setMouseTransparent(true);
        getChildren().setAll(line);
        ellipsis = node(ELLIPSIS, new Look(TextRun.Kind.PLAIN, false));
        registerChangeListener(label.textProperty(), change -> split());
        registerChangeListener(label.strongProperty(), change -> split());
        registerChangeListener(label.textOverrunProperty(), change -> split());
        registerChangeListener(label.fontProperty(), change -> measureAnew());
        split();
    }

    private void split() {
        String text = getSkinnable().getText();
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        splitAtStrong(TextRun.split(SPACE.matcher(start).replaceAll(" ")));
        line.setNodeOrientation(getSkinnable().orientation(start));
        draw(runs, true);
        measureAnew();
    }

    /// @param isWhole whether these are all, of which it is known what is strong
    private void draw(List<TextRun> parts, boolean isWhole) {
        drawn = parts;
        var wanted =
                IntStream.range(0, parts.size())
                        .mapToObj(i -> new Look(parts.get(i).kind(), isWhole && strong.get(i)))
                        .toList();
        if (wanted.equals(looks) && wanted.stream().allMatch(Look::isLetters)) {
            for (int i = 0; i < parts.size(); i++) {
                show(i, parts.get(i).text());
            }
            return;
        }
        looks = wanted;
        var nodes = new ArrayList<Node>();
        for (int i = 0; i < parts.size(); i++) {
            nodes.add(node(parts.get(i).text(), wanted.get(i)));
        }
        nodes.add(ellipsis);
        line.getChildren().setAll(nodes);
    }

    /// The flow breaks its line where the one before ended, until it is laid out next; but it may
    /// be asked before that where it is, and with a broken word from right to left the toolkit
    /// fails, and the window with it ([ParagraphRuns]).
    private void makeRoom() {
        if (runs.stream().anyMatch(run -> run.kind() == TextRun.Kind.RIGHT_TO_LEFT)) {
            line.resize(wide(), line.getHeight());
        }
    }

    private double wide() {
        return Math.ceil(line.prefWidth(-1)) + 1; // or rounding would wrap the last word
    }

    private void splitAtStrong(List<TextRun> whole) {
        var wanted = getSkinnable().strongProperty().get();
        var parts = new ArrayList<TextRun>();
        strong = new BitSet();
        int start = 0;
        for (var run : whole) {
            int end = start + run.text().length();
            int at = start;
            while (run.kind() == TextRun.Kind.PLAIN && at < end) {
                boolean isStrong = wanted.get(at);
                int change = isStrong ? wanted.nextClearBit(at) : wanted.nextSetBit(at);
                int next = change < 0 ? end : Math.min(change, end);
                strong.set(parts.size(), isStrong);
                var letters = run.text().substring(at - start, next - start);
                parts.add(tame(new TextRun(run.kind(), letters)));
                at = next;
            }
            if (at < end) {
                parts.add(tame(run));
            }
            start = end;
        }
        runs = parts;
    }

    /// Only now: until it is split, each character has its place.
    private static TextRun tame(TextRun run) {
        return new TextRun(run.kind(), TameText.of(run.text()));
    }

    private void measureAnew() {
        widths = new double[0];
        makeRoom();
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
        width(ELLIPSIS);
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
        } else if (getSkinnable().getTextOverrun() == OverrunStyle.CENTER_ELLIPSIS) {
            cutMiddle(width);
        } else {
            cut(width);
        }
        double wide = wide();
        double high = line.prefHeight(wide);
        line.resizeRelocate(x, snapPositionY(y + (height - high) / 2), wide, high);
    }

    private void showWhole() {
        if (!drawn.equals(runs)) {
            draw(runs, true);
            line.applyCss();
        }
        for (int i = 0; i < runs.size(); i++) {
            show(i, runs.get(i).text());
        }
        setShown(ellipsis, false);
    }

    /// Leaves out as few graphemes of the middle as there has to be room for.
    private void cutMiddle(double width) {
        var graphemes = TextRun.graphemes(words());
        int fits = 0;
        int tooMany = graphemes.size();
        while (tooMany - fits > 1) {
            int tried = (fits + tooMany) / 2;
            if (width(withoutMiddle(graphemes, tried)) <= width) {
                fits = tried;
            } else {
                tooMany = tried;
            }
        }
        var left = withoutMiddle(graphemes, fits);
        if (!drawn.equals(left)) {
            draw(left, false);
            line.applyCss(); // it is measured at once
        }
        setShown(ellipsis, false); // it stands among the words
    }

    private String words() {
        return runs.stream().map(TextRun::text).collect(Collectors.joining());
    }

    private static List<TextRun> withoutMiddle(List<String> graphemes, int left) {
        int start = left - left / 2;
        int end = graphemes.size() - left / 2;
        var before = String.join("", graphemes.subList(0, start));
        var after = String.join("", graphemes.subList(end, graphemes.size()));
        return TextRun.split(SEVERAL.matcher(before + ELLIPSIS + after).replaceAll(ELLIPSIS));
    }

    private double width(List<TextRun> parts) {
        return parts.stream().mapToDouble(part -> width(part, false)).sum();
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
        show(whole, last.kind() == TextRun.Kind.EMOJI ? "" : start(whole, left));
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

    /// What is read out, as of another label.
    @Override
    protected @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? getSkinnable().getText()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    private static void setShown(Node node, boolean shown) {
        node.setManaged(shown);
        node.setVisible(shown);
    }

    /// As many graphemes of a run as fit, without a space at the end.
    private String start(int index, double width) {
        var run = runs.get(index);
        boolean isStrong = strong.get(index);
        measure(run, isStrong);
        double whole = ruler.getLayoutBounds().getWidth();
        double end = run.kind() == TextRun.Kind.RIGHT_TO_LEFT ? whole - width : width;
        int fits = ruler.hitTest(new Point2D(end, 0)).getCharIndex() + 1;
        String start;
        do {
            fits = graphemeEnd(run.text(), fits);
            start = run.text().substring(0, fits).stripTrailing();
            fits--;
        } while (!start.isEmpty() && measure(new TextRun(run.kind(), start), isStrong) > width);
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

    private Node node(String words, Look look) {
        if (!look.isLetters()) {
            return new EmojiView(words, false);
        }
        var text = new Letters(words);
        text.fontProperty()
                .bind(
                        getSkinnable()
                                .fontProperty()
                                .map(font -> font(font, look.kind(), look.isStrong())));
        text.fillProperty().bind(getSkinnable().textFillProperty());
        return text;
    }

    private double width() {
        if (widths.length == 0) {
            widths = IntStream.range(0, runs.size()).mapToDouble(this::width).toArray();
        }
        return Arrays.stream(widths).sum();
    }

    private double width(int index) {
        return width(runs.get(index), strong.get(index));
    }

    private double width(TextRun run, boolean isStrong) {
        return run.kind() == TextRun.Kind.EMOJI
                ? EmojiView.width(getSkinnable().getFont())
                : measure(run, isStrong);
    }

    private double width(String text) {
        return measure(new TextRun(TextRun.Kind.PLAIN, text), false);
    }

    private double measure(TextRun run, boolean isStrong) {
        ruler.setFont(font(getSkinnable().getFont(), run.kind(), isStrong));
        ruler.setText(run.text());
        return ruler.getLayoutBounds().getWidth();
    }

    /// The semibold face has no letters from right to left, and the one that helps it out is a
    /// regular one; beside the bold face a bold one helps out.
    private static Font font(Font font, TextRun.Kind kind, boolean isFound) {
        if (isFound) {
            return Font.font(STRONG, font.getSize());
        }
        boolean isStrong = font.getFamily().equals(STRONG);
        return isStrong && kind == TextRun.Kind.RIGHT_TO_LEFT
                ? Font.font("Inter", FontWeight.BOLD, font.getSize())
                : font;
    }
}
