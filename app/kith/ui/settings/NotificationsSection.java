package kith.ui.settings;

import javafx.beans.property.BooleanProperty;

import kith.ui.text.Texts;
import kith.ui.widget.Switch;

import java.util.List;

/// What the desktop shows while the user looks elsewhere.
final class NotificationsSection {

    private final SettingsViewModel model;
    private final Texts texts;

    NotificationsSection(SettingsViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    SettingCard card() {
        var words = turn(texts.say("settings.notifiesWords"), model.notifiesWordsProperty());
        words.disableProperty().bind(model.notifiesProperty().not());
        return new SettingCard(
                List.of(
                        new SettingRow(
                                texts.say("settings.notifies"),
                                texts.say("settings.notifies.help"),
                                turn(texts.say("settings.notifies"), model.notifiesProperty()),
                                false),
                        new SettingRow(
                                texts.say("settings.notifiesWords"),
                                texts.say("settings.notifiesWords.help"),
                                words,
                                false)));
    }

    private static Switch turn(String name, BooleanProperty property) {
        var turn = new Switch(name);
        turn.selectedProperty().bindBidirectional(property);
        return turn;
    }
}
