package kith.ui.timeline;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

import kith.model.Mentions;
import kith.model.TextRange;
import kith.ui.text.StyledLine;
import kith.ui.text.StyledSpan;
import kith.ui.text.StyledSpan.Style;
import kith.ui.timeline.Links.Link;
import kith.ui.widget.EmojiText;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Makes the nodes of some lines of a message: letters in their styles, links, emoji.
///
/// A node is as long as style, direction and place in the message allow; plain words are one.
final class WordNodes {

    private final String text;
    private final int actor;
    private final StringBuilder shown = new StringBuilder();

    /// By where they begin in what is shown.
    private final TreeMap<Integer, Part> parts = new TreeMap<>();

    private final TreeMap<Integer, Link> links = new TreeMap<>();

    private final TreeMap<Integer, TextRange> mentions = new TreeMap<>();

    private boolean isBegun;

    private WordNodes(String text, int actor) {
        this.text = text;
        this.actor = actor;
    }

    /// Makes the nodes, in order.
    ///
    /// @param text of the whole message
    /// @param lines which of it are shown
    /// @param actor up to where the text is the name of who acts; 0 for none
    /// @param isJumbo whether emoji are drawn large
    /// @param named whose nick is marked; empty for nobody's
    static List<Piece> of(
            String text, List<StyledLine> lines, int actor, boolean isJumbo, String named) {
        var made = new WordNodes(text, actor);
        lines.forEach(made::add);
        if (lines.stream().noneMatch(StyledLine::isPreformatted)) {
            Links.in(made.shown.toString()).forEach(link -> made.links.put(link.start(), link));
            Mentions.of(named, made.shown.toString()).forEach(made::addMention);
        }
        return made.pieces(isJumbo);
    }

    /// The link that a node is part of.
    static Optional<URI> link(Object node) {
        return node instanceof Text text && text.getUserData() instanceof URI target
                ? Optional.of(target)
                : Optional.empty();
    }

    /// One that is part of a link leads where the link does.
    private void addMention(TextRange range) {
        var link = links.lowerEntry(range.end());
        if (link == null || link.getValue().end() <= range.start()) {
            mentions.put(range.start(), range);
        }
    }

    private void add(StyledLine line) {
        if (isBegun) {
            add(new Part(line.start() - 1, Set.of(), false, false), "\n");
        }
        isBegun = true;
        for (StyledSpan span : line.spans()) {
            var styles = line.isPreformatted() ? Set.<Style>of() : span.styles();
            boolean isActor = span.end() <= actor;
            add(
                    new Part(span.start(), styles, span.isDirective(), isActor),
                    text.substring(span.start(), span.end()));
        }
    }

    private void add(Part part, String letters) {
        if (parts.isEmpty() || !follows(part)) {
            parts.put(shown.length(), part);
        }
        shown.append(letters);
    }

    /// Whether a part is just more of the last one, in the same looks.
    private boolean follows(Part part) {
        var last = parts.lastEntry();
        int source = last.getValue().source + shown.length() - last.getKey();
        return last.getValue().equals(part.at(last.getValue().source)) && source == part.source;
    }

    private List<Piece> pieces(boolean isJumbo) {
        var cuts = new TreeSet<>(parts.keySet());
        links.values().forEach(link -> cuts.addAll(List.of(link.start(), link.end())));
        mentions.values().forEach(range -> cuts.addAll(List.of(range.start(), range.end())));
        int[] all = cuts.stream().mapToInt(Integer::intValue).toArray();
        var pieces = new ArrayList<Piece>();
        int at = 0;
        int start = 0;
        for (var node : EmojiText.nodes(shown.toString(), isJumbo, this::node, all)) {
            var part = parts.floorEntry(at);
            var source = part.getValue().source + at - part.getKey();
            var piece = new Piece(node, start, source, part.getValue().isCode());
            pieces.add(piece);
            at += piece.sourceLength();
            start += piece.length();
        }
        return pieces;
    }

    private Text node(String letters, int start) {
        var part = parts.floorEntry(start).getValue();
        var link = links.floorEntry(start);
        boolean isLink = link != null && start < link.getValue().end() && !part.isCode();
        var node = isLink ? link(letters, link.getValue().target()) : EmojiText.letters(letters);
        part.styles.forEach(
                style -> node.getStyleClass().add("in-" + style.name().toLowerCase(Locale.ROOT)));
        if (!EmojiText.hasItalics(letters)) {
            node.getStyleClass().add("upright");
        }
        var mention = mentions.floorEntry(start);
        if (mention != null && start < mention.getValue().end() && !part.isCode()) {
            node.getStyleClass().add("mention");
        }
        if (part.isDirective) {
            node.getStyleClass().add("directive");
        }
        if (part.isActor) {
            node.getStyleClass().add("actor");
        }
        return node;
    }

    private static Text link(String shown, URI target) {
        var text = EmojiText.letters(shown);
        text.getStyleClass().add("link");
        text.setUserData(target);
        text.setOnMouseEntered(event -> spellOut(text, target));
        return text;
    }

    /// Says where a link leads, in letters that can't be mistaken; made when somebody points at it.
    private static void spellOut(Text link, URI target) {
        Tooltip.install(link, new Tooltip(target.toString()));
        link.setOnMouseEntered(null);
    }

    /// Letters in one style from one place of the message.
    private record Part(int source, Set<Style> styles, boolean isDirective, boolean isActor) {

        Part at(int otherSource) {
            return new Part(otherSource, styles, isDirective, isActor);
        }

        boolean isCode() {
            return styles.contains(Style.CODE);
        }
    }

    /// A node and what it shows.
    ///
    /// @param start of its letters among those of the flow, where a picture counts as one
    /// @param source of its letters in the message
    /// @param isCode whether it is a preformatted span
    record Piece(Node node, int start, int source, boolean isCode) {

        private static final String PICTURE = "\uFFFC"; // object replacement character

        /// As a flow counts, with one placeholder for a picture.
        String letters() {
            return node instanceof Text words ? words.getText() : PICTURE;
        }

        int length() {
            return letters().length();
        }

        int end() {
            return start + length();
        }

        int sourceLength() {
            return node instanceof Text ? length() : node.getAccessibleText().length();
        }

        /// Which of its places a range of the message has; a picture is taken whole.
        TextRange places(TextRange range) {
            if (length() != sourceLength()) {
                return new TextRange(start, end());
            }
            int from = Math.clamp(range.start() - source, 0, length());
            int to = Math.clamp(range.end() - source, 0, length());
            return new TextRange(start + from, start + to);
        }

        /// Where in the message a place in it is.
        ///
        /// @param at from `start` to `end()`
        int source(int at) {
            return at == end() ? source + sourceLength() : source + at - start;
        }
    }
}
