package kith.model;

import org.jxmpp.jid.BareJid;

import java.time.Instant;

/// A stretch of an archive that is wholly in the store, without a hole (XEP-0313).
///
/// @param row in the store
/// @param archive whose: our own bare address, or a room's
/// @param fromId archive id of its oldest message; no characters where the archive was empty
/// @param toId archive id of its newest message; the same
/// @param isStartReached whether the archive has nothing older
public record ArchiveRange(
        long row,
        AccountId account,
        BareJid archive,
        String fromId,
        Instant fromAt,
        String toId,
        Instant toAt,
        boolean isStartReached) {

    /// Whether it says that the archive was empty.
    public boolean isEmpty() {
        return toId.isEmpty();
    }

    /// Reaching further towards now.
    public ArchiveRange to(String id, Instant at) {
        return new ArchiveRange(row, account, archive, fromId, fromAt, id, at, isStartReached);
    }

    /// Reaching further towards the beginning.
    public ArchiveRange from(String id, Instant at, boolean startReached) {
        return new ArchiveRange(row, account, archive, id, at, toId, toAt, startReached);
    }
}
