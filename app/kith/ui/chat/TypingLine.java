package kith.ui.chat;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import kith.ui.text.Texts;
import kith.ui.widget.Avatar;
import kith.ui.widget.EmojiLabel;

import java.util.List;

/// The line above the composer that says that someone is writing. It keeps its height when nobody
/// is, so that nothing moves.
final class TypingLine extends HBox {

    private final ChatViewModel model;
    private final Texts texts;

    TypingLine(ChatViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("typing-line");
        model.typistsProperty().subscribe(this::show);
    }

    private void show(List<String> typists) {
        getChildren().clear();
        if (typists.isEmpty()) {
            return;
        }
        if (!model.isRoom()) {
            var avatar = new Avatar(20);
            avatar.showPerson(model.titleProperty().get(), model.key().peer().toString());
            getChildren().add(avatar);
        }
        getChildren().addAll(dots(), new EmojiLabel(words(typists)));
    }

    private String words(List<String> typists) {
        if (!model.isRoom()) {
            return texts.say("chat.typing.one", model.titleProperty().get());
        }
        return switch (typists.size()) {
            case 1 -> texts.say("chat.typing.one", typists.getFirst());
            case 2 -> texts.say("chat.typing.two", typists.getFirst(), typists.getLast());
            default -> texts.say("chat.typing.more", typists.getFirst(), typists.get(1));
        };
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
