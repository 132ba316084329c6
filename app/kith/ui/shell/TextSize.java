package kith.ui.shell;

import kith.ui.fx.Appearance;

/// The size of the text, as the user changes it from the keyboard.
final class TextSize {

    private final Appearance appearance;

    TextSize(Appearance appearance) {
        this.appearance = appearance;
    }

    /// Makes it larger, as far as it goes.
    ///
    /// @param px negative for smaller
    void change(int px) {
        set(appearance.textSizeProperty().get() + px);
    }

    /// Makes it the usual again.
    void reset() {
        set(Appearance.USUAL_TEXT);
    }

    private void set(int px) {
        appearance
                .textSizeProperty()
                .set(Math.clamp(px, Appearance.SMALLEST_TEXT, Appearance.LARGEST_TEXT));
    }
}
