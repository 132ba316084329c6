/// The list of what waits: invitations to rooms for the user's answer, who has said no to theirs,
/// and what they wrote and nobody has, which waits to be sent or was refused.
///
/// **Threads.** FX thread only.
///
/// **Why so.** Messages show in their chats already; here they are together, so that nobody has to
/// look through their chats for what is missing.
@NullMarked
package kith.ui.pending;

import org.jspecify.annotations.NullMarked;
