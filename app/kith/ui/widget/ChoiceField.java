package kith.ui.widget;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import java.util.List;
import java.util.function.Function;

/// One of several things to choose, with its name above; takes no room where there is but one.
///
/// @param <T> what is chosen
public final class ChoiceField<T> extends VBox {

    /// @param words what is shown of each
    public ChoiceField(
            String name, List<T> all, ObjectProperty<T> chosen, Function<T, String> words) {
        var label = new Label(name);
        label.getStyleClass().add("field-label");
        var choice = new ChoiceBox<T>();
        choice.getItems().setAll(all);
        choice.setConverter(new Shown<>(words));
        choice.valueProperty().bindBidirectional(chosen);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setAccessibleText(name);
        label.setLabelFor(choice);
        getChildren().addAll(label, choice);
        setVisible(all.size() > 1);
        setManaged(all.size() > 1);
    }

    private static final class Shown<T> extends StringConverter<T> {

        private final Function<T, String> words;

        Shown(Function<T, String> words) {
            this.words = words;
        }

        @Override
        public String toString(T one) {
            return words.apply(one);
        }

        @Override
        public T fromString(String typed) {
            throw new UnsupportedOperationException("it is chosen, not typed");
        }
    }
}
