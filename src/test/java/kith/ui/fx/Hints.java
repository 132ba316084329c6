package kith.ui.fx;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;

import java.util.Optional;

/// What shows beside nodes while the pointer rests on them. FX thread only.
public final class Hints {

    /// Where [Tooltip#install] keeps it.
    private static final String TOOLTIP = "javafx.scene.control.Tooltip";

    private Hints() {}

    /// The tooltip of a node; empty where it has none, or none yet.
    public static Optional<Tooltip> made(Node node) {
        return Optional.ofNullable(node.getProperties().get(TOOLTIP)).map(Tooltip.class::cast);
    }

    /// What a node says when the pointer has come to it.
    public static String pointAt(Node node) {
        return comeTo(node).orElseThrow().getText();
    }

    /// The tooltip that a node has when the pointer has come to it; empty where it has none.
    public static Optional<Tooltip> comeTo(Node node) {
        Mouse.enter(node);
        return made(node);
    }
}
