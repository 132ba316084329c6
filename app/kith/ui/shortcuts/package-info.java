/// The list of all shortcuts, in which their keys can be changed.
///
/// **Threads.** FX thread only.
///
/// **Why so.** It is made from [kith.ui.keys.KeyAction] and [kith.ui.keys.FixedKey], so that no
/// shortcut can be missing from it, and shows the keys as they are now.
///
/// **Where to add.** Nothing here: a new action shows up by itself.
@NullMarked
package kith.ui.shortcuts;

import org.jspecify.annotations.NullMarked;
