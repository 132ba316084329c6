package kith.ui.chats;

import kith.model.Alerts;
import kith.model.Chat;
import kith.model.ChatFlags;
import kith.model.ChatKey;
import kith.model.Presence;

import java.util.Optional;

/// One chat in the list.
///
/// @param presence of a contact who shares it
/// @param draft what the user has begun to write; never of the selected one, which shows it itself
/// @param isSelected whether it is what the selected tab shows
/// @param usual of which messages one is told in such a chat where nothing is chosen
/// @param nick what we are called in a room, where that is known
/// @param isFound whether it is here because of what the user typed, out of its section
/// @param isAsked whether somebody in the room waits for the user's answer
public record ChatRow(
        Chat chat,
        Optional<Presence> presence,
        Optional<String> draft,
        boolean isSelected,
        ChatFlags flags,
        Alerts usual,
        Optional<String> nick,
        boolean isFound,
        boolean isAsked)
        implements ChatItem {

    /// One in the list as it is, for which nothing was chosen.
    public ChatRow(
            Chat chat, Optional<Presence> presence, Optional<String> draft, boolean isSelected) {
        this(
                chat,
                presence,
                draft,
                isSelected,
                ChatFlags.NONE,
                Alerts.ALL,
                Optional.empty(),
                false,
                false);
    }

    @Override
    public ChatKey key() {
        return chat.key();
    }

    /// Whether something waits there, or the user wants it to look so.
    public boolean isUnread() {
        return chat.unread() > 0 || flags.isMarkedUnread();
    }

    /// Of which of its messages the user is told now.
    public Alerts alerts() {
        return flags.alerts(usual);
    }

    /// What they have chosen to be told of.
    Alerts choice() {
        return flags.choice(usual);
    }

    /// Whether what waits there is nothing that the user is told of: it is shown, but quietly.
    public boolean isQuiet() {
        return alerts() == Alerts.NEVER || (alerts().count(chat) == 0 && !flags.isMarkedUnread());
    }

    /// Whether it stands among the pinned, where it can be moved.
    public boolean isInPinned() {
        return flags.isPinned() && !isFound;
    }
}
