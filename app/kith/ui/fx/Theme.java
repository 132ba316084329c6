package kith.ui.fx;

import javafx.application.ColorScheme;

import java.util.List;

/// One of the two looks: AtlantaFX Primer with Kith's own colours on top.
public enum Theme {
    LIGHT("primer-light.bss", "/kith/ui/kith-light.css"),
    DARK("primer-dark.bss", "/kith/ui/kith-dark.css");

    private final String primer;
    private final String tokens;

    Theme(String primer, String tokens) {
        this.primer = "/atlantafx/base/theme/" + primer;
        this.tokens = tokens;
    }

    /// The theme that goes with what the desktop says.
    public static Theme of(ColorScheme scheme) {
        return scheme == ColorScheme.DARK ? DARK : LIGHT;
    }

    /// The base theme, which takes the place of JavaFX's own. The compiled form loads faster.
    String userAgentStylesheet() {
        return primer;
    }

    /// Kith's colours, then the styles of its components.
    List<String> stylesheets() {
        return List.of(Stylesheets.stylesheet(tokens), Stylesheets.stylesheet("/kith/ui/kith.css"));
    }
}
