package kith.ui.widget.emoji;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

import kith.ui.text.Texts;
import kith.ui.widget.EmojiView;

import java.util.EnumMap;
import java.util.Map;

/// The skin tones, below the button that shows them and has the one that is chosen.
final class ToneChoice extends HBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    /// What the tones are shown on.
    private static final String HAND = "👍";

    private final EmojiPickerViewModel model;
    private final Texts texts;
    private final Runnable chosen;
    private final EmojiView sample = new EmojiView(HAND);
    private final Button button = new Button();
    private final Map<EmojiTone, Button> choices = new EnumMap<>(EmojiTone.class);

    /// @param chosen runs when one was chosen
    ToneChoice(EmojiPickerViewModel model, Texts texts, Runnable chosen) {
        this.model = model;
        this.texts = texts;
        this.chosen = chosen;
        getStyleClass().add("emoji-tones");
        button.getStyleClass().setAll("icon-button", "emoji-tone");
        button.setGraphic(new StackPane(sample)); // in the middle of it
        button.setOnAction(event -> open(!isVisible()));
        for (var tone : EmojiTone.values()) {
            choices.put(tone, choice(tone));
        }
        getChildren().addAll(choices.values());
        open(false);
        model.toneProperty().subscribe(this::show);
    }

    /// Opens and closes them.
    Button button() {
        return button;
    }

    private Button choice(EmojiTone tone) {
        var choice = new Button();
        choice.getStyleClass().setAll("icon-button", "emoji-tone");
        choice.setGraphic(new StackPane(new EmojiView(tone.of(HAND))));
        choice.setAccessibleText(name(tone));
        choice.setTooltip(new Tooltip(name(tone)));
        choice.setOnAction(
                event -> {
                    model.setTone(tone);
                    open(false);
                    chosen.run();
                });
        return choice;
    }

    private void open(boolean isOpen) {
        setVisible(isOpen);
        setManaged(isOpen);
    }

    private void show(EmojiTone tone) {
        sample.show(tone.of(HAND));
        var said = texts.say("emoji.tone", name(tone));
        button.setAccessibleText(said);
        button.setTooltip(new Tooltip(said));
        choices.forEach((each, choice) -> choice.pseudoClassStateChanged(SELECTED, each == tone));
    }

    private String name(EmojiTone tone) {
        return switch (tone) {
            case YELLOW -> texts.say("emoji.tone.yellow");
            case LIGHT -> texts.say("emoji.tone.light");
            case MEDIUM_LIGHT -> texts.say("emoji.tone.mediumLight");
            case MEDIUM -> texts.say("emoji.tone.medium");
            case MEDIUM_DARK -> texts.say("emoji.tone.mediumDark");
            case DARK -> texts.say("emoji.tone.dark");
        };
    }
}
