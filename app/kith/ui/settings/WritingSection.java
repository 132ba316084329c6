package kith.ui.settings;

import javafx.scene.layout.Region;

import kith.model.SendKey;
import kith.ui.keys.FixedKey;
import kith.ui.keys.KeyWords;
import kith.ui.text.Texts;
import kith.ui.widget.SegmentedControl;
import kith.ui.widget.Switch;

import java.util.List;

/// How the user writes.
final class WritingSection {

    private static final List<SendKey> KEYS = List.of(SendKey.values());

    private final SettingsViewModel model;
    private final Texts texts;

    WritingSection(SettingsViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    SettingCard card() {
        return new SettingCard(
                List.of(
                        new SettingRow(
                                texts.say("settings.sendKey"),
                                texts.say("settings.sendKey.help"),
                                sendKey(),
                                true),
                        new SettingRow(
                                texts.say("settings.typing"),
                                texts.say("settings.typing.help"),
                                typing(),
                                false)));
    }

    private Region sendKey() {
        var words = new KeyWords(texts);
        var keys = KEYS.stream().map(key -> words.line(FixedKey.SEND.stroke(key))).toList();
        var choice = new SegmentedControl(keys);
        choice.setAccessibleText(texts.say("settings.sendKey"));
        model.sendKeyProperty().subscribe(key -> choice.select(KEYS.indexOf(key)));
        choice.selectedIndexProperty()
                .subscribe(at -> model.sendKeyProperty().set(KEYS.get(at.intValue())));
        return choice;
    }

    private Region typing() {
        var turn = new Switch(texts.say("settings.typing"));
        turn.selectedProperty().bindBidirectional(model.tellsTypingProperty());
        return turn;
    }
}
