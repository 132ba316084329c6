package kith.model;

/// Someone's presence, of one device or combined of several.
///
/// @param status what they wrote beside it; may be empty
public record Presence(Availability availability, String status) {

    public static final Presence OFFLINE = new Presence(Availability.OFFLINE, "");
    public static final Presence UNKNOWN = new Presence(Availability.UNKNOWN, "");
    public static final Presence AVAILABLE = new Presence(Availability.AVAILABLE, "");
}
