package kith.ui.settings;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One setting of a card: what it is, a line that helps, and the control that changes it.
final class SettingRow extends VBox {

    private final VBox words;
    private final Region control;
    private final boolean isWide;
    private final HBox line = new HBox();

    /// @param isWide whether the control needs a line of its own in a narrow window
    SettingRow(String title, String help, Region control, boolean isWide) {
        this.control = control;
        this.isWide = isWide;
        getStyleClass().add("setting");
        var name = new Label(title);
        name.setWrapText(true);
        var more = new Label(help);
        more.getStyleClass().addAll("small", "muted");
        more.setWrapText(true);
        words = new VBox(name, more);
        words.getStyleClass().add("setting-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        line.getStyleClass().add("setting-line");
        control.setMinWidth(USE_PREF_SIZE);
        control.setAccessibleHelp(help);
        setNarrow(false);
    }

    /// Says whether there is room beside the words.
    void setNarrow(boolean isNarrow) {
        getChildren().clear();
        line.getChildren().clear();
        if (isNarrow && isWide) {
            getChildren().setAll(words, control);
        } else {
            line.getChildren().setAll(words, control);
            getChildren().setAll(line);
        }
    }
}
