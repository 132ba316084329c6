package kith.ui.timeline;

import javafx.scene.Node;

import kith.base.Subscription;

import java.util.function.Supplier;

/// Has something go on for as long as a node is in a window. FX thread only.
final class WhileInSight {

    private final Supplier<Subscription> begin;
    private Subscription going = () -> {};

    private WhileInSight(Supplier<Subscription> begin) {
        this.begin = begin;
    }

    /// @param begin makes what goes on; it is closed with the node's last moment there
    static void of(Node node, Supplier<Subscription> begin) {
        var one = new WhileInSight(begin);
        node.sceneProperty()
                .subscribe(
                        scene -> {
                            one.going.close();
                            one.going = scene == null ? () -> {} : one.begin.get();
                        });
    }
}
