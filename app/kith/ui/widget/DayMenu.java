package kith.ui.widget;

import atlantafx.base.controls.Calendar;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.DateCell;
import javafx.scene.input.MouseEvent;

import java.time.LocalDate;
import java.util.function.Consumer;

/// A calendar that lies over the window until a day is chosen, or none.
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
        var calendar = new Calendar(shown);
        Consumer<LocalDate> chosen =
                day -> {
                    if (menu.isShowing() && !day.isAfter(last)) {
                        menu.hide();
                        choose.accept(day);
                    }
                };
        calendar.setAccessibleText(name);
        calendar.setDayCellFactory(_ -> new DayCell(last, chosen));
        calendar.valueProperty().addListener((_, _, day) -> chosen.accept(day));
        menu.getItems().add(new CustomMenuItem(calendar, false));
        menu.getStyleClass().add("day-menu");
        menu.setOnShown(event -> calendar.requestFocus());
        return menu;
    }

    /// The day that is shown can be chosen too, though that changes no value.
    private static final class DayCell extends DateCell {

        private final LocalDate last;

        DayCell(LocalDate last, Consumer<LocalDate> chosen) {
            this.last = last;
            addEventHandler(MouseEvent.MOUSE_CLICKED, event -> chosen.accept(getItem()));
        }

        @Override
        public void updateItem(LocalDate day, boolean isEmpty) {
            super.updateItem(day, isEmpty);
            setDisable(isEmpty || day.isAfter(last));
        }
    }
}
