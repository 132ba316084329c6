package kith.ui.chats;

/// What stands in the list of chats: a chat, or what tells of those below it.
public sealed interface ChatItem permits ChatRow, ChatItem.Head, ChatItem.Archive {

    /// What stays the same while what the item says changes.
    Object key();

    /// The head of a section.
    record Head(Section section) implements ChatItem {

        @Override
        public Object key() {
            return section;
        }
    }

    /// Where the archived chats are; opening it goes there, or back.
    ///
    /// @param count how many there are
    /// @param isOpen whether they are what is shown
    record Archive(int count, boolean isOpen) implements ChatItem {

        @Override
        public Object key() {
            return Archive.class;
        }
    }

    /// The parts of the list; without a pinned chat there are none.
    enum Section {
        PINNED,
        RECENT
    }
}
