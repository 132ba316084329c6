/// Catching up with what the server keeps (XEP-0313): the archive of each account and of the rooms.
///
/// [kith.session.archive.ArchiveSync] gets every message of an account: what came by itself goes on
/// to the inbox, what answers a question to an archive waits in its `CatchUp` for the end of the
/// page and goes into the store with it, in the archive's order. What is known by then, its
/// `KnownRange` keeps.
///
/// Core lane. What is known of an archive is a list of ranges without holes inside, not one cursor:
/// a live message lengthens the newest range only after this session's catch-up is complete, so
/// that a hole is never taken for history. Until then it stands after whatever may still come. The
/// newest seconds stay out of a range: servers write them down in another order than they number
/// them, so they are read again.
@NullMarked
package kith.session.archive;

import org.jspecify.annotations.NullMarked;
