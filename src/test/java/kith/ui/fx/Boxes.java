package kith.ui.fx;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

import kith.ui.widget.EmojiText;

import java.util.ArrayList;
import java.util.List;

/// Finds words whose emoji are drawn as empty boxes: they are letters, not pictures. FX thread
/// only.
public final class Boxes {

    private Boxes() {}

    /// The visible ones in what is laid out, and those in tooltips there; empty where all is well.
    public static List<String> in(Parent root) {
        var boxes = new ArrayList<String>();
        collect(root, boxes);
        return boxes;
    }

    private static void collect(Node node, List<String> boxes) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Text text && EmojiText.hasEmoji(text.getText())) {
            boxes.add(text.getText());
        }
        Hints.made(node)
                .filter(Boxes::isPlain)
                .ifPresent(tooltip -> boxes.add("tooltip " + tooltip.getText()));
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(each -> collect(each, boxes));
        }
    }

    private static boolean isPlain(Tooltip tooltip) {
        return EmojiText.hasEmoji(tooltip.getText())
                && tooltip.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY;
    }
}
