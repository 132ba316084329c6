package kith.ui.search;

import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.scene.transform.Scale;

import kith.model.TextRange;
import kith.ui.widget.EmojiText;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A paragraph with some of its words marked: bands behind them, which lie right in any script.
final class MarkedText extends TextFlow {

    private final List<Path> bands = new ArrayList<>();
    private List<TextRange> marked = List.of();

    MarkedText() {
        getStyleClass().addAll("flowing", "search-words");
    }

    void show(Excerpt excerpt) {
        var starts = new HashMap<Node, Integer>();
        var cuts =
                excerpt.marks().stream()
                        .flatMapToInt(mark -> IntStream.of(mark.start(), mark.end()))
                        .distinct()
                        .toArray();
        var words =
                EmojiText.nodes(
                        excerpt.text(),
                        EmojiText.isJumbo(excerpt.text()),
                        (letters, start) -> {
                            var text = EmojiText.letters(letters);
                            starts.put(text, start);
                            return text;
                        },
                        cuts);
        setNodeOrientation(EmojiText.orientation(excerpt.text()));
        marked = inFlow(words, starts, excerpt.marks());
        bands.clear();
        marked.forEach(mark -> bands.add(band()));
        getChildren().setAll(Stream.concat(bands.stream(), words.stream()).toList());
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        boolean isMirrored = getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
        var mirror = new Scale(isMirrored ? -1 : 1, 1, getWidth() / 2, 0);
        for (int at = 0; at < bands.size(); at++) {
            var mark = marked.get(at);
            bands.get(at).getTransforms().setAll(mirror); // shapes are of the unmirrored text
            bands.get(at).getElements().setAll(getRangeShape(mark.start(), mark.end(), false));
        }
    }

    private static Path band() {
        var band = new Path();
        band.setManaged(false);
        band.getStyleClass().add("search-mark");
        return band;
    }

    /// Where the marked letters are as the flow counts, for which an emoji is one.
    private static List<TextRange> inFlow(
            List<Node> words, Map<Node, Integer> starts, List<TextRange> marks) {
        var found = new ArrayList<TextRange>();
        int place = 0;
        for (var word : words) {
            int length = word instanceof Text text ? text.getText().length() : 1;
            int start = starts.getOrDefault(word, -1);
            if (marks.stream().anyMatch(mark -> mark.start() <= start && start < mark.end())) {
                found.add(new TextRange(place, place + length));
            }
            place += length;
        }
        return found;
    }
}
