package kith.ui.timeline;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import kith.ui.widget.EmojiText;

/// A line of the timeline that is no message: a day, what is new, the start of the chat, a change
/// of subject.
final class MarkRow extends ColumnRow {

    private final HBox line;
    private final String text;

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

    /// A text alone, in the middle.
    static MarkRow note(String styleClass, String text, Node... before) {
        var note = EmojiText.flow(text);
        note.getStyleClass().add("note");
        var row = new MarkRow(styleClass, text, before);
        row.line.getChildren().add(note);
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

    private static Region hairline() {
        var hairline = new Region();
        hairline.getStyleClass().add("rule");
        HBox.setHgrow(hairline, Priority.ALWAYS);
        return hairline;
    }
}
