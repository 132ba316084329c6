package kith.ui.widget.emoji;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;

import kith.ui.text.Texts;
import kith.ui.widget.emoji.EmojiRow.Head;
import kith.ui.widget.emoji.EmojiRow.Line;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A line of the picker on screen. Its nodes are kept for the next line that comes into sight.
final class EmojiRowCell extends ListCell<EmojiRow> {

    private final EmojiPickerViewModel model;
    private final Texts texts;
    private final Label head = new Label();
    private final HBox line = new HBox();
    private final List<EmojiCell> cells = new ArrayList<>();

    /// @param choose chooses what is selected; told whether the picker is to stay open
    EmojiRowCell(EmojiPickerViewModel model, Texts texts, Consumer<Boolean> choose) {
        this.model = model;
        this.texts = texts;
        head.getStyleClass().add("section-head");
        for (int column = 0; column < EmojiPickerViewModel.COLUMNS; column++) {
            cells.add(new EmojiCell(model, choose));
        }
        line.getChildren().setAll(cells);
        model.selectedProperty().subscribe(this::drawSelected);
    }

    @Override
    protected void updateItem(@Nullable EmojiRow row, boolean isEmpty) {
        super.updateItem(row, isEmpty);
        switch (row) {
            case Line(var first, var emoji) -> {
                for (int column = 0; column < cells.size(); column++) {
                    var cell = cells.get(column);
                    if (column < emoji.size()) {
                        cell.show(first + column, emoji.get(column));
                    }
                    cell.setVisible(column < emoji.size());
                }
                drawSelected();
                setGraphic(line);
            }
            case Head(var section) -> {
                head.setText(SectionTabs.name(section, texts));
                setGraphic(head);
            }
            case null -> setGraphic(null);
        }
    }

    private void drawSelected() {
        cells.forEach(cell -> cell.drawSelected(model.selectedProperty().get()));
    }
}
