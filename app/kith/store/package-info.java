/// What survives a restart: one class per table group, on one H2 file per profile.
///
/// **Threads.** Everything here belongs to the core lane, but two things: a [kith.store.Db] is
/// opened anywhere, and the reader threads append to the journal themselves.
///
/// **Transactions.** One per batch of the lane: the first statement begins it, the end of the batch
/// commits it and forces it to the disk. So a thousand messages cost one commit, and what a service
/// writes in one piece of work is there as a whole or not at all. What must not happen before the
/// rows are safe, such as a message's first byte on the wire, waits for it
/// ([kith.store.Db#afterCommit]).
///
/// **Why.** SQL stands in text blocks where it is used, values are bound and never glued in, each
/// table has one mapper. The schema is files numbered without gaps ([kith.store.Migrations]); each
/// index names the query it is for.
///
/// **Faults.** A database that fails is a [kith.store.StoreException], which says in one sentence
/// what is the matter; it goes to the lane's guard. Nothing here returns null.
///
/// **Where to add.** A column: the next schema file, the record's component in `model`, SQL and
/// mapper in its one store class. A table: a schema file and a class of its own.
@NullMarked
package kith.store;

import org.jspecify.annotations.NullMarked;
