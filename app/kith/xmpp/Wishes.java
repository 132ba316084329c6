package kith.xmpp;

/// What the sender of a message wants to hear of it.
///
/// @param receipt that it came (XEP-0184)
/// @param marker that it was seen (XEP-0333)
public record Wishes(boolean receipt, boolean marker) {

    public static final Wishes NONE = new Wishes(false, false);
}
