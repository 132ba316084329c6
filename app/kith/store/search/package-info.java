/// The words of all messages, to be searched: an index of Lucene beside the database.
///
/// **A cache.** All of it can be made again from the table of messages, so whatever is wrong with
/// it, its folder is emptied and filled anew. Nothing here reads the database: whoever keeps the
/// index brings it the rows in their order, and the messages that have changed, once they are
/// committed. What a search gives are the keys of messages; what they are now, the store says.
///
/// **A kill.** Lucene goes back to its last commit, which says up to which row it knows all. What
/// was changed or removed among these rows in the meantime is known by nobody, so unless the index
/// was closed in order ([kith.store.search.IndexFolder#takeCleanMark]), each row is compared
/// ([kith.store.search.SearchIndex#compare]); it can be searched meanwhile.
///
/// **Threads.** An index is written by one thread at a time and searched by any; both block. No
/// threads are made: what Lucene merges, it merges in the thread that writes.
///
/// **Where to add.** What is to be found is a field in `Documents`, and a clause in `LuceneQuery`;
/// then [kith.store.search.SearchIndex#VERSION] goes up by one, and every index is made anew.
@NullMarked
package kith.store.search;

import org.jspecify.annotations.NullMarked;
