package kith.ui.timeline;

import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;

import kith.ui.text.Texts;
import kith.ui.widget.Badge;
import kith.ui.widget.Icon;
import kith.ui.widget.IconButton;

/// Goes to the newest message, and says how many came below.
final class JumpButton extends StackPane {

    private final Badge badge = Badge.count();
    private final Texts texts;

    JumpButton(Texts texts, Runnable jump) {
        this.texts = texts;
        var button = new IconButton(Icon.CHEVRON_DOWN, 22, texts.say("timeline.jump"));
        button.getStyleClass().add("jump");
        button.setFocusTraversable(false); // End does the same
        button.setCache(true); // or its shadow is drawn again with each frame beneath it
        button.setOnAction(event -> jump.run());
        getStyleClass().add("jump-place");
        setAlignment(Pos.TOP_CENTER);
        setPickOnBounds(false);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        badge.setMouseTransparent(true);
        getChildren().addAll(button, badge);
    }

    /// Shows how many messages came below; 0 for none.
    void show(int below) {
        badge.setCount(below, texts.count("timeline.below", below));
    }
}
