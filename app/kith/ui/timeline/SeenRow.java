package kith.ui.timeline;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import kith.ui.presence.PresenceLook;
import kith.ui.timeline.TimelineRow.Face;
import kith.ui.timeline.TimelineRow.SeenBy;
import kith.ui.widget.Avatar;
import kith.ui.widget.Hint;

/// The line below the user's newest message in a room: small pictures of those who have seen it.
/// Who they all are the message's details say.
final class SeenRow extends ColumnRow {

    private final HBox line = new HBox();

    SeenRow(SeenBy row, TimelineWords words) {
        super("seen-by");
        var names = words.seenBy(row);
        var faces = new HBox();
        faces.getStyleClass().add("seen-faces");
        row.shown().stream().map(SeenRow::picture).forEach(faces.getChildren()::add);
        line.getChildren().addAll(new Label(words.texts().say("timeline.seenBy")), faces);
        if (row.more() > 0) {
            line.getChildren()
                    .add(new Label(words.texts().say("timeline.seenBy.more", row.more())));
        }
        line.getStyleClass().add("seen-line");
        line.setAlignment(Pos.CENTER_RIGHT);
        Hint.install(line, names);
        getChildren().add(line);
        setAccessibleText(names);
    }

    private static Avatar picture(Face face) {
        var picture = new Avatar(16);
        picture.showPerson(face.nick(), face.colorKey(), PresenceLook.picture(face.picture()));
        return picture;
    }

    @Override
    double contentHeight(double width) {
        return line.prefHeight(width);
    }

    @Override
    void layoutContent(double x, double y, double width) {
        double wide = Math.min(width, Math.ceil(line.prefWidth(-1)));
        line.resizeRelocate(x + width - wide, y, wide, line.prefHeight(width));
    }
}
