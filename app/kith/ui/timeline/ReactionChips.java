package kith.ui.timeline;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

import kith.model.Reaction;
import kith.ui.timeline.TimelineRow.Bubble;
import kith.ui.widget.EmojiLabel;
import kith.ui.widget.Hint;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/// The emoji below a message, those of most people first; a click puts ours there, or takes it
/// back.
///
/// Not on the way of the keyboard, which has the same in the message's menu.
final class ReactionChips extends FlowPane {

    private static final PseudoClass MINE = PseudoClass.getPseudoClass("mine");

    /// Of more, only how many they are.
    private static final int MOST = 8;

    private static final Comparator<Reaction> MOST_PEOPLE_FIRST =
            Comparator.comparingInt(Reaction::count).reversed();

    /// @param toggle puts an emoji of ours there, or takes it back
    /// @param choose has the user choose any emoji
    ReactionChips(Bubble bubble, TimelineWords words, Consumer<String> toggle, Runnable choose) {
        getStyleClass().add("reactions");
        setAlignment(bubble.isMine() ? Pos.TOP_RIGHT : Pos.TOP_LEFT);
        setPickOnBounds(false);
        shown(bubble).forEach(each -> getChildren().add(chip(each, words, toggle)));
        int more = bubble.reactions().size() - MOST;
        if (more > 0) {
            var rest = new Label(words.texts().say("timeline.reaction.more", more));
            rest.getStyleClass().add("more-reactions");
            getChildren().add(rest);
        }
        if (bubble.isReactable()) {
            getChildren().add(another(words.texts().say("timeline.reaction.add"), choose));
        }
    }

    private static Button another(String name, Runnable choose) {
        var button = new Button();
        button.getStyleClass().setAll("add-reaction");
        button.setGraphic(new IconView(Icon.EMOTICON_PLUS_OUTLINE, 16));
        button.setFocusTraversable(false);
        button.setAccessibleText(name);
        Hint.install(button, name);
        button.setOnAction(event -> choose.run());
        return button;
    }

    /// Those that are seen and named; the others are only counted.
    static List<Reaction> shown(Bubble bubble) {
        return bubble.reactions().stream().sorted(MOST_PEOPLE_FIRST).limit(MOST).toList();
    }

    private static Button chip(Reaction reaction, TimelineWords words, Consumer<String> toggle) {
        var chip = new Button();
        chip.getStyleClass().setAll("reaction");
        chip.setGraphic(new EmojiLabel(words.reactions().chip(reaction)).asPartOfLine());
        chip.pseudoClassStateChanged(MINE, reaction.isMine());
        chip.setFocusTraversable(false);
        chip.setAccessibleText(words.reactions().spoken(reaction));
        Hint.install(chip, words.reactions().people(reaction));
        chip.setOnAction(event -> toggle.accept(reaction.emoji()));
        return chip;
    }
}
