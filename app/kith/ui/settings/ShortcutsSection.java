package kith.ui.settings;

import javafx.scene.control.Button;

import kith.ui.text.Texts;

import java.util.List;

/// The way to the list in which keys are changed.
final class ShortcutsSection {

    private final Runnable show;
    private final Texts texts;

    ShortcutsSection(Runnable show, Texts texts) {
        this.show = show;
        this.texts = texts;
    }

    SettingCard card() {
        var button = new Button(texts.say("settings.shortcuts.show"));
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> show.run());
        return new SettingCard(
                List.of(
                        new SettingRow(
                                texts.say("settings.shortcuts"),
                                texts.say("settings.shortcuts.help"),
                                button,
                                false)));
    }
}
