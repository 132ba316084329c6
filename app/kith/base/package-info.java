/// Small tools of every layer: lanes, live values, subscriptions.
///
/// **Threads.** A [kith.base.Lane] is an order in which work happens, usually one thread.
/// [kith.base.Lanes] is the one place where Kith makes threads: the core lane, which owns all state
/// and all writes, and virtual threads for what blocks.
///
/// **Why.** State that belongs to one lane needs no lock, and an order of events that can be named
/// can be tested: a test passes a lane that runs at once, or one that it steps.
///
/// **State.** A [kith.base.Cell] holds one immutable value and belongs to one lane; everyone else
/// sees it as a [kith.base.Live] and is told the newest value on a lane of their own.
///
/// Add here only what knows nothing of messaging and is needed by more than one layer.
@NullMarked
package kith.base;

import org.jspecify.annotations.NullMarked;
