/// The strip of tabs over the page of a chat.
///
/// **Threads.** FX thread only.
///
/// **Why so.** A tab is never shrunk: it is as wide as picture, name and mark, and what has no room
/// goes into the menu at the end. [kith.ui.tabs.TabRoom] decides which; it is arithmetic and is
/// tested as such. Which tabs are open, and in which order, belongs to the session and outlives the
/// window; nothing here changes before the session says so.
@NullMarked
package kith.ui.tabs;

import org.jspecify.annotations.NullMarked;
