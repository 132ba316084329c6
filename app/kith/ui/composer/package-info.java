/// Where the user writes what they send to one chat.
///
/// **Threads.** FX thread only.
///
/// **Why so.** Writing works without a connection: what is sent waits in the timeline. Only a
/// missing right to write closes the composer, and then it says which. It claims nothing that isn't
/// so: the words in the empty field say whether what is written will be encrypted.
///
/// **Where to add.** A button beside the field: `ComposerView`. What a key does: its key handler.
@NullMarked
package kith.ui.composer;

import org.jspecify.annotations.NullMarked;
