package kith.ui.keys;

/// A key that does something in one place of the window only, and can't be changed. It stands here
/// to be told of.
public enum FixedKey {
    SEND(Place.COMPOSER, "ENTER"),
    NEW_LINE(Place.COMPOSER, "Shift+ENTER"),

    NEXT_MESSAGE(Place.TIMELINE, "DOWN"),
    PREVIOUS_MESSAGE(Place.TIMELINE, "UP"),
    FIRST_MESSAGE(Place.TIMELINE, "HOME"),
    NEWEST_MESSAGE(Place.TIMELINE, "END"),
    PICK(Place.TIMELINE, "SPACE"),
    PICK_MORE(Place.TIMELINE, "Shift+UP"),
    COPY(Place.TIMELINE, "Shortcut+C"),
    TO_END(Place.TIMELINE, "ESCAPE");

    /// Where in the window it is pressed.
    public enum Place {
        COMPOSER,
        TIMELINE
    }

    private final Place place;
    private final String stroke;

    FixedKey(Place place, String stroke) {
        this.place = place;
        this.stroke = stroke;
    }

    public Place place() {
        return place;
    }

    public KeyStroke stroke() {
        return KeyStroke.parse(stroke).orElseThrow();
    }
}
