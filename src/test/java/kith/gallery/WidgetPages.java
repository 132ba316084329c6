package kith.gallery;

import javafx.css.Styleable;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Pages of widgets, in sections.
final class WidgetPages {

    private WidgetPages() {}

    static Parent page(Node... sections) {
        var page = new VBox(20, sections);
        page.setPadding(new Insets(24, 28, 28, 28));
        return styled(page, "page");
    }

    static Node section(String title, Node content) {
        var head = styled(new Label(title), "small", "muted", "strong");
        var line = styled(new Region(), "hairline");
        return new VBox(4, head, line, content);
    }

    static HBox row(Node... nodes) {
        var row = new HBox(8, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    static Label grow(Label label) {
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    static <T extends Styleable> T styled(T node, String... classes) {
        node.getStyleClass().addAll(classes);
        return node;
    }
}
