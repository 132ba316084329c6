/// Chats: the list of them, the tabs, what is on screen of a timeline, what goes out and comes in.
///
/// Core lane. The store is the truth; a live value is its projection for what is on screen.
/// [kith.session.chat.Inbox] takes in what the wire brings, [kith.session.chat.Outbox] brings out
/// what the user wrote; both tell [kith.session.chat.Timelines] and [kith.session.chat.ChatList]
/// what has changed. [kith.session.chat.Drafts] has what they have begun to write,
/// [kith.session.chat.Flags] what they have chosen for each chat: pinned, muted, told of
/// all or of mentions, archived; [kith.session.chat.FlagSharing] makes all but the last the same on
/// all their devices.
@NullMarked
package kith.session.chat;

import org.jspecify.annotations.NullMarked;
