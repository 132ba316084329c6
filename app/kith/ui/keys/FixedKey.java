package kith.ui.keys;

import kith.model.SendKey;

/// A key that does something in one place of the window only, and can't be changed, except that it
/// is the user's choice how they send. It stands here to be told of.
public enum FixedKey {
    SEND(Place.COMPOSER, "ENTER", "Shortcut+ENTER"),
    NEW_LINE(Place.COMPOSER, "Shift+ENTER", "ENTER"),

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
    private final String otherwise;

    FixedKey(Place place, String stroke) {
        this(place, stroke, stroke);
    }

    /// @param otherwise where Enter doesn't send
    FixedKey(Place place, String stroke, String otherwise) {
        this.place = place;
        this.stroke = stroke;
        this.otherwise = otherwise;
    }

    public Place place() {
        return place;
    }

    /// The keys to press.
    ///
    /// @param sends the key that the user sends with
    public KeyStroke stroke(SendKey sends) {
        return KeyStroke.parse(sends == SendKey.ENTER ? stroke : otherwise).orElseThrow();
    }
}
