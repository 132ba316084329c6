package kith.ui.room.moderation;

import javafx.scene.control.Button;

/// Answers one of those who ask for something in a room.
final class AnswerButton extends Button {

    /// @param name what it does and for whom, as a screen reader says it
    AnswerButton(String word, String name, Runnable answer) {
        super(word);
        setMnemonicParsing(false);
        setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("small");
        setAccessibleText(name);
        setOnAction(event -> answer.run());
    }
}
