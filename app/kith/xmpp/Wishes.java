package kith.xmpp;

/// What the sender of a message wants to hear of it.
///
/// @param receipt that it came (XEP-0184)
/// @param marker that it was seen (XEP-0333)
/// @param notice that we notice it: it mentions us (XEP-0372)
public record Wishes(boolean receipt, boolean marker, boolean notice) {

    public static final Wishes NONE = new Wishes(false, false);

    /// One that mentions nobody.
    public Wishes(boolean receipt, boolean marker) {
        this(receipt, marker, false);
    }
}
