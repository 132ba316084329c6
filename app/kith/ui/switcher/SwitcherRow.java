package kith.ui.switcher;

import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Presence;
import kith.ui.keys.KeyAction;

import org.jxmpp.jid.BareJid;

import java.util.BitSet;
import java.util.Optional;

/// One row of what the switcher has found.
public sealed interface SwitcherRow {

    /// What stays the same while what the row says changes.
    Object key();

    /// What is found, by kind, in the order it is shown.
    enum Section {
        CHATS,
        CONTACTS,
        ROOMS,
        ACTIONS
    }

    /// What Enter can be for.
    sealed interface Choice extends SwitcherRow {

        /// Whether Enter is for it.
        boolean isCurrent();

        /// The same with Enter for it.
        Choice asCurrent();
    }

    /// The head of a section.
    record Head(Section section) implements SwitcherRow {

        @Override
        public Object key() {
            return section;
        }
    }

    /// A chat, a contact or a room to go to.
    ///
    /// @param name what it is called, and which characters of that were found
    /// @param address of whom or where, and which characters of that were found
    /// @param presence of a contact who shares it
    /// @param own the user's own address, where the same is there for several accounts
    /// @param tab its place among the tabs, counted from 1; none where it isn't open
    /// @param isSelected whether it is what the selected tab shows
    /// @param isCurrent whether Enter is for it
    /// @param isPicked whether it is one of several that are chosen
    record Place(
            ChatKey key,
            Chat.Kind kind,
            Found name,
            Found address,
            Optional<Presence> presence,
            Optional<BareJid> own,
            int unread,
            boolean isMentioned,
            Optional<Integer> tab,
            boolean isSelected,
            boolean isCurrent,
            boolean isPicked)
            implements Choice {

        @Override
        public Place asCurrent() {
            return new Place(
                    key,
                    kind,
                    name,
                    address,
                    presence,
                    own,
                    unread,
                    isMentioned,
                    tab,
                    isSelected,
                    true,
                    isPicked);
        }

        Place asPicked() {
            return new Place(
                    key,
                    kind,
                    name,
                    address,
                    presence,
                    own,
                    unread,
                    isMentioned,
                    tab,
                    isSelected,
                    isCurrent,
                    true);
        }
    }

    /// Something to do.
    ///
    /// @param name what it is called, and which characters of that were found
    /// @param isCurrent whether Enter is for it
    record Action(KeyAction key, Found name, boolean isCurrent) implements Choice {

        @Override
        public Action asCurrent() {
            return new Action(key, name, true);
        }
    }

    /// Searching all messages for what was typed.
    ///
    /// @param isCurrent whether Enter is for it
    record Messages(String words, boolean isCurrent) implements Choice {

        @Override
        public Object key() {
            return Messages.class;
        }

        @Override
        public Messages asCurrent() {
            return new Messages(words, true);
        }
    }

    /// Words, and which of their characters are what the user typed.
    ///
    /// @param characters indices of UTF-16 units; not to be changed
    record Found(String words, BitSet characters) {}
}
