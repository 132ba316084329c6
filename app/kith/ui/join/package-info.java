/// The dialogs that lead to someone or somewhere new: a chat with an address, a room.
///
/// **Threads.** FX thread only.
///
/// **Why so.** Both ask for as little as will do; what more is needed, such as a room's password,
/// is asked for when the room asks. What the other side answers stands at the field it is about.
@NullMarked
package kith.ui.join;

import org.jspecify.annotations.NullMarked;
