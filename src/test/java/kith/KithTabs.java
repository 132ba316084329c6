package kith;

import javafx.scene.Node;

import kith.ui.fx.FxThread;

import java.util.Comparator;
import java.util.List;

/// The tabs that somebody sees in their window.
final class KithTabs {

    private final KithWindow window;

    private KithTabs(KithWindow window) {
        this.window = window;
    }

    static KithTabs in(KithWindow window) {
        return new KithTabs(window);
    }

    /// Waits until just these are in the strip.
    ///
    /// @param chats their names, from the start of the strip to its end
    void await(String... chats) {
        window.awaitShown(
                "the tabs " + List.of(chats), () -> isShown(chats), () -> shown().toString());
    }

    private boolean isShown(String... chats) {
        var shown = shown();
        if (shown.size() != chats.length) {
            return false;
        }
        for (int at = 0; at < chats.length; at++) {
            if (!shown.get(at).split(", ", 2)[0].equals(chats[at])) {
                return false;
            }
        }
        return true;
    }

    /// What a screen reader says of those that have room, from the start of the strip to its end.
    List<String> shown() {
        return window.find(node -> node.getStyleClass().contains("tab-strip"))
                .map(strip -> FxThread.call(() -> tabs(strip)))
                .orElseGet(List::of);
    }

    private static List<String> tabs(Node strip) {
        return strip.lookupAll(".tab").stream()
                .filter(Node::isVisible)
                .sorted(Comparator.comparingDouble(Node::getLayoutX))
                .map(KithWindow::spoken)
                .toList();
    }
}
