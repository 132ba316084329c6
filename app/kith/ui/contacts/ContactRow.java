package kith.ui.contacts;

import kith.model.ChatKey;
import kith.model.Contact;

/// One row of the roster.
public sealed interface ContactRow {

    /// What stays the same while what the row says changes.
    Object key();

    /// Someone who asks to see the user's presence.
    ///
    /// @param text what they wrote with it; may be empty
    /// @param isUnsent whether the user has answered and the answer could not be sent
    record Request(ChatKey from, String text, boolean isUnsent) implements ContactRow {

        @Override
        public Object key() {
            return new RequestKey(from);
        }
    }

    /// The head of a group.
    ///
    /// @param group empty for those who are in none
    /// @param online how many of them can be reached
    record Head(String group, int online, int total, boolean isCollapsed) implements ContactRow {

        @Override
        public Object key() {
            return group;
        }
    }

    /// Someone in a group; who is in two groups has two rows.
    ///
    /// @param key kept, since it is asked for often
    /// @param isSelected whether it is what the selected tab shows
    record Person(PersonKey key, Contact contact, boolean isSelected) implements ContactRow {}

    /// The key of a request.
    record RequestKey(ChatKey from) {}

    /// The key of someone in a group.
    record PersonKey(ChatKey chat, String group) {}
}
