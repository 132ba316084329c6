package kith.ui.shell;

import java.util.Optional;

/// Something to tell the user of in a corner of the window, where they need to do nothing.
///
/// @param topic of two on the same, the newer takes the place of the older
/// @param isBad whether something failed
/// @param isLasting whether it stays until something newer is told of it, or the user puts it away
/// @param offer what they may do about it
public record News(
        Object topic, String text, boolean isBad, boolean isLasting, Optional<Offer> offer) {

    /// Something that the user may do.
    ///
    /// @param verb what it is called
    public record Offer(String verb, Runnable act) {}

    /// Something that went well.
    public static News of(Object topic, String text, Optional<Offer> offer) {
        return new News(topic, text, false, false, offer);
    }
}
