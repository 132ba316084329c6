package kith.ui.widget.emoji;

import kith.ui.widget.EmojiNames.Named;

import java.util.List;

/// A line of the picker.
sealed interface EmojiRow {

    /// The name of the section below it.
    record Head(EmojiSection section) implements EmojiRow {}

    /// Emoji beside each other.
    ///
    /// @param first which of all cells the first of them is in, from 0
    record Line(int first, List<Named> emoji) implements EmojiRow {}
}
