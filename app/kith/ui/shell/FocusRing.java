package kith.ui.shell;

import javafx.scene.Node;

import kith.ui.fx.FocusOwner;

import java.util.ArrayList;
import java.util.List;

/// The parts of a window that F6 goes through, in order, round and round. FX thread only.
final class FocusRing {

    /// @param node has the focus where anything in it has
    /// @param focus moves the focus to where it was there
    private record Part(Node node, Runnable focus) {}

    private final List<Part> parts = new ArrayList<>();

    /// Comes next.
    FocusRing with(Node node, Runnable focus) {
        parts.add(new Part(node, focus));
        return this;
    }

    /// Come next, one after the other; they know where to move the focus to.
    FocusRing with(List<? extends Node> nodes) {
        nodes.forEach(node -> with(node, node::requestFocus));
        return this;
    }

    /// Moves the focus. From what is in no part, such as a header, it goes as from the last.
    ///
    /// @param places negative for back
    void move(int places) {
        int from = parts.size() - 1;
        for (int at = 0; at < parts.size(); at++) {
            if (FocusOwner.isWithin(parts.get(at).node())) {
                from = at;
            }
        }
        parts.get(Math.floorMod(from + places, parts.size())).focus().run();
    }
}
