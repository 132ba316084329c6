package kith.ui.timeline;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

import kith.ui.text.StyledLine;
import kith.ui.text.StyledLine.Kind;
import kith.ui.text.StyledText;
import kith.ui.text.Texts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// Makes the blocks of a message from its lines: paragraphs, quotations with a bar beside them,
/// code in a box.
final class MessageBlocks {

    /// What is quoted more often stands as far in as this: there are messages of a thousand quotes
    /// in each other.
    private static final int DEEPEST = 4;

    private final StyledText styled;
    private final List<StyledLine> lines;
    private final int actor;
    private final boolean isJumbo;
    private final String named;
    private final Texts texts;
    private final IntFunction<String> wholeCode;
    private final List<WordsFlow> flows = new ArrayList<>();
    private final List<CodeBlock> codes = new ArrayList<>();
    private final List<Node> nodes;

    /// @param actor up to where the text is the name of who acts; 0 for none
    /// @param isJumbo whether emoji are drawn large
    /// @param named whose nick is marked; empty for nobody's
    /// @param wholeCode what is in a preformatted block, by its number from 0; asked when it is
    ///   copied, because a long message isn't shown whole
    MessageBlocks(
            StyledText styled,
            int actor,
            boolean isJumbo,
            String named,
            Texts texts,
            IntFunction<String> wholeCode) {
        this.styled = styled;
        this.lines = styled.lines();
        this.actor = actor;
        this.isJumbo = isJumbo;
        this.named = named;
        this.texts = texts;
        this.wholeCode = wholeCode;
        nodes = blocks(0, lines.size(), 0);
    }

    /// The blocks that are in no other, from top to bottom; at least one.
    List<Node> nodes() {
        return nodes;
    }

    /// All words, from top to bottom.
    List<WordsFlow> flows() {
        return flows;
    }

    List<CodeBlock> codes() {
        return codes;
    }

    private List<Node> blocks(int from, int to, int depth) {
        var made = new ArrayList<Node>();
        for (int at = from; at < to; ) {
            if (depth(at) > depth) {
                int end = endOfQuotation(at, to, depth);
                var quotation = new VBox();
                quotation.getStyleClass().add("quotation");
                quotation.getChildren().addAll(blocks(at, end, depth + 1));
                made.add(quotation);
                at = end;
            } else if (lines.get(at).isPreformatted()) {
                int end = endOfCode(at, to);
                made.add(code(at, end));
                at = end;
            } else {
                int end = endOfParagraph(at, to, depth);
                addParagraph(made, at, end, at > from, end < to);
                at = end;
            }
        }
        return made;
    }

    private int depth(int line) {
        return Math.min(lines.get(line).depth(), DEEPEST);
    }

    private int endOfQuotation(int from, int to, int depth) {
        int end = from;
        while (end < to && depth(end) > depth) {
            end++;
        }
        return end;
    }

    private int endOfParagraph(int from, int to, int depth) {
        int end = from;
        while (end < to && depth(end) == depth && !lines.get(end).isPreformatted()) {
            end++;
        }
        return end;
    }

    private int endOfCode(int from, int to) {
        int end = from + 1;
        while (end < to && lines.get(end).kind() == Kind.CODE) {
            end++;
        }
        return end < to && lines.get(end).kind() == Kind.FENCE_END ? end + 1 : end;
    }

    /// Empty lines beside a block are left out: it has room around it already.
    private void addParagraph(
            List<Node> made, int from, int to, boolean isBelowBlock, boolean isAboveBlock) {
        int first = from;
        int last = to;
        while (isBelowBlock && first < last && isBlank(first)) {
            first++;
        }
        while (isAboveBlock && first < last && isBlank(last - 1)) {
            last--;
        }
        if (first < last) {
            var shown = lines.subList(first, last);
            made.add(flow(shown, shown));
        }
    }

    private boolean isBlank(int line) {
        return lines.get(line).isBlank(styled.text());
    }

    private Node code(int from, int to) {
        var block = lines.subList(from, to);
        var code = block.stream().filter(line -> line.kind() == Kind.CODE).toList();
        if (code.isEmpty()) {
            return flow(block, block); // a box with nothing in it would hide what was written
        }
        var fence = block.getFirst();
        var language = styled.text().substring(fence.content() + 3, fence.end());
        int number = codes.size();
        var made = new CodeBlock(language, flow(code, block), () -> wholeCode.apply(number), texts);
        codes.add(made);
        return made;
    }

    private WordsFlow flow(List<StyledLine> shown, List<StyledLine> block) {
        var flow = new WordsFlow(styled.text(), shown, block, actor, isJumbo, named);
        flows.add(flow);
        return flow;
    }
}
