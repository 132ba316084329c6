/// The popover that emoji are chosen from: to be written, or to be put to a message.
///
/// **Threads.** FX thread only.
///
/// **Why so.** There are 1,900 emoji. What stands where is decided in
/// [kith.ui.widget.emoji.EmojiPickerViewModel], which is tested without a toolkit; the view makes
/// nodes, and has pictures read, only for the lines in sight, and goes when it is closed. As the
/// widgets around it, it knows no model: it is told what an emoji is chosen for.
///
/// **Where to add.** A group of emoji: [kith.ui.widget.emoji.EmojiSection].
@NullMarked
package kith.ui.widget.emoji;

import org.jspecify.annotations.NullMarked;
