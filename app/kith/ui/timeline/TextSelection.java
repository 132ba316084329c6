package kith.ui.timeline;

import javafx.collections.ObservableList;

import kith.model.MessageKey;
import kith.ui.text.Texts;
import kith.ui.timeline.TimelineRow.Bubble;

import org.fxmisc.flowless.VirtualFlow;

import java.util.Optional;

/// The words that are selected in one message of a timeline, and the caret that goes through them.
///
/// Held by the message, not by its node: a row is made anew whenever something about it changes,
/// and whenever it comes into sight. What is selected lasts until the words change, or the message
/// goes.
final class TextSelection {

    private final VirtualFlow<TimelineRow, TimelineCell> flow;
    private final ObservableList<TimelineRow> rows;
    private final Texts texts;
    private Optional<Range> range = Optional.empty();
    private Optional<Drawn> drawn = Optional.empty();

    /// @param rows those of the timeline, oldest first
    TextSelection(
            VirtualFlow<TimelineRow, TimelineCell> flow,
            ObservableList<TimelineRow> rows,
            Texts texts) {
        this.flow = flow;
        this.rows = rows;
        this.texts = texts;
    }

    /// The selected words; empty for none, and while the message isn't among the rows.
    String words() {
        forgetWhatChanged();
        return range.filter(it -> row(it.message()).isPresent()).map(Range::words).orElse("");
    }

    /// Whether words of this message are selected.
    boolean isIn(MessageKey message) {
        return !words().isEmpty() && message().filter(message::equals).isPresent();
    }

    /// Whether there is something to see of it: words, or the caret.
    boolean isShown() {
        forgetWhatChanged();
        return range.filter(it -> it.hasCaret() || it.start() < it.end()).isPresent();
    }

    /// The message that it is in, also where no words are selected yet.
    Optional<MessageKey> message() {
        return range.map(Range::message);
    }

    /// Where it is in that message; empty where the keyboard has no place yet.
    Optional<Range> range() {
        forgetWhatChanged();
        return range;
    }

    void clear() {
        range = Optional.empty();
        undraw();
    }

    /// Goes to a place of a message, with nothing selected.
    void begin(BubbleRow row, int place) {
        select(row, place, place, false);
    }

    /// Selects from a place of a message to another.
    ///
    /// @param anchor where it begins
    /// @param caret where it goes on from; before or behind the other
    /// @param hasCaret whether the keyboard is there, which draws the caret
    void select(BubbleRow row, int anchor, int caret, boolean hasCaret) {
        if (message().filter(row.row().message()::equals).isEmpty()) {
            clear();
        }
        var text = row.bubble().text();
        int start = Math.min(anchor, caret);
        int end = Math.max(anchor, caret);
        range =
                Optional.of(
                        new Range(
                                row.row(),
                                anchor,
                                caret,
                                hasCaret,
                                text.letters().substring(0, end),
                                text.words(start, end)));
    }

    /// Selects up to the place nearest to a point, where the message is in sight.
    void extendTo(double sceneX, double sceneY) {
        range.ifPresent(
                it ->
                        node(it.message())
                                .ifPresent(
                                        row ->
                                                select(
                                                        row,
                                                        it.anchor(),
                                                        row.bubble().text().place(sceneX, sceneY),
                                                        false)));
    }

    /// Nothing is selected, but it may go on from where it began.
    void collapse() {
        range.ifPresent(
                it ->
                        range =
                                Optional.of(
                                        new Range(
                                                it.row(),
                                                it.anchor(),
                                                it.anchor(),
                                                false,
                                                it.before().substring(0, it.anchor()),
                                                "")));
        undraw();
    }

    /// Draws it where the message is in sight: in a node that was made anew there is nothing yet.
    ///
    /// @param isWithCaret whether the timeline has the focus
    void draw(boolean isWithCaret) {
        forgetWhatChanged();
        if (range.isEmpty()) {
            return;
        }
        var it = range.get();
        node(it.message())
                .map(row -> new Drawn(row, it, isWithCaret && it.hasCaret()))
                .filter(next -> drawn.filter(next::equals).isEmpty())
                .ifPresent(this::draw);
    }

    private void draw(Drawn next) {
        boolean isSame = drawn.filter(before -> before.row() == next.row()).isPresent();
        if (!isSame && !next.range().standsIn(next.row().bubble().text())) {
            clear();
            return;
        }
        drawn = Optional.of(next);
        var it = next.range();
        var text = next.row().bubble().text();
        text.select(it.start(), it.end());
        text.showCaret(next.hasCaret() ? it.caret() : MessageText.NOWHERE);
        next.row()
                .setAccessibleHelp(
                        it.words().isEmpty() ? "" : texts.say("timeline.selected", it.words()));
    }

    private void undraw() {
        drawn.ifPresent(
                it -> {
                    var text = it.row().bubble().text();
                    text.select(0, 0);
                    text.showCaret(MessageText.NOWHERE);
                    it.row().setAccessibleHelp("");
                });
        drawn = Optional.empty();
    }

    /// A message that isn't among the rows may come back as it was; one that says something else
    /// now, or nothing more, is another matter.
    private void forgetWhatChanged() {
        var changed = range.flatMap(it -> row(it.message()).filter(now -> !it.isOf(now)));
        if (changed.isPresent()) {
            clear();
        }
    }

    private Optional<TimelineRow> row(MessageKey message) {
        return rows.stream().filter(row -> row.key().equals(message)).findFirst();
    }

    private Optional<BubbleRow> node(MessageKey message) {
        return flow.visibleCells().stream()
                .filter(cell -> cell.row().key().equals(message))
                .map(TimelineCell::node)
                .filter(BubbleRow.class::isInstance)
                .map(BubbleRow.class::cast)
                .findFirst();
    }

    /// What is selected, in places between letters as [MessageText] counts them.
    ///
    /// @param row of the message when it was selected
    /// @param before the letters up to the end of it
    /// @param words what was written there
    record Range(Bubble row, int anchor, int caret, boolean hasCaret, String before, String words) {

        MessageKey message() {
            return row.message();
        }

        int start() {
            return Math.min(anchor, caret);
        }

        int end() {
            return Math.max(anchor, caret);
        }

        /// Whether that row says the same.
        private boolean isOf(TimelineRow now) {
            return now instanceof Bubble bubble
                    && bubble.file().isEmpty() == row.file().isEmpty()
                    && bubble.text().isStyled() == row.text().isStyled()
                    && bubble.text().whole().equals(row.text().whole());
        }

        /// Whether the same words are at the same places, however much is shown after them.
        private boolean standsIn(MessageText text) {
            return text.letters().startsWith(before) && text.words(start(), end()).equals(words);
        }
    }

    /// What was drawn where; a row that was made anew is another one.
    private record Drawn(BubbleRow row, Range range, boolean hasCaret) {}
}
