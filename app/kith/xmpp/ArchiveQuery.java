package kith.xmpp;

import org.jxmpp.jid.BareJid;

import java.time.Instant;
import java.util.Optional;

/// Which page of an archive (XEP-0313 §4.1).
///
/// @param archive our own bare address, or a room's
/// @param with only messages with this contact; of our own archive only
/// @param wanted only messages that the archive finds by this; they are not told as messages, only
///   how far they go
/// @param max how many messages at most, 1–250
public record ArchiveQuery(
        BareJid archive,
        Optional<BareJid> with,
        Optional<ArchiveSearch> wanted,
        Paging paging,
        int max) {

    /// More than Smack and many servers take at once.
    public static final int MAX = 250;

    public ArchiveQuery {
        if (max < 1 || max > MAX) {
            throw new IllegalArgumentException("a page of " + max);
        }
    }

    /// All messages of a page.
    public ArchiveQuery(BareJid archive, Optional<BareJid> with, Paging paging, int max) {
        this(archive, with, Optional.empty(), paging, max);
    }

    /// Where the page lies (XEP-0059 §2).
    public sealed interface Paging {

        /// The newest page there is.
        record Newest() implements Paging {}

        /// The page before a message.
        ///
        /// @param id the archive's
        record Before(String id) implements Paging {}

        /// The page after a message.
        ///
        /// @param id the archive's
        record After(String id) implements Paging {}

        /// The first page from a time on.
        record Since(Instant start) implements Paging {}
    }
}
