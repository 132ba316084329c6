package kith.ui.widget;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;

/// The words that show beside a node while the pointer rests on it, with their emoji as pictures.
///
/// To the toolkit a tooltip is a window with a scene of its own, and takes fifty times as long to
/// make as the button that it explains. So it is made when the pointer comes to the node for the
/// first time, which few nodes of a page ever see. FX thread only.
public final class Hint {

    private final Node node;
    private String words = "";
    private @Nullable EmojiTooltip tooltip;

    /// Of a node that there is nothing to say of yet.
    public Hint(Node node) {
        this.node = node;
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> prepare());
    }

    /// Says that beside a node.
    public static void install(Node node, String words) {
        new Hint(node).say(words);
    }

    /// Says something else from now on.
    public void say(String newWords) {
        words = newWords;
        if (tooltip != null) {
            tooltip.setText(newWords);
        }
    }

    private void prepare() {
        if (tooltip == null) {
            tooltip = new EmojiTooltip(words);
            Tooltip.install(node, tooltip);
        }
    }
}
