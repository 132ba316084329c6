package kith.ui.fx;

import javafx.scene.Parent;
import javafx.scene.Scene;

/// Scenes in Kith's light look for tests that ask where things are. FX thread only.
public final class DressedScene {

    private static final Appearance LIGHT = light();

    private DressedScene() {}

    /// Puts the root into a scene of this size and lays it out.
    public static Scene layOut(Parent root, double width, double height) {
        var scene = new Scene(root, width, height);
        LIGHT.dress(scene);
        root.applyCss();
        root.layout();
        return scene;
    }

    private static Appearance light() {
        var appearance = new Appearance();
        appearance.choiceProperty().set(Appearance.Choice.LIGHT);
        return appearance;
    }
}
