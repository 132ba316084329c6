package kith.model;

import java.util.Optional;

/// The names that the wire has for one message.
///
/// @param stanza the sender's id for it (RFC 6121 §5.2.2 `id`); may be empty, and is no proof of
///   anything
/// @param origin the sender's id that survives rooms which rewrite the first (XEP-0359 §3.2)
/// @param archive the name in the archive of our account or of the room, only where that server is
///   trusted to give it (XEP-0359 §3.1)
public record MessageIds(String stanza, Optional<String> origin, Optional<String> archive) {

    /// An id this long is no counter that begins anew at each start.
    private static final int LASTING = 20;

    /// Whether a sender hardly gives an id to a second message: not one of a few characters, which
    /// some clients use again and again.
    public static boolean isLasting(String id) {
        return id.length() >= LASTING;
    }

    /// Ids of a message of our own: one UUID for both (XEP-0359 §5).
    public static MessageIds own(String id) {
        return new MessageIds(id, Optional.of(id), Optional.empty());
    }
}
