package kith.ui.timeline;

import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import kith.model.TextRange;
import kith.ui.text.MeCommand;
import kith.ui.text.OneLine;
import kith.ui.text.OwnDirection;
import kith.ui.text.TameText;
import kith.ui.text.Texts;
import kith.ui.widget.EmojiText;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The words of a message as they are drawn: paragraphs, quotations, code, with room kept free for
/// the time at the end of the last line.
///
/// Places between its letters are counted through all blocks, with one between each two of them.
final class MessageText extends VBox {

    /// Instead of a place.
    static final int NOWHERE = -1;

    private final String text;
    private final MessageBlocks blocks;
    private final TimeSpace timeSpace = new TimeSpace();
    private final Optional<WordsFlow> lastLine;
    private final boolean isJumbo;

    private MessageText(String text, int actor, Texts texts, FoldedText source) {
        isJumbo = actor == 0 && EmojiText.isJumbo(text);
        this.text = isJumbo ? text.strip() : text;
        var styled = source.styled(this.text, actor);
        blocks =
                new MessageBlocks(
                        styled,
                        actor,
                        isJumbo,
                        source.named(),
                        texts,
                        block -> code(source, block));
        getStyleClass().add("message-text");
        if (actor > 0) {
            getStyleClass().add("action");
        }
        setNodeOrientation(EmojiText.orientation(text));
        getChildren().addAll(blocks.nodes());
        lastLine =
                getChildren().getLast() instanceof WordsFlow flow
                        ? Optional.of(flow)
                        : Optional.empty();
        timeSpace.getStyleClass().add("time-space");
        if (lastLine.isPresent()) {
            lastLine.get().addLast(timeSpace);
        } else {
            getChildren().add(timeSpace);
        }
    }

    /// Makes the node for a message.
    ///
    /// @param actor who does what it tells, if it is an action (XEP-0245)
    static MessageText of(FoldedText source, Optional<String> actor, Texts texts) {
        var visible = TameText.of(source.visible());
        if (actor.isEmpty()) {
            return new MessageText(visible, 0, texts, source);
        }
        var name = isolated(TameText.of(OneLine.of(actor.get())));
        var shown = name + " " + MeCommand.deed(visible);
        return new MessageText(shown, name.length(), texts, source);
    }

    /// What stands in the preformatted blocks of a message, also in what is folded.
    static List<String> codeBlocks(FoldedText source) {
        return source.styled(TameText.of(source.whole()), 0).codeBlocks();
    }

    /// Whether it is a few emoji and nothing else, drawn large and without a bubble.
    boolean isJumbo() {
        return isJumbo;
    }

    /// Keeps room free at the end of the last line, or below a block that has its own end.
    ///
    /// @param width 0 for none
    void keepFree(double width) {
        if (timeSpace.getPrefWidth() != width) {
            timeSpace.setPrefWidth(width);
            timeSpace.setManaged(lastLine.isPresent() || width > 0);
        }
    }

    /// To which side the last line runs.
    NodeOrientation directionOfLastLine() {
        return lastLine.map(Node::getEffectiveNodeOrientation)
                .orElseGet(this::getEffectiveNodeOrientation);
    }

    /// Lets the Tab key go to its buttons; from one that has the focus it goes on to the next.
    void setReachable(boolean isReachable) {
        var codes = blocks.codes();
        boolean isThere = isReachable || codes.stream().anyMatch(CodeBlock::isAtButton);
        codes.forEach(code -> code.setReachable(isThere));
    }

    /// Its letters as places are counted, with one placeholder for each picture.
    String letters() {
        return blocks.flows().stream().map(WordsFlow::letters).collect(Collectors.joining("\n"));
    }

    /// The place between letters that is nearest to a point.
    int place(double sceneX, double sceneY) {
        int start = 0;
        int place = 0;
        for (var flow : blocks.flows()) {
            if (start == 0 || flow.localToScene(0, 0).getY() <= sceneY) {
                place = start + flow.place(sceneX, sceneY);
            }
            start += flow.length() + 1;
        }
        return place;
    }

    /// Draws the letters between two places as selected.
    void select(int from, int to) {
        int start = 0;
        for (var flow : blocks.flows()) {
            int length = flow.length();
            flow.select(Math.clamp(from - start, 0, length), Math.clamp(to - start, 0, length));
            start += length + 1;
        }
    }

    /// Draws the caret at a place between the letters.
    ///
    /// @param place [#NOWHERE] takes it away
    void showCaret(int place) {
        int start = 0;
        for (var flow : blocks.flows()) {
            boolean isHere = place >= start && place <= start + flow.length();
            flow.showCaret(isHere ? place - start : NOWHERE);
            start += flow.length() + 1;
        }
    }

    /// Where the caret is in the scene, if it is drawn.
    Optional<Bounds> caretInScene() {
        return blocks.flows().stream().flatMap(flow -> flow.caretInScene().stream()).findFirst();
    }

    /// Where its links lead, each place once, in order.
    List<URI> links() {
        return blocks.flows().stream().flatMap(WordsFlow::links).distinct().toList();
    }

    /// Marks words that were looked for.
    ///
    /// @param find tells where in a text they are
    void mark(Function<String, List<TextRange>> find) {
        var ranges = find.apply(text);
        blocks.flows().forEach(flow -> flow.mark(ranges));
    }

    /// What was written between two places, as it was written: with the directives of the blocks of
    /// which all is between them.
    String words(int from, int to) {
        int first = -1;
        int last = -1;
        int start = 0;
        for (var flow : blocks.flows()) {
            int end = start + flow.length();
            boolean isWhole = from <= start && to >= end;
            if (first < 0 && from < end) {
                first = flow.sourceFrom(from - start, isWhole);
            }
            if (start < to) {
                last = flow.sourceTo(Math.min(to, end) - start, isWhole);
            }
            start = end + 1;
        }
        return first < 0 || last < first ? "" : text.substring(first, last);
    }

    private static String code(FoldedText source, int block) {
        return codeBlocks(source).get(block);
    }

    private static String isolated(String name) {
        return OwnDirection.isMixed(name) ? OwnDirection.of(name, false) : name;
    }

    /// Stands on the line as a letter does; a region would hang below it.
    private static final class TimeSpace extends Region {

        @Override
        public double getBaselineOffset() {
            return minHeight(-1);
        }
    }
}
