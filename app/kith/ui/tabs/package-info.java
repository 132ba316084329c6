/// The strip of tabs over the page of a chat, and the chats that have windows of their own.
///
/// **Threads.** FX thread only.
///
/// **Why so.** A tab is never shrunk: it is as wide as picture, name and mark, and what has no room
/// goes into the menu at the end. [kith.ui.tabs.TabRoom] decides which; it is arithmetic and is
/// tested as such. Which tabs are open, and in which order, belongs to the session and outlives the
/// window; nothing here changes before the session says so. A chat is in a tab or in a window,
/// never in both, so that it is clear where it is shown when it is opened.
@NullMarked
package kith.ui.tabs;

import org.jspecify.annotations.NullMarked;
