package kith.ui.fx;

import javafx.scene.Scene;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/// Which stylesheets a scene gets, in order.
final class Stylesheets {

    private Stylesheets() {}

    /// @param screens names of files `/kith/ui/<name>.css`
    static void apply(
            Scene scene, Theme theme, boolean moreContrast, int textSize, List<String> screens) {
        var sheets = new ArrayList<>(theme.stylesheets());
        screens.forEach(screen -> sheets.add(stylesheet("/kith/ui/" + screen + ".css")));
        if (moreContrast) {
            sheets.add(stylesheet("/kith/ui/kith-contrast.css"));
        }
        sheets.add(textSize(textSize));
        scene.setUserAgentStylesheet(theme.userAgentStylesheet());
        scene.getStylesheets().setAll(sheets);
    }

    /// The compiled form of a stylesheet where the build has made one, since it loads faster; else
    /// the stylesheet itself.
    static String stylesheet(String path) {
        var compiled = Stylesheets.class.getResource(path.replaceFirst("css$", "bss"));
        return compiled == null ? resource(path) : compiled.toExternalForm();
    }

    private static String resource(String path) {
        return Objects.requireNonNull(Stylesheets.class.getResource(path), path).toExternalForm();
    }

    /// The text size as a stylesheet and not as the root's own style: menus and tooltips are
    /// windows of their own, and take only stylesheets from the one they belong to.
    private static String textSize(int px) {
        var css = ".root { -fx-font-size: " + px + "px; }";
        return "data:text/css;base64,"
                + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.US_ASCII));
    }
}
