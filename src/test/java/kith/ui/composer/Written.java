package kith.ui.composer;

import javafx.scene.Node;

import java.util.Optional;

/// What is written in the field of a composer: its own text has signs in place of emoji.
public final class Written {

    private Written() {}

    public static String in(Node field) {
        return find(field).orElseThrow();
    }

    /// Empty for what is no such field.
    public static Optional<String> find(Node node) {
        return node instanceof EmojiTextArea field
                ? Optional.of(field.wordsProperty().get())
                : Optional.empty();
    }
}
