package kith.ui.widget;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.DateCell;
import javafx.scene.control.DatePicker;
import javafx.scene.control.skin.DatePickerSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import java.time.LocalDate;
import java.util.function.Consumer;

/// A calendar that lies over the window until a day is chosen, or none: that of a date picker,
/// without its field.
public final class DayMenu {

    private DayMenu() {}

    /// Makes one; whoever asked for it shows it where it belongs.
    ///
    /// @param name for a screen reader: what choosing a day does
    /// @param shown the day that it opens at
    /// @param last no later one can be chosen
    /// @param choose is told the day, once
    public static ContextMenu of(
            String name, LocalDate shown, LocalDate last, Consumer<LocalDate> choose) {
        var menu = new ContextMenu();
        Consumer<LocalDate> chosen =
                day -> {
                    if (menu.isShowing() && !day.isAfter(last)) {
                        menu.hide();
                        choose.accept(day);
                    }
                };
        var picker = new DatePicker(shown);
        picker.setDayCellFactory(_ -> new DayCell(last, chosen));
        picker.valueProperty().addListener((_, _, day) -> chosen.accept(day));
        var calendar = new DatePickerSkin(picker).getPopupContent();
        calendar.setAccessibleText(name);
        calendar.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) { // else it is for the picker's popup
                        event.consume();
                        menu.hide();
                    }
                });
        menu.getItems().add(new CustomMenuItem(calendar, false));
        menu.getStyleClass().add("day-menu");
        menu.setOnShown(event -> focus(calendar, shown));
        return menu;
    }

    private static void focus(Node calendar, LocalDate day) {
        calendar.lookupAll(".day-cell").stream()
                .filter(cell -> cell instanceof DateCell date && day.equals(date.getItem()))
                .forEach(Node::requestFocus);
    }

    /// The day that is shown can be chosen too, though that changes no value.
    private static final class DayCell extends DateCell {

        private final LocalDate last;

        DayCell(LocalDate last, Consumer<LocalDate> chosen) {
            this.last = last;
            addEventHandler(
                    MouseEvent.MOUSE_CLICKED,
                    event -> {
                        if (event.getButton() == MouseButton.PRIMARY) {
                            chosen.accept(getItem());
                        }
                    });
            addEventFilter(
                    KeyEvent.KEY_PRESSED,
                    event -> {
                        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                            event.consume();
                            chosen.accept(getItem());
                        }
                    });
        }

        @Override
        public void updateItem(LocalDate day, boolean isEmpty) {
            super.updateItem(day, isEmpty);
            setDisable(isEmpty || day.isAfter(last));
        }
    }
}
