package kith.ui.settings;

import javafx.scene.control.TextField;

import kith.ui.text.Texts;
import kith.ui.widget.RightToLeft;

import java.util.List;

/// How the user finds rooms.
final class RoomsSection {

    private final SettingsViewModel model;
    private final Texts texts;

    RoomsSection(SettingsViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    SettingCard card() {
        return new SettingCard(
                List.of(
                        new SettingRow(
                                texts.say("settings.directory"),
                                texts.say("settings.directory.help"),
                                directory(),
                                true)));
    }

    private TextField directory() {
        var field = new TextField();
        field.setAccessibleText(texts.say("settings.directory"));
        field.setPromptText(texts.say("settings.directory.none"));
        field.setPrefColumnCount(18);
        field.textProperty().bindBidirectional(model.roomDirectoryProperty());
        RightToLeft.follow(field);
        return field;
    }
}
