package kith.ui.timeline;

import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import kith.model.RoomNotice;
import kith.ui.timeline.TimelineRow.Day;
import kith.ui.timeline.TimelineRow.Missing;
import kith.ui.widget.Banner;
import kith.ui.widget.BusyRing;
import kith.ui.widget.DayMenu;
import kith.ui.widget.EmojiText;
import kith.ui.widget.Hint;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;

import java.time.LocalDate;
import java.util.function.Consumer;

/// A line of the timeline that is no message: a day, what is new, what is missing, the start of the
/// chat, a change of subject, what happened in a room.
final class MarkRow extends ColumnRow {

    private final HBox line;
    private String text;

    private MarkRow(String styleClass, String text, Node... parts) {
        super(styleClass);
        this.text = text;
        line = new HBox(parts);
        line.getStyleClass().add("mark");
        line.setAlignment(Pos.CENTER);
        getChildren().add(line);
        setAccessibleText(text);
    }

    /// A text between two hairlines.
    static MarkRow divider(String styleClass, String text) {
        return new MarkRow(styleClass, text, hairline(), new Label(text), hairline());
    }

    /// The day of what is below; from it one goes to any other.
    static MarkRow day(TimelineWords words, Day day, Consumer<LocalDate> go) {
        var text = words.day(day.day());
        var button = new Button(text);
        button.getStyleClass().setAll("day-button");
        button.setFocusTraversable(false); // the chat's menu has the same for the keyboard
        Hint.install(button, words.goToDay());
        button.setOnAction(
                event ->
                        DayMenu.of(words.goToDay(), day.day(), day.today(), go)
                                .show(button, Side.BOTTOM, 0, 4));
        return new MarkRow("day", text, hairline(), button, hairline());
    }

    /// A text alone, in the middle.
    static MarkRow note(String styleClass, String text, Node... before) {
        var note = EmojiText.flow(text);
        note.getStyleClass().add("note");
        var row = new MarkRow(styleClass, text, before);
        row.line.getChildren().add(note);
        return row;
    }

    /// The chat goes on in a group.
    ///
    /// @param go takes the user there
    static MarkRow continued(TimelineWords words, RoomNotice.Continued continued, Runnable go) {
        var row = note("system", words.notice(continued));
        var open = Banner.action(words.openGroup(), go);
        open.setAccessibleText(words.openGroupNamed(continued));
        row.line.getChildren().add(open);
        return row;
    }

    /// What happened in a room; what the user is warned of stands out.
    static MarkRow notice(TimelineWords words, RoomNotice notice) {
        var text = words.notice(notice);
        return notice instanceof RoomNotice.Announced(_, _, var what) && what.isWarning()
                ? note("warning", text, new IconView(Icon.ALERT_OUTLINE, 16))
                : note("system", text);
    }

    /// Says something else in a note's place.
    void say(String newText) {
        var note = EmojiText.flow(newText);
        note.getStyleClass().add("note");
        line.getChildren().set(line.getChildren().size() - 1, note);
        text = newText;
        setAccessibleText(newText);
    }

    /// Messages are missing.
    ///
    /// @param load asks for them
    static MarkRow missing(TimelineWords words, Missing missing, Runnable load) {
        var text = words.missing(missing);
        var label = new Label(text);
        return switch (missing.remedy()) {
            case LOAD -> dashed(text, label, Banner.action(words.load(), load));
            case LOADING -> dashed(text, new BusyRing(words.loading()), label);
            case NONE -> dashed(text, label);
        };
    }

    private static MarkRow dashed(String text, Node... parts) {
        var row = new MarkRow("missing", text, dashes());
        row.line.getChildren().addAll(parts);
        row.line.getChildren().add(dashes());
        return row;
    }

    @Override
    String copyText() {
        return text;
    }

    @Override
    double contentHeight(double width) {
        return line.prefHeight(width);
    }

    @Override
    void layoutContent(double x, double y, double width) {
        line.resizeRelocate(x, y, width, line.prefHeight(width));
    }

    private static Region dashes() {
        var dashes = new Region();
        dashes.getStyleClass().add("dashes");
        HBox.setHgrow(dashes, Priority.ALWAYS);
        return dashes;
    }

    private static Region hairline() {
        var hairline = new Region();
        hairline.getStyleClass().add("rule");
        HBox.setHgrow(hairline, Priority.ALWAYS);
        return hairline;
    }
}
