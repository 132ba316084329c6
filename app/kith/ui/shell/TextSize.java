package kith.ui.shell;

import kith.ui.fx.Appearance;

/// The size of the text, as the user changes it from the keyboard; remembered over restarts.
final class TextSize {

    private static final String NAME = "window.textSize";

    private final Appearance appearance;
    private final WindowMemory memory;

    TextSize(Appearance appearance, WindowMemory memory) {
        this.appearance = appearance;
        this.memory = memory;
    }

    /// Takes up what was remembered.
    void recall() {
        memory.recall(NAME)
                .filter(px -> px.matches("\\d{1,3}"))
                .map(Integer::valueOf)
                .ifPresent(this::apply);
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
        apply(px);
        memory.keep(NAME, Integer.toString(appearance.textSizeProperty().get()));
    }

    private void apply(int px) {
        appearance
                .textSizeProperty()
                .set(Math.clamp(px, Appearance.SMALLEST_TEXT, Appearance.LARGEST_TEXT));
    }
}
