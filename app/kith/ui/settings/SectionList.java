package kith.ui.settings;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import kith.ui.widget.IconView;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/// The sections to choose from. One Tab stop; Up, Down, Home and End choose.
final class SectionList extends VBox {

    private static final List<Section> SECTIONS = List.of(Section.values());

    private final ObjectProperty<Section> chosen;
    private final ToggleGroup group = new ToggleGroup();
    private final Map<Section, Item> items = new EnumMap<>(Section.class);

    SectionList(ObjectProperty<Section> chosen, Function<Section, String> name) {
        this.chosen = chosen;
        getStyleClass().add("sections");
        for (var section : SECTIONS) {
            var item = new Item(section, name.apply(section));
            items.put(section, item);
            getChildren().add(item);
        }
        chosen.subscribe(this::show);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// Moves the focus to the chosen one.
    @Override
    public void requestFocus() {
        item(chosen.get()).requestFocus();
    }

    private Item item(Section section) {
        return Objects.requireNonNull(items.get(section));
    }

    private void show(Section section) {
        items.values().forEach(each -> each.setFocusTraversable(each.section == section));
        item(section).setSelected(true);
    }

    private void pressed(KeyEvent event) {
        int last = SECTIONS.size() - 1;
        int now = SECTIONS.indexOf(chosen.get());
        int next =
                switch (event.getCode()) {
                    case UP -> Math.max(0, now - 1);
                    case DOWN -> Math.min(last, now + 1);
                    case HOME -> 0;
                    case END -> last;
                    default -> -1;
                };
        if (next >= 0) {
            chosen.set(SECTIONS.get(next));
            requestFocus();
            event.consume();
        }
    }

    private final class Item extends ToggleButton {

        private final Section section;

        Item(Section section, String name) {
            super(name, new IconView(section.icon(), 20));
            this.section = section;
            getStyleClass().setAll("section-item");
            setMaxWidth(Double.MAX_VALUE);
            setToggleGroup(group);
        }

        /// A click on the chosen one leaves it chosen.
        @Override
        public void fire() {
            chosen.set(section);
        }
    }
}
