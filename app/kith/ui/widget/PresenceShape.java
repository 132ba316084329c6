package kith.ui.widget;

import java.util.Locale;

/// The shapes of presence: each differs from the others by its outline, not only by colour.
///
/// A contact whose presence is not shared has none of them, and so no mark.
public enum PresenceShape {
    /// A full disc.
    AVAILABLE("M12 6A6 6 0 1 1 0 6A6 6 0 1 1 12 6Z", ""),

    /// A disc with a speech tail and three dots.
    FREE_TO_CHAT(
            "M6.3 0a5.7 5.7 0 1 1-2.1 11L.5 12l.9-3.3A5.7 5.7 0 0 1 6.3 0Z",
            "M3.1 5.8a.9.9 0 1 1 1.8 0a.9.9 0 1 1-1.8 0Z"
                    + "M5.5 5.8a.9.9 0 1 1 1.8 0a.9.9 0 1 1-1.8 0Z"
                    + "M7.9 5.8a.9.9 0 1 1 1.8 0a.9.9 0 1 1-1.8 0Z"),

    /// A disc with the hands of a clock, which are drawn as a line.
    AWAY("M12 6A6 6 0 1 1 0 6A6 6 0 1 1 12 6Z", "M6 2.7V6.3l2.5 1.5"),

    /// A crescent: away for longer (`xa`, RFC 6121 §4.7.2.1).
    NOT_AVAILABLE("M11.6 8.2A6 6 0 1 1 4.3.3a5 5 0 0 0 7.3 7.9Z", ""),

    /// A disc with a bar.
    DO_NOT_DISTURB(
            "M12 6A6 6 0 1 1 0 6A6 6 0 1 1 12 6Z", "M3.6 5H8.4a1 1 0 0 1 0 2H3.6a1 1 0 0 1 0-2Z"),

    /// A ring.
    OFFLINE(
            "M11.9 6A5.9 5.9 0 1 1 .1 6A5.9 5.9 0 1 1 11.9 6Z"
                    + "M9.9 6A3.9 3.9 0 1 0 2.1 6A3.9 3.9 0 1 0 9.9 6Z",
            ""),

    /// An open ring that turns, drawn as a line; for the user's own accounts only.
    CONNECTING("M6 1.1A4.9 4.9 0 1 1 1.4 4.3", "");

    private final String body;
    private final String glyph;

    PresenceShape(String body, String glyph) {
        this.body = body;
        this.glyph = glyph;
    }

    /// The outline as an SVG path on a grid of 12 by 12.
    String body() {
        return body;
    }

    /// What is cut into the body, on the same grid; empty for most.
    String glyph() {
        return glyph;
    }

    /// The style class that gives the mark its colour, such as `do-not-disturb`.
    String styleClass() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
