package kith.ui.timeline;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import kith.ui.timeline.Links.Link;
import kith.ui.widget.EmojiText;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The words of a message as they are drawn, with links and emoji, and room kept free for the time
/// at the end of the last line.
final class MessageText extends TextFlow {

    /// No language stacks more marks on a letter; thousands of them draw over everything around and
    /// take seconds to lay out.
    private static final Pattern STACKED_MARKS = Pattern.compile("(\\p{M}{8})\\p{M}++");

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    private static final char PICTURE = '\uFFFC'; // object replacement character

    private final TimeSpace timeSpace = new TimeSpace();
    private final boolean isJumbo;

    MessageText(String text) {
        var tame = tamed(text);
        isJumbo = EmojiText.isJumbo(tame);
        getStyleClass().addAll("flowing", "message-text");
        setNodeOrientation(EmojiText.orientation(tame));
        fill(isJumbo ? tame.strip() : tame);
        timeSpace.getStyleClass().add("time-space");
        getChildren().add(timeSpace);
    }

    /// Whether it is a few emoji and nothing else, drawn large and without a bubble.
    boolean isJumbo() {
        return isJumbo;
    }

    /// Keeps room free at the end of the last line.
    ///
    /// @param width 0 for none
    void keepFree(double width) {
        if (timeSpace.getPrefWidth() != width) {
            timeSpace.setPrefWidth(width);
        }
    }

    /// The link that a node of this flow is part of.
    static Optional<URI> link(Object node) {
        return node instanceof Text text && text.getUserData() instanceof URI target
                ? Optional.of(target)
                : Optional.empty();
    }

    /// The words between two places, as [#hitTest] counts them.
    String words(int from, int to) {
        var words = new StringBuilder();
        int start = 0;
        for (Node node : getChildren()) {
            int end = start + length(node);
            if (end > from && start < to) {
                words.append(words(node, Math.max(0, from - start), Math.min(end, to) - start));
            }
            start = end;
        }
        return words.toString();
    }

    /// The letters as [#hitTest] counts them, with one placeholder for each picture.
    String letters() {
        var letters = new StringBuilder();
        for (Node node : getChildren()) {
            if (!node.equals(timeSpace)) {
                letters.append(node instanceof Text text ? text.getText() : PICTURE);
            }
        }
        return letters.toString();
    }

    private void fill(String text) {
        var links = Links.in(text);
        int[] cuts =
                links.stream()
                        .flatMapToInt(link -> IntStream.of(link.start(), link.end()))
                        .toArray();
        getChildren().addAll(EmojiText.nodes(text, (part, at) -> node(links, part, at), cuts));
    }

    private static Text node(List<Link> links, String letters, int start) {
        return links.stream()
                .filter(link -> link.start() <= start && start < link.end())
                .findFirst()
                .map(link -> linkNode(letters, link.target()))
                .orElseGet(() -> EmojiText.letters(letters));
    }

    private static Text linkNode(String shown, URI target) {
        var text = new Text(shown);
        text.getStyleClass().addAll("text", "link");
        text.setUserData(target);
        text.setOnMouseEntered(event -> spellOut(text, target));
        return text;
    }

    /// Says where a link leads, in letters that can't be mistaken; made when somebody points at it.
    private static void spellOut(Text link, URI target) {
        Tooltip.install(link, new Tooltip(target.toString()));
        link.setOnMouseEntered(null);
    }

    private static int length(Node node) {
        return node instanceof Text text ? text.getText().length() : 1;
    }

    private String words(Node node, int from, int to) {
        if (node instanceof Text text) {
            return text.getText().substring(from, to);
        }
        return node.equals(timeSpace) ? "" : node.getAccessibleText(); // an emoji
    }

    private static String tamed(String text) {
        var lines = text.replace("\r\n", "\n");
        var tame = CONTROLS.matcher(lines).replaceAll("");
        return STACKED_MARKS.matcher(tame).replaceAll("$1");
    }

    /// Stands on the line as a letter does; a region would hang below it.
    private static final class TimeSpace extends Region {

        @Override
        public double getBaselineOffset() {
            return minHeight(-1);
        }
    }
}
