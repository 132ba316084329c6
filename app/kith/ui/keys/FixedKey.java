package kith.ui.keys;

import kith.model.SendKey;

/// A key that does something in one place of the window only, and can't be changed, except that it
/// is the user's choice how they send. It stands here to be told of.
///
/// Those of the timeline that one can press while one writes as well belong to the field first: it
/// goes to the ends of what is written by Ctrl+Home and Ctrl+End. So they can't be for the whole
/// window as a [KeyAction] is.
public enum FixedKey {
    SEND(Place.COMPOSER, "ENTER", "Shortcut+ENTER"),
    NEW_LINE(Place.COMPOSER, "Shift+ENTER", "ENTER"),
    COMPLETE(Place.COMPOSER, "TAB"),
    /// Only while nothing is written; [KeyAction#EDIT_LAST] does it always.
    EDIT_IN_EMPTY(Place.COMPOSER, "UP"),
    CANCEL(Place.COMPOSER, "ESCAPE"),

    NEXT_MESSAGE(Place.TIMELINE, "DOWN"),
    PREVIOUS_MESSAGE(Place.TIMELINE, "UP"),
    PAGE_UP(Place.TIMELINE, "PAGE_UP"),
    PAGE_DOWN(Place.TIMELINE, "PAGE_DOWN"),
    OLDEST_UNREAD(Place.TIMELINE, "Shift+PAGE_UP"),
    FIRST_MESSAGE(Place.TIMELINE, "Shortcut+HOME"),
    NEWEST_MESSAGE(Place.TIMELINE, "Shortcut+END"),
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
