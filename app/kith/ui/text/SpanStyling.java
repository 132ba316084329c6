package kith.ui.text;

import kith.ui.text.StyledSpan.Style;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the spans of a plain block (XEP-0393 §6.2) from its beginning to its end.
///
/// What is inside a span is read once, by the call for that span. A style can't be inside itself,
/// as a span ends at the first place where it may, so calls nest four deep at most. And where a
/// style may end next is looked for onwards only, never from the same place again.
final class SpanStyling {

    private final CharSequence text;
    private final int end;
    private final List<StyledSpan> spans = new ArrayList<>();

    /// For each style the first place, from the one last asked for on, where it may end.
    private final Map<Style, Integer> closings = new EnumMap<>(Style.class);

    private SpanStyling(CharSequence text, int end) {
        this.text = text;
        this.end = end;
    }

    /// Reads one block.
    ///
    /// @param from where styles may begin; what stands before is as it is
    static List<StyledSpan> spans(CharSequence text, int start, int from, int end) {
        var styling = new SpanStyling(text, end);
        styling.add(start, from, Set.of(), false);
        styling.read(from, end, Set.of());
        return List.copyOf(styling.spans);
    }

    private void read(int from, int to, Set<Style> around) {
        int done = from;
        boolean mayOpen = true; // the block begins, or a different style was just opened
        for (int at = from; at < to; ) {
            char c = text.charAt(at);
            var style = mayOpen ? opened(c, at, to) : Optional.<Style>empty();
            int closing = style.isEmpty() ? to : closing(style.get(), at + 1);
            mayOpen = false;
            if (closing >= to) {
                mayOpen = Spaces.isSpace(c);
                at++;
            } else if (closing == at + 1) {
                at += 2; // no text between: neither of them is valid
            } else {
                add(done, at, around, false);
                addSpan(at, closing, style.orElseThrow(), around);
                at = closing + 1;
                done = at;
            }
        }
        add(done, to, around, false);
    }

    private void addSpan(int opening, int closing, Style style, Set<Style> around) {
        var styles = EnumSet.of(style);
        styles.addAll(around);
        add(opening, opening + 1, styles, true);
        if (style == Style.CODE) {
            add(opening + 1, closing, styles, false);
        } else {
            read(opening + 1, closing, styles);
        }
        add(closing, closing + 1, styles, true);
    }

    private void add(int from, int to, Set<Style> styles, boolean isDirective) {
        if (from < to) {
            spans.add(new StyledSpan(from, to, Set.copyOf(styles), isDirective));
        }
    }

    /// Which style a char opens if something closes it.
    private Optional<Style> opened(char c, int at, int to) {
        return Style.of(c).filter(style -> at + 1 < to && !Spaces.isSpace(text.charAt(at + 1)));
    }

    /// Where a style may end, from a place on; the end of the block if nowhere.
    private int closing(Style style, int from) {
        int at = Math.max(from, closings.getOrDefault(style, from));
        while (at < end && !mayClose(style, at)) {
            at++;
        }
        closings.put(style, at);
        return at;
    }

    private boolean mayClose(Style style, int at) {
        return text.charAt(at) == style.directive() && !Spaces.isSpace(text.charAt(at - 1));
    }
}
