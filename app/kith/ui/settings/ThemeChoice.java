package kith.ui.settings;

import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import kith.ui.fx.Appearance.Choice;
import kith.ui.text.Texts;

/// The themes to choose from, each with a picture of what the window looks like in it.
///
/// A click anywhere on one chooses it; the arrow keys do so among them.
final class ThemeChoice extends HBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final ObjectProperty<Choice> chosen;
    private final ToggleGroup group = new ToggleGroup();

    ThemeChoice(ObjectProperty<Choice> chosen, Texts texts) {
        this.chosen = chosen;
        getStyleClass().add("themes");
        getChildren()
                .addAll(
                        theme(Choice.SYSTEM, texts.say("settings.theme.system")),
                        theme(Choice.LIGHT, texts.say("settings.theme.light")),
                        theme(Choice.DARK, texts.say("settings.theme.dark")));
    }

    private VBox theme(Choice choice, String name) {
        var button = new RadioButton(name);
        button.setToggleGroup(group);
        button.setMaxWidth(Double.MAX_VALUE);
        var theme = new VBox(new ThemePicture(choice), button);
        theme.getStyleClass().add("theme");
        theme.setOnMouseClicked(_ -> button.fire());
        button.selectedProperty()
                .subscribe(
                        isSelected -> {
                            theme.pseudoClassStateChanged(CHOSEN, isSelected);
                            if (isSelected) {
                                chosen.set(choice);
                            }
                        });
        button.setSelected(chosen.get() == choice);
        return theme;
    }
}
