package kith.model;

import java.util.OptionalDouble;

/// What a room says somebody is there beside role and affiliation, such as a teacher (XEP-0317).
///
/// @param uri tells it from all others
/// @param title what people call it, on one line
/// @param hue of its colour in degrees, from 0 to below 360 (XEP-0392 §5.1); empty where the room
///   says none
public record Hat(String uri, String title, OptionalDouble hue) {

    /// One whose colour follows from what it is.
    public Hat(String uri, String title) {
        this(uri, title, OptionalDouble.empty());
    }
}
