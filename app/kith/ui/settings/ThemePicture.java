package kith.ui.settings;

import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Polygon;

import kith.ui.fx.Appearance.Choice;

/// The window in small, as it looks in a theme; half and half in the one that follows the desktop.
/// Decoration only.
final class ThemePicture extends StackPane {

    private static final double WIDTH = 130;
    private static final double HEIGHT = 76;
    private static final double SIDE = 40;

    ThemePicture(Choice choice) {
        getStyleClass().add("theme-picture");
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        setMouseTransparent(true);
        if (choice != Choice.DARK) {
            getChildren().add(window("light-sample"));
        }
        if (choice != Choice.LIGHT) {
            getChildren().add(window("dark-sample"));
        }
        if (choice == Choice.SYSTEM) {
            getChildren()
                    .getLast()
                    .setClip(new Polygon(WIDTH, 0, WIDTH, HEIGHT, 0, HEIGHT, WIDTH, 0));
        }
    }

    private static Pane window(String sample) {
        var window = new Pane();
        window.getStyleClass().addAll("sample-page", sample);
        window.getChildren()
                .addAll(
                        part("sample-side", 0, 0, SIDE, HEIGHT),
                        part("sample-line", 6, 8, 28, 5),
                        part("sample-one", 6, 20, 8, 8),
                        part("sample-line", 18, 22, 16, 4),
                        part("sample-two", 6, 34, 8, 8),
                        part("sample-line", 18, 36, 16, 4),
                        part("sample-line", SIDE, 13, WIDTH - SIDE, 1),
                        part("sample-in", 48, 22, 44, 10),
                        part("sample-own", 78, 36, 44, 10),
                        part("sample-in", 48, 50, 30, 10));
        return window;
    }

    private static Node part(String kind, double x, double y, double width, double height) {
        var part = new Region();
        part.getStyleClass().add(kind);
        part.resizeRelocate(x, y, width, height);
        part.setManaged(false);
        return part;
    }
}
