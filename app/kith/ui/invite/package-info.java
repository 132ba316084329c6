/// Inviting people: the dialogs in which one names them, to a room that is there, and to a group
/// that a chat of two becomes.
///
/// Over the main page, reached from the menus of rooms and chats, and a room's details. Threads: FX
/// only.
@NullMarked
package kith.ui.invite;

import org.jspecify.annotations.NullMarked;
