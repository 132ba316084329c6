package kith.ui.text;

import kith.model.TextRange;
import kith.ui.text.StyledLine.Kind;
import kith.ui.text.StyledSpan.Style;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Puts the signs of a style (XEP-0393 §6.2) around words of a text, or takes them away where the
/// words have that style already.
///
/// The signs go where they mean something: a style begins at the beginning of a word only, never
/// inside preformatted text, and ends in the line it began in. So each of several lines gets its
/// own; code of several lines becomes a preformatted block (§5.1.2).
public final class StyleToggle {

    private static final String FENCE = "```";

    /// What may stand behind a word and is no part of it.
    private static final String PUNCTUATION = ".,;:!?)";

    /// One change of a text.
    ///
    /// @param range what gives way
    /// @param text what takes its place
    /// @param selected of the text afterwards: the same words as before
    public record Change(TextRange range, String text, TextRange selected) {}

    /// A place where something comes in, or goes.
    ///
    /// @param at how many `char`s of the text are before it
    /// @param length how many of them go
    /// @param isOpening whether what is at this place comes to stand behind it
    private record Step(int at, int length, String text, boolean isOpening) {}

    private final StyledText styled;
    private final String text;
    private final Style style;
    private final TextRange selected;

    private StyleToggle(String text, TextRange selected, Style style) {
        this.styled = StyledText.of(text);
        this.text = text;
        this.style = style;
        this.selected = selected;
    }

    /// The change for the words that are selected. Where none are it is for the word that the caret
    /// is in; where it is in none, a pair of signs is put around it.
    ///
    /// @param selected start and end are alike where there is only a caret
    /// @return empty where the style can't be had: white space alone is selected, or it is for
    ///   preformatted text
    public static Optional<Change> of(String text, TextRange selected, Style style) {
        return new StyleToggle(text, selected, style).change();
    }

    private Optional<Change> change() {
        if (selected.start() == selected.end()) {
            return word(selected.start())
                    .map(word -> span(line(word.start()), word))
                    .orElseGet(() -> pair(selected.start()))
                    .flatMap(this::apply);
        }
        var lines = selectedLines();
        if (style == Style.CODE && lines.size() > 1) {
            return apply(block(lines));
        }
        var words =
                lines.stream()
                        .filter(line -> line.kind() == Kind.PLAIN)
                        .flatMap(line -> words(line).stream())
                        .toList();
        boolean isOn =
                words.stream().allMatch(each -> pairAround(line(each.start()), each).isPresent());
        var steps = new ArrayList<Step>();
        for (var each : words) {
            var line = line(each.start());
            if (pairAround(line, each).isPresent() == isOn) {
                span(line, each).ifPresent(steps::addAll);
            }
        }
        return apply(steps);
    }

    /// What is needed to turn the style of some words of a line on or off.
    private Optional<List<Step>> span(StyledLine line, TextRange words) {
        if (line.kind() != Kind.PLAIN) {
            return Optional.empty();
        }
        return Optional.of(
                pairAround(line, words)
                        .map(pair -> List.of(taken(pair.start()), taken(pair.end())))
                        .orElseGet(() -> around(line, words)));
    }

    private List<Step> around(StyledLine line, TextRange words) {
        var code = pairAround(line, words, Style.CODE);
        int start = code.map(TextRange::start).orElse(words.start());
        int end = code.map(pair -> pair.end() + 1).orElse(words.end());
        while (start > line.content() && !mayOpenAt(line, start)) {
            start--;
        }
        var sign = String.valueOf(style.directive());
        return List.of(new Step(start, 0, sign, true), new Step(end, 0, sign, false));
    }

    private boolean mayOpenAt(StyledLine line, int at) {
        return Spaces.isSpace(text.charAt(at - 1))
                || line.spans().stream()
                        .filter(StyledSpan::isDirective)
                        .filter(span -> span.end() == at)
                        .anyMatch(span -> !span.styles().contains(style) && opens(line, span));
    }

    private boolean opens(StyledLine line, StyledSpan directive) {
        return pairs(line, Style.of(text.charAt(directive.start())).orElseThrow()).stream()
                .anyMatch(pair -> pair.start() == directive.start());
    }

    private Optional<TextRange> pairAround(StyledLine line, TextRange words) {
        return pairAround(line, words, style);
    }

    /// The signs of a style that words of a line are between; they may be among them.
    private Optional<TextRange> pairAround(StyledLine line, TextRange words, Style wanted) {
        return pairs(line, wanted).stream()
                .filter(pair -> pair.start() <= words.start() && words.end() <= pair.end() + 1)
                .findFirst();
    }

    /// Where a style begins and ends in a line. It can't be inside itself.
    private List<TextRange> pairs(StyledLine line, Style wanted) {
        var signs =
                line.spans().stream()
                        .filter(StyledSpan::isDirective)
                        .map(StyledSpan::start)
                        .filter(at -> text.charAt(at) == wanted.directive())
                        .toList();
        var pairs = new ArrayList<TextRange>();
        for (int at = 0; at + 1 < signs.size(); at += 2) {
            pairs.add(new TextRange(signs.get(at), signs.get(at + 1)));
        }
        return pairs;
    }

    /// Where the caret is in no word: a pair of signs around it, or away with the one that is.
    private Optional<List<Step>> pair(int caret) {
        if (line(caret).kind() != Kind.PLAIN) {
            return Optional.empty();
        }
        char sign = style.directive();
        boolean isBetween =
                caret > 0
                        && caret < text.length()
                        && text.charAt(caret - 1) == sign
                        && text.charAt(caret) == sign;
        return Optional.of(
                isBetween
                        ? List.of(taken(caret - 1), taken(caret))
                        : List.of(
                                new Step(caret, 0, String.valueOf(sign), true),
                                new Step(caret, 0, String.valueOf(sign), false)));
    }

    /// Whole lines become a preformatted block, or are one no more.
    private List<Step> block(List<StyledLine> lines) {
        var all = styled.lines();
        int first = all.indexOf(lines.getFirst());
        int last = all.indexOf(lines.getLast());
        if (!lines.stream().allMatch(StyledLine::isPreformatted)) {
            return List.of(
                    new Step(lines.getFirst().start(), 0, FENCE + "\n", true),
                    new Step(lines.getLast().end(), 0, "\n" + FENCE, false));
        }
        while (first > 0 && all.get(first).kind() != Kind.FENCE_START) {
            first--;
        }
        while (last < all.size() - 1 && all.get(last).kind() != Kind.FENCE_END) {
            last++;
        }
        var opening = all.get(first);
        var closing = all.get(last);
        var steps = new ArrayList<Step>();
        int end = Math.min(opening.end() + 1, text.length());
        steps.add(new Step(opening.start(), end - opening.start(), "", true));
        if (closing.kind() == Kind.FENCE_END) { // else the block goes on to the end of the text
            int start = Math.max(end, closing.start() - 1);
            steps.add(new Step(start, closing.end() - start, "", false));
        }
        return steps;
    }

    private List<StyledLine> selectedLines() {
        return styled.lines().stream()
                .filter(line -> line.start() < selected.end() && line.end() >= selected.start())
                .toList();
    }

    /// What of a line is selected, without white space around it.
    private Optional<TextRange> words(StyledLine line) {
        int start = Math.max(line.content(), selected.start());
        int end = Math.min(line.end(), selected.end());
        while (start < end && Spaces.isSpace(text.charAt(start))) {
            start++;
        }
        while (start < end && Spaces.isSpace(text.charAt(end - 1))) {
            end--;
        }
        return start < end ? Optional.of(new TextRange(start, end)) : Optional.empty();
    }

    /// The word that a place is in or at. Signs around it are part of it, punctuation behind it
    /// isn't.
    private Optional<TextRange> word(int caret) {
        var line = line(caret);
        int start = caret;
        int end = caret;
        while (start > line.content() && !Spaces.isSpace(text.charAt(start - 1))) {
            start--;
        }
        while (end < line.end() && !Spaces.isSpace(text.charAt(end))) {
            end++;
        }
        int behind = end;
        while (behind > start && PUNCTUATION.indexOf(text.charAt(behind - 1)) >= 0) {
            behind--;
        }
        var word = new TextRange(start, behind > start ? behind : end);
        boolean isSignsOnly =
                text.substring(start, end).chars().allMatch(c -> Style.of((char) c).isPresent());
        return isSignsOnly ? Optional.empty() : Optional.of(word);
    }

    private StyledLine line(int at) {
        return styled.lines().stream()
                .filter(line -> line.start() <= at && at <= line.end())
                .findFirst()
                .orElseThrow();
    }

    private static Step taken(int at) {
        return new Step(at, 1, "", false);
    }

    private Optional<Change> apply(List<Step> steps) {
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        var ordered =
                steps.stream()
                        .sorted(
                                Comparator.comparingInt(Step::at)
                                        .thenComparing(step -> !step.isOpening()))
                        .toList();
        var whole = new StringBuilder();
        int start = before(ordered.getFirst().at());
        int at = start;
        for (var step : ordered) {
            whole.append(text, at, step.at()).append(step.text());
            at = step.at() + step.length();
        }
        var now = new TextRange(moved(selected.start(), ordered), moved(selected.end(), ordered));
        return Optional.of(new Change(new TextRange(start, at), whole.toString(), now));
    }

    /// White space before a change is made anew with it: to the undoing of a text field, what is
    /// only put in would belong to what was typed before it.
    private int before(int at) {
        return at > 0 && Spaces.isSpace(text.charAt(at - 1)) ? at - 1 : at;
    }

    /// Where a place is after the steps.
    private static int moved(int place, List<Step> ordered) {
        int moved = place;
        for (var step : ordered) {
            if (step.at() < place || (step.at() == place && step.isOpening())) {
                moved += step.text().length() - Math.min(step.length(), place - step.at());
            }
        }
        return moved;
    }
}
