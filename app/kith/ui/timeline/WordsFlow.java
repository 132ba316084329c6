package kith.ui.timeline;

import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.TextFlow;
import javafx.scene.transform.Scale;

import kith.model.TextRange;
import kith.ui.text.StyledLine;
import kith.ui.timeline.WordNodes.Piece;
import kith.ui.widget.EmojiText;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A block of a message's words: lines in the same quotation, or the lines of a preformatted block.
///
/// It knows from which place of the message each of its letters is, and draws what is selected of
/// them. Under the letters lies the ground of code, over it the marks of what was looked for, and
/// over these the selection.
final class WordsFlow extends TextFlow {

    private final List<Piece> pieces;
    private final int sourceStart;
    private final int sourceEnd;
    private final Optional<Path> codeGround;
    private Optional<Path> selection = Optional.empty();
    private Optional<Path> hits = Optional.empty();
    private Optional<Path> caret = Optional.empty();
    private List<TextRange> marked = List.of();
    private int selectedFrom;
    private int selectedTo;
    private int caretAt = MessageText.NOWHERE;

    /// @param text of the whole message
    /// @param lines which of it are shown; not empty
    /// @param block of which lines of the message it is all that is shown, with fences and the like
    /// @param actor up to where the text is the name of who acts; 0 for none
    /// @param isJumbo whether emoji are drawn large
    /// @param named whose nick is marked; empty for nobody's
    WordsFlow(
            String text,
            List<StyledLine> lines,
            List<StyledLine> block,
            int actor,
            boolean isJumbo,
            String named) {
        pieces = WordNodes.of(text, lines, actor, isJumbo, named);
        sourceStart = block.getFirst().start();
        sourceEnd = block.getLast().end();
        getStyleClass().addAll("flowing", "words");
        pieces.forEach(piece -> getChildren().add(piece.node()));
        setNodeOrientation(EmojiText.orientation(letters()));
        codeGround =
                pieces.stream().anyMatch(Piece::isCode)
                        ? Optional.of(ground("code-ground", 0))
                        : Optional.empty();
    }

    /// How many letters it has; a picture counts as one.
    int length() {
        return pieces.isEmpty() ? 0 : pieces.getLast().end();
    }

    /// Its letters, with one placeholder for each picture.
    String letters() {
        return pieces.stream().map(Piece::letters).collect(Collectors.joining());
    }

    /// The place between letters that is nearest to a point.
    int place(double sceneX, double sceneY) {
        Point2D point = sceneToLocal(sceneX, sceneY);
        return Math.clamp(getHitInfo(point).getInsertionIndex(), 0, length());
    }

    /// Draws these letters as selected.
    void select(int from, int to) {
        if (from < to && selection.isEmpty()) {
            selection = Optional.of(ground("selected-words", over(List.of(codeGround, hits))));
        }
        selectedFrom = from;
        selectedTo = to;
        selection.ifPresent(this::drawSelection);
    }

    /// Draws the caret at a place, or takes it away.
    void showCaret(int place) {
        if (place >= 0 && caret.isEmpty()) {
            caret = Optional.of(ground("words-caret", getChildren().size()));
        }
        caretAt = place;
        caret.ifPresent(this::drawCaret);
    }

    /// Where the caret is in the scene; empty where it isn't here.
    Optional<Bounds> caretInScene() {
        return caret.filter(shape -> caretAt >= 0)
                .map(shape -> shape.localToScene(shape.getBoundsInLocal()));
    }

    /// The links in it, in order.
    Stream<URI> links() {
        return pieces.stream().flatMap(piece -> WordNodes.link(piece.node()).stream());
    }

    /// Marks words that were looked for.
    ///
    /// @param ranges of the message, in order
    void mark(List<TextRange> ranges) {
        marked = ranges.stream().flatMap(this::here).toList();
        if (!marked.isEmpty() && hits.isEmpty()) {
            hits = Optional.of(ground("hit-words", over(List.of(codeGround))));
        }
        hits.ifPresent(this::drawHits);
    }

    /// The places of what is here of a range of the message.
    private Stream<TextRange> here(TextRange range) {
        return pieces.stream()
                .filter(piece -> piece.source() < range.end())
                .filter(piece -> piece.source() + piece.sourceLength() > range.start())
                .map(piece -> piece.places(range));
    }

    private void drawHits(Path shape) {
        shape.getElements().clear();
        marked.forEach(mark -> draw(shape, mark.start(), mark.end(), false));
    }

    /// Where the message has what is selected from a place on; from the very start of the block, if
    /// all of it is.
    int sourceFrom(int from, boolean isWhole) {
        return isWhole
                ? sourceStart
                : pieces.stream()
                        .filter(piece -> from < piece.end())
                        .findFirst()
                        .map(piece -> piece.source(from))
                        .orElse(sourceEnd);
    }

    /// Where the message has what is selected up to a place.
    int sourceTo(int to, boolean isWhole) {
        return isWhole
                ? sourceEnd
                : pieces.stream()
                        .filter(piece -> to <= piece.end())
                        .findFirst()
                        .map(piece -> piece.source(to))
                        .orElse(sourceStart);
    }

    /// Adds what takes room on the line behind the last letter.
    void addLast(Node node) {
        getChildren().add(node);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        codeGround.ifPresent(this::drawCode);
        hits.ifPresent(this::drawHits);
        selection.ifPresent(this::drawSelection);
        caret.ifPresent(this::drawCaret);
    }

    private void drawCode(Path ground) {
        ground.getElements().clear();
        pieces.stream()
                .filter(Piece::isCode)
                .forEach(piece -> draw(ground, piece.start(), piece.end(), false));
    }

    private void drawSelection(Path shape) {
        shape.getElements().clear();
        if (selectedFrom < selectedTo) {
            draw(shape, selectedFrom, selectedTo, true);
        }
    }

    /// Behind the last letter it is at that one's end: what takes room there isn't on its side.
    private void drawCaret(Path shape) {
        shape.getElements().clear();
        int last = length() - 1;
        if (caretAt >= 0) {
            boolean isBefore = caretAt <= Math.max(last, 0);
            draw(shape, getCaretShape(isBefore ? caretAt : last, isBefore));
        }
    }

    private void draw(Path shape, int from, int to, boolean withSpacing) {
        draw(shape, getRangeShape(from, to, withSpacing));
    }

    /// Adds to a shape. Where lines run from right to left, a flow tells its places as if it were
    /// mirrored, though it isn't.
    private void draw(Path shape, PathElement... elements) {
        shape.getElements().addAll(elements);
        boolean isMirrored = getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
        shape.getTransforms()
                .setAll(isMirrored ? List.of(new Scale(-1, 1, getWidth() / 2, 0)) : List.of());
    }

    /// The index of what lies over these grounds, and under the letters.
    private static int over(List<Optional<Path>> grounds) {
        return (int) grounds.stream().filter(Optional::isPresent).count();
    }

    /// A shape that takes no room.
    ///
    /// @param index among the children: what comes later lies over it
    private Path ground(String styleClass, int index) {
        var shape = new Path();
        shape.getStyleClass().add(styleClass);
        shape.setManaged(false);
        shape.setMouseTransparent(true);
        shape.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT); // as the flow's own coordinates
        getChildren().add(index, shape);
        return shape;
    }
}
