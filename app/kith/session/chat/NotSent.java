package kith.session.chat;

import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Delivery;
import kith.model.Message;
import kith.store.MessageStore;

import java.util.HashSet;
import java.util.Set;

/// Which messages of ours nobody can have a word of: such are taken back without telling anyone.
/// Core lane only.
///
/// Of what this run has written it knows. What is left of an earlier one may have gone out in its
/// last moment, before it was noted that it was tried: only once the archive was asked and doesn't
/// have it, that note says the truth.
final class NotSent {

    private final MessageStore store;

    /// What this run has written and no line was given yet.
    private final Set<String> written = new HashSet<>();

    private final Set<AccountId> askedAccounts = new HashSet<>();
    private final Set<ChatKey> askedRooms = new HashSet<>();

    NotSent(MessageStore store) {
        this.store = store;
    }

    /// Whether that is so of one.
    boolean contains(Message message, Chat.Kind kind) {
        return message.delivery() instanceof Delivery.Queued
                && (written.contains(message.ids().stanza())
                        || (isAsked(message.chat(), kind) && !store.isTried(message)));
    }

    private boolean isAsked(ChatKey chat, Chat.Kind kind) {
        return switch (kind) {
            case ROOM -> askedRooms.contains(chat);
            case CONTACT -> askedAccounts.contains(chat.account());
        };
    }

    void written(Message message) {
        written.add(message.ids().stanza());
    }

    /// A line is given it, or it is gone.
    void remove(Message message) {
        written.remove(message.ids().stanza());
    }

    /// An account's archive was asked for all that was missed.
    void asked(AccountId account) {
        askedAccounts.add(account);
    }

    /// The same of a room's.
    void asked(ChatKey room) {
        askedRooms.add(room);
    }

    /// What was noted since the last commit is lost: that something was tried, it may be.
    void storeLost() {
        askedAccounts.clear();
        askedRooms.clear();
    }

    /// What went into the session before may be in an archive.
    void signedIn(AccountId account) {
        askedAccounts.remove(account);
        askedRooms.removeIf(room -> room.account().equals(account));
    }
}
