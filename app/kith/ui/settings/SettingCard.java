package kith.ui.settings;

import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;

/// Some settings under one another, with a line between them.
final class SettingCard extends VBox {

    private final List<SettingRow> rows;

    SettingCard(List<SettingRow> rows) {
        this.rows = rows;
        getStyleClass().addAll("card", "setting-card");
        for (var row : rows) {
            if (!getChildren().isEmpty()) {
                getChildren().add(line());
            }
            getChildren().add(row);
        }
    }

    /// Says whether there is room for controls beside the words.
    void setNarrow(boolean isNarrow) {
        rows.forEach(row -> row.setNarrow(isNarrow));
    }

    private static Region line() {
        var line = new Region();
        line.getStyleClass().add("hairline");
        return line;
    }
}
