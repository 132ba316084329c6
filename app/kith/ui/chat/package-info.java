/// The page of one chat: header, messages, composer, and for a room the people beside them.
///
/// **Threads.** FX thread only.
///
/// **Why so.** `timeline`, `composer` and `room` know nothing of each other; this folder is the one
/// place where they meet. It says which of them is shown, so a room that won't let the user in has
/// one owner of that decision.
///
/// **Where to add.** A button of the header: [kith.ui.chat.ChatHeader]. Something between header
/// and messages: [kith.ui.chat.ChatPane]. What the page needs from services: a component of
/// [kith.ui.chat.ChatSources], which `Wiring` fills.
@NullMarked
package kith.ui.chat;

import org.jspecify.annotations.NullMarked;
