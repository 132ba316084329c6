/// Search over the whole history.
///
/// [kith.session.search.IndexKeeper] keeps the index as the store is: it brings it what is
/// committed, a page at a time, in the order of the rows, and what has changed since; on io, one
/// piece of work after the other. The core lane reads a page and goes on with other work before it
/// reads the next, so a long history is taken in without anybody waiting for it.
/// [kith.session.search.SearchService] answers queries from what is in the index by then, and says
/// how far that is.
///
/// **Without an index.** Where its folder can't be written, or the disk is full, all else goes on;
/// whoever searches is told, and it is tried again from time to time.
///
/// **Where to add.** A filter: its word in [kith.session.search.QueryText], a component of
/// [kith.model.SearchQuery], and its clause in the index ([kith.store.search]).
@NullMarked
package kith.session.search;

import org.jspecify.annotations.NullMarked;
