/// The list of what the user wrote and nobody has: what waits to be sent, and what was refused.
///
/// **Threads.** FX thread only.
///
/// **Why so.** Both show in their chats already; here they are together, so that nobody has to look
/// through their chats for what is missing.
@NullMarked
package kith.ui.pending;

import org.jspecify.annotations.NullMarked;
