package kith.ui.timeline;

import kith.model.RoomNotice;
import kith.ui.timeline.TimelineRow.Bubble;
import kith.ui.timeline.TimelineRow.Day;
import kith.ui.timeline.TimelineRow.Missing;
import kith.ui.timeline.TimelineRow.NewMessages;
import kith.ui.timeline.TimelineRow.Notice;
import kith.ui.timeline.TimelineRow.SeenBy;
import kith.ui.timeline.TimelineRow.Start;
import kith.ui.timeline.TimelineRow.SubjectChange;
import kith.ui.timeline.TimelineRow.Wordless;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;

import org.fxmisc.flowless.Cell;

import java.util.function.BooleanSupplier;

/// The node of one row, made for it and thrown away with it.
record TimelineCell(TimelineRow row, ColumnRow node) implements Cell<TimelineRow, ColumnRow> {

    @Override
    public ColumnRow getNode() {
        return node;
    }

    static TimelineCell of(
            TimelineRow row,
            TimelineWords words,
            TimelineViewModel model,
            boolean inRoom,
            BooleanSupplier isNarrow) {
        return new TimelineCell(
                row,
                switch (row) {
                    case Bubble bubble -> new BubbleRow(bubble, words, model, inRoom, isNarrow);
                    case Wordless wordless -> new WordlessRow(wordless, words, inRoom, isNarrow);
                    case Day day -> MarkRow.day(words, day, model::goTo);
                    case NewMessages(int count) ->
                            MarkRow.divider("new-messages", words.newMessages(count));
                    case SeenBy seen -> new SeenRow(seen, words);
                    case SubjectChange change -> MarkRow.note("system", words.subject(change));
                    case Notice(_, RoomNotice.Continued notice) ->
                            MarkRow.continued(words, notice, () -> model.goToGroup(notice.group()));
                    case Notice(_, var notice) -> MarkRow.notice(words, notice);
                    case Missing missing -> MarkRow.missing(words, missing, model::fetch);
                    case Start() ->
                            MarkRow.note(
                                    "start", words.start(), new IconView(Icon.FLAG_OUTLINE, 16));
                });
    }
}
