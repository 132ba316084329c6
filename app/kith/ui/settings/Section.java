package kith.ui.settings;

import kith.ui.widget.Icon;

/// What belongs together among the settings, in the order of the page.
public enum Section {
    APPEARANCE(Icon.PALETTE_OUTLINE),
    WRITING(Icon.SQUARE_EDIT_OUTLINE),
    NOTIFICATIONS(Icon.BELL_OUTLINE),
    PICTURES(Icon.IMAGE_OUTLINE),
    ROOMS(Icon.FORUM_OUTLINE),
    SHORTCUTS(Icon.KEYBOARD_OUTLINE);

    private final Icon icon;

    Section(Icon icon) {
        this.icon = icon;
    }

    Icon icon() {
        return icon;
    }
}
