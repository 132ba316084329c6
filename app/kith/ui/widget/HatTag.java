package kith.ui.widget;

import java.util.OptionalDouble;

/// A small tag that says what somebody is in a room, in the tag's own colour (XEP-0317, XEP-0392).
/// What doesn't fit is cut off, and stands in its tooltip whole.
public final class HatTag extends EmojiLabel {

    /// @param key decides the colour where there is no hue
    /// @param hue in degrees
    public HatTag(String title, String key, OptionalDouble hue) {
        super(title);
        getStyleClass().addAll("tag", "hat", "named-text");
        Hint.install(this, title);
        NameColors.apply(this, hue.orElseGet(() -> NameColors.hue(key)));
    }
}
