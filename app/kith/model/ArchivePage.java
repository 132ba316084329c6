package kith.model;

import java.time.Instant;
import java.util.Optional;

/// How far one page of an archive went (XEP-0313 §4.3); its messages come as events before it.
///
/// @param first archive id of its oldest message; empty for an empty page
/// @param firstAt when that was archived; the epoch for an empty page
/// @param last archive id of its newest message; empty for an empty page
/// @param lastAt when that was archived; the epoch for an empty page
/// @param isComplete whether nothing is beyond it in the direction that was asked
public record ArchivePage(
        Optional<String> first,
        Instant firstAt,
        Optional<String> last,
        Instant lastAt,
        boolean isComplete) {}
