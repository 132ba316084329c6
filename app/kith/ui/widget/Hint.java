package kith.ui.widget;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The words that show beside a node while the pointer rests on it, with their emoji as pictures.
///
/// To the toolkit a tooltip is a window with a scene of its own, and takes fifty times as long to
/// make as the button that it explains. So it is made when the pointer comes to the node for the
/// first time, which few nodes of a page ever see; while there is nothing to say, none shows. FX
/// thread only.
public final class Hint {

    private final Node node;
    private List<String> lines = List.of();
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

    /// Says something else from now on; nothing where it is empty.
    public void say(String words) {
        say(words.isEmpty() ? List.of() : List.of(words));
    }

    /// Says something else from now on, line by line; nothing where there is none.
    public void say(List<String> newLines) {
        if (lines.equals(newLines)) {
            return;
        }
        lines = List.copyOf(newLines);
        if (lines.isEmpty()) {
            forget();
        } else if (tooltip != null) {
            tooltip.show(lines);
        } else if (node.isHover()) {
            prepare();
        }
    }

    private void prepare() {
        if (tooltip == null && !lines.isEmpty()) {
            tooltip = new EmojiTooltip(lines);
            Tooltip.install(node, tooltip);
        }
    }

    private void forget() {
        if (tooltip != null) {
            Tooltip.uninstall(node, tooltip);
            tooltip.hide();
            tooltip = null;
        }
    }
}
