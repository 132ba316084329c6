/// Inviting people to a room: the dialog in which one names them.
///
/// Over the main page, reached from a room's menu and its details. Threads: FX only.
@NullMarked
package kith.ui.invite;

import org.jspecify.annotations.NullMarked;
