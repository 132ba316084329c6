package kith.xmpp;

import java.time.Instant;

/// How far the messages of an archive's page go.
///
/// @param first when its first message was archived
/// @param last when its last message was
public record ArchiveSpan(Instant first, Instant last) {}
