/// The lists of chats and of rooms in the sidebar.
///
/// **Threads.** FX thread only.
///
/// **Why so.** A row is an immutable value made of a chat and of the presence of who is there; the
/// lists are patched, never replaced, so that place and focus survive a message that comes in. What
/// is selected in a list is what is open in the selected tab, and changes when the session says so.
/// What the user chooses for a chat (pinned, muted, archived) comes beside it, from
/// [kith.session.chat.Flags]: a chat is what was said in it, that is what they want of it.
@NullMarked
package kith.ui.chats;

import org.jspecify.annotations.NullMarked;
