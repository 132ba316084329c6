package kith.ui.shell;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

import java.util.Optional;
import java.util.regex.Pattern;

/// Where the window was and how large, as it is remembered.
///
/// @param isMaximized what it was besides; place and size are those to go back to
record WindowBounds(double x, double y, double width, double height, boolean isMaximized) {

    private static final Pattern COMMA = Pattern.compile(",");
    private static final int PARTS = 5;

    /// With the frame that the desktop draws, in px.
    private static final double WIDTH = 1200;

    private static final double HEIGHT = 800;
    private static final double TORN_WIDTH = 640;
    private static final double TORN_HEIGHT = 680;

    /// Where a window stands that was never anywhere: in the middle, a bit higher, and no larger
    /// than the screen, as by itself it would be.
    static WindowBounds usual(Rectangle2D screen) {
        double width = Math.min(WIDTH, screen.getWidth());
        double height = Math.min(HEIGHT, screen.getHeight());
        return new WindowBounds(
                screen.getMinX() + Math.rint((screen.getWidth() - width) / 2),
                screen.getMinY() + Math.rint((screen.getHeight() - height) / 3),
                width,
                height,
                false);
    }

    /// Where the window comes of a tab that was torn off: its head is under the pointer.
    ///
    /// @param x of the pointer on the screen, in px, as y
    static WindowBounds torn(double x, double y) {
        return new WindowBounds(
                Math.max(0, Math.rint(x - TORN_WIDTH / 4)),
                Math.max(0, Math.rint(y - 16)),
                TORN_WIDTH,
                TORN_HEIGHT,
                false);
    }

    /// Reads what [#written] wrote; empty for anything else.
    static Optional<WindowBounds> read(String written) {
        var parts = COMMA.split(written, -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new WindowBounds(
                            Double.parseDouble(parts[0]),
                            Double.parseDouble(parts[1]),
                            Double.parseDouble(parts[2]),
                            Double.parseDouble(parts[3]),
                            Boolean.parseBoolean(parts[4])));
        } catch (NumberFormatException damaged) {
            return Optional.empty();
        }
    }

    WindowBounds maximized() {
        return new WindowBounds(x, y, width, height, true);
    }

    String written() {
        return x + "," + y + "," + width + "," + height + "," + isMaximized;
    }

    /// Puts the window there, unless no screen is there any more; its size it gets in any case.
    void apply(Stage stage) {
        if (!Screen.getScreensForRectangle(x, y, width, height).isEmpty()) {
            stage.setX(x);
            stage.setY(y);
        }
        stage.setWidth(width);
        stage.setHeight(height);
        stage.setMaximized(isMaximized);
    }
}
