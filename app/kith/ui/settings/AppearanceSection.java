package kith.ui.settings;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import kith.ui.text.Texts;
import kith.ui.widget.Switch;

import java.util.List;

/// How the window looks.
final class AppearanceSection {

    private final SettingsViewModel model;
    private final Texts texts;

    AppearanceSection(SettingsViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    SettingCard card() {
        return new SettingCard(
                List.of(
                        new SettingRow(
                                texts.say("settings.theme"),
                                texts.say("settings.theme.help"),
                                new ThemeChoice(model.themeProperty(), texts),
                                true),
                        new SettingRow(
                                texts.say("settings.textSize"),
                                texts.say("settings.textSize.help"),
                                textSize(),
                                true),
                        new SettingRow(
                                texts.say("settings.contrast"),
                                texts.say("settings.contrast.help"),
                                contrast(),
                                false)));
    }

    private Region textSize() {
        var slider = new TextSizeSlider(model.textSizeProperty());
        slider.setAccessibleText(texts.say("settings.textSize"));
        var small = new Label(texts.say("settings.textSize.letter"));
        small.getStyleClass().addAll("small", "muted");
        var large = new Label(texts.say("settings.textSize.letter"));
        large.getStyleClass().addAll("title", "muted");
        var size = new Label();
        size.getStyleClass().add("label-size");
        size.textProperty()
                .bind(
                        slider.valueProperty()
                                .map(px -> Math.round(px.doubleValue()))
                                .map(px -> texts.say("settings.textSize.px", px)));
        var line = new HBox(small, slider, large, size);
        line.getStyleClass().add("text-size");
        return line;
    }

    private Region contrast() {
        var turn = new Switch(texts.say("settings.contrast"));
        turn.selectedProperty().bindBidirectional(model.moreContrastProperty());
        return turn;
    }
}
