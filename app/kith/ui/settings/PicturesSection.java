package kith.ui.settings;

import kith.ui.text.Texts;
import kith.ui.widget.Switch;

import java.util.List;

/// What is done about pictures that others send.
final class PicturesSection {

    private final SettingsViewModel model;
    private final Texts texts;

    PicturesSection(SettingsViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    SettingCard card() {
        var turn = new Switch(texts.say("settings.pictures.show"));
        turn.selectedProperty().bindBidirectional(model.showsPicturesProperty());
        return new SettingCard(
                List.of(
                        new SettingRow(
                                texts.say("settings.pictures.show"),
                                texts.say("settings.pictures.show.help"),
                                turn,
                                false)));
    }
}
