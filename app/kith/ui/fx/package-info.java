/// The seam between Kith and the JavaFX toolkit: its thread as a lane, lists that change as little
/// as possible, themes, fonts.
///
/// **Threads.** [kith.ui.fx.FxLane] may be used from any thread; everything else belongs to the FX
/// thread.
///
/// **Why.** State comes from other threads as whole immutable values. [kith.ui.fx.FxLane] is the
/// only way to the FX thread, and [kith.ui.fx.ListPatch] turns a whole new list into the few
/// changes a list view needs to keep its place and selection.
@NullMarked
package kith.ui.fx;

import org.jspecify.annotations.NullMarked;
