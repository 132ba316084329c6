package kith.ui.chat;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import kith.ui.text.Texts;
import kith.ui.widget.Avatar;
import kith.ui.widget.EmojiLabel;

/// The line above the composer that says that someone is writing. It keeps its height when nobody
/// is, so that nothing moves.
final class TypingLine extends HBox {

    private final ChatViewModel model;
    private final Texts texts;

    TypingLine(ChatViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("typing-line");
        model.typingProperty().subscribe(this::show);
    }

    private void show(boolean isTyping) {
        getChildren().clear();
        if (!isTyping) {
            return;
        }
        var title = model.titleProperty().get();
        if (!model.isRoom()) {
            var avatar = new Avatar(20);
            avatar.showPerson(title, model.key().peer().toString());
            getChildren().add(avatar);
        }
        var words =
                new EmojiLabel(
                        model.isRoom()
                                ? texts.say("chat.typing.room")
                                : texts.say("chat.typing.person", title));
        getChildren().addAll(dots(), words);
    }

    private static HBox dots() {
        var dots = new HBox(dot(1), dot(2), dot(3));
        dots.getStyleClass().add("typing-dots");
        return dots;
    }

    private static Region dot(int number) {
        var dot = new Region();
        dot.getStyleClass().addAll("typing-dot", "typing-dot-" + number);
        return dot;
    }
}
