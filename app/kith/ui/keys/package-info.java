/// What can be done from the keyboard anywhere in the window, and which keys do it.
///
/// **Threads.** FX thread only, but for the values.
///
/// **Why so.** All of it stands in one enum, [kith.ui.keys.KeyAction]: the window does what its
/// constants say, and every place that names a key (buttons, menus, the list of shortcuts) asks
/// [kith.ui.keys.KeyBindings], so that none tells of keys that the user has changed.
///
/// **Where to add.** A constant with its default keys; the build then breaks where it has to be
/// named and where it has to be done.
@NullMarked
package kith.ui.keys;

import org.jspecify.annotations.NullMarked;
