package kith.ui.text;

import kith.ui.text.StyledLine.Kind;
import kith.ui.text.StyledSpan.Style;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads the blocks of a text (XEP-0393 §6.1) a line at a time.
///
/// Blocks nest as deep as a sender likes, so nothing here calls itself: what is open is told by two
/// numbers, how many quotations a line is in, and in how many the preformatted block is that is
/// open.
final class BlockStyling {

    private static final String FENCE = "```";
    private static final int NONE = -1;

    private final CharSequence text;
    private final int literal;
    private final List<StyledLine> lines = new ArrayList<>();

    /// The depth of the preformatted block that is open.
    private int codeDepth = NONE;

    private BlockStyling(CharSequence text, int literal) {
        this.text = text;
        this.literal = literal;
    }

    /// Reads all lines.
    ///
    /// @param literal up to where the text means nothing but itself
    static List<StyledLine> lines(CharSequence text, int literal) {
        var styling = new BlockStyling(text, literal);
        for (int start = 0; start <= text.length(); ) {
            int end = styling.endOfLine(Math.max(start, literal));
            styling.lines.add(styling.line(start, end));
            start = end + 1;
        }
        return List.copyOf(styling.lines);
    }

    /// The lines of a text that is not to be styled.
    static List<StyledLine> plainLines(String text) {
        var lines = new ArrayList<StyledLine>();
        int start = 0;
        for (var line : text.split("\n", -1)) {
            int end = start + line.length();
            var spans =
                    line.isEmpty()
                            ? List.<StyledSpan>of()
                            : List.of(new StyledSpan(start, end, Set.of(), false));
            lines.add(new StyledLine(start, end, start, 0, Kind.PLAIN, spans));
            start = end + 1;
        }
        return List.copyOf(lines);
    }

    private int endOfLine(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n') {
            end++;
        }
        return end;
    }

    private StyledLine line(int start, int end) {
        boolean isFree = start >= literal;
        int most = codeDepth == NONE ? Integer.MAX_VALUE : codeDepth;
        int content = start;
        int depth = 0;
        while (isFree && depth < most && content < end && text.charAt(content) == '>') {
            content++;
            depth++;
            if (content < end && Spaces.isSpace(text.charAt(content))) {
                content++; // the first one only
            }
        }
        if (depth < codeDepth) {
            codeDepth = NONE; // ended with the quotation around it
        }
        var kind = kind(isFree && startsWithFence(content, end), end - content);
        if (kind == Kind.FENCE_START) {
            codeDepth = depth;
        } else if (kind == Kind.FENCE_END) {
            codeDepth = NONE;
        }
        return new StyledLine(start, end, content, depth, kind, spans(kind, content, end));
    }

    private Kind kind(boolean hasFence, int length) {
        if (codeDepth == NONE) {
            return hasFence ? Kind.FENCE_START : Kind.PLAIN;
        }
        return hasFence && length == FENCE.length() ? Kind.FENCE_END : Kind.CODE;
    }

    private List<StyledSpan> spans(Kind kind, int content, int end) {
        if (kind == Kind.PLAIN) {
            return SpanStyling.spans(text, content, Math.clamp(literal, content, end), end);
        }
        return content == end
                ? List.of()
                : List.of(new StyledSpan(content, end, Set.of(Style.CODE), kind != Kind.CODE));
    }

    private boolean startsWithFence(int from, int end) {
        if (end - from < FENCE.length()) {
            return false;
        }
        for (int i = 0; i < FENCE.length(); i++) {
            if (text.charAt(from + i) != FENCE.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
