/// Where the user writes what they send to one chat.
///
/// **Threads.** FX thread only.
///
/// **Why so.** Writing works without a connection: what is sent waits in the timeline. Only a
/// missing right to write closes the composer, and then it says which. It claims nothing that isn't
/// so: the words in the empty field say whether what is written will be encrypted.
///
/// What is written and not sent is the chat's, not the page's: it goes to the session with every
/// change, and comes from there when the page opens.
///
/// The text itself is in [kith.ui.composer.DraftText]; what becomes of it is decided in
/// [kith.ui.composer.Sending], and for the words of an earlier message in
/// [kith.ui.composer.MessageEditing].
///
/// What is for one person in a room alone says so itself, by `/msg` and a nick
/// ([kith.ui.composer.Whispering]): so it can't lose that on any way, also not as a draft.
///
/// Emoji are pictures in the field ([kith.ui.composer.EmojiTextArea]). It is a text area all the
/// same, for the sake of input methods, undo, screen readers and words from right to left: its text
/// has a sign for each emoji, over which the picture is laid. Whoever wants what is written asks it
/// for its words, not for its text.
///
/// Misspelt words are known to [kith.ui.composer.SpellingViewModel], drawn by
/// [kith.ui.composer.SpellingWaves] and corrected in [kith.ui.composer.FieldMenu].
///
/// **Where to add.** A button beside the field: `ComposerView`. What a key does: its key handler.
/// What can be done in the field's menu: `FieldMenu`. A kind of thing that is completed: a
/// [kith.ui.composer.CompletionSource] and a case of [kith.ui.composer.Suggestion]. A command: a
/// case of [kith.ui.composer.SlashCommand], and who does it in [kith.ui.composer.SlashCommands].
@NullMarked
package kith.ui.composer;

import org.jspecify.annotations.NullMarked;
