package kith.session.chat;

import kith.model.Chat;
import kith.model.Content;
import kith.model.Message;
import kith.session.feed.EventFeed;
import kith.session.feed.SessionEvent;
import kith.store.MessageStore;

import java.util.List;

/// Tells everyone who shows messages what has become of one in the store: the chat list, the open
/// timelines, and who listens to what happens. Core lane only.
///
/// A correction is shown by the message that it is for (XEP-0308), as soon as that is here; a
/// reaction is shown by its message only (XEP-0444), and is nothing to a list of chats; neither is
/// what takes back a message (XEP-0424), which shows that itself.
public final class ShownMessages {

    private final MessageStore store;
    private final ChatList chats;
    private final Timelines timelines;
    private final EventFeed feed;

    public ShownMessages(MessageStore store, ChatList chats, Timelines timelines, EventFeed feed) {
        this.store = store;
        this.chats = chats;
        this.timelines = timelines;
        this.feed = feed;
    }

    /// It is new.
    void added(Message added, Chat.Kind kind, boolean isUnread, boolean isMention) {
        oneAdded(added, kind, isUnread, isMention);
        showRetracted();
    }

    /// The same of one of several that came together, which may take back one another: once all are
    /// shown, [#showRetracted] is to follow, and not before.
    void oneAdded(Message added, Chat.Kind kind, boolean isUnread, boolean isMention) {
        if (added.isAboutAnother()) {
            showAtAnother(added);
            feed.tell(new SessionEvent.MessageAdded(added));
            return;
        }
        hideThoseWithAnother();
        var message = current(added);
        if (message.amends().isPresent()) {
            message.amends().flatMap(store::find).ifPresent(this::showChanged);
        } else {
            chats.added(message, kind, isUnread, isMention);
            timelines.added(message);
        }
        feed.tell(new SessionEvent.MessageAdded(message));
    }

    /// Something of it is otherwise now.
    public void changed(Message message) {
        oneChanged(message);
        showRetracted();
    }

    /// The same of one of several, as [#oneAdded].
    void oneChanged(Message message) {
        showChanged(store.current(message));
    }

    /// Something of each is otherwise now.
    void changed(List<Message> messages) {
        messages.forEach(this::oneChanged);
        showRetracted();
    }

    private void showChanged(Message message) {
        if (message.isAboutAnother()) {
            showAtAnother(message);
            feed.tell(new SessionEvent.MessageChanged(message));
            return;
        }
        hideThoseWithAnother();
        if (message.content() instanceof Content.Correction || message.amends().isPresent()) {
            show(message); // also one that has no words any more
            message.amends()
                    .flatMap(store::find)
                    .or(() -> store.original(message))
                    .ifPresent(this::showChanged);
        } else {
            chats.changed(message, () -> store.newest(message.chat(), 1));
            timelines.changed(message);
        }
        feed.tell(new SessionEvent.MessageChanged(message));
    }

    /// It is gone; what it was for says what it said before.
    void removed(Message message) {
        showAtAnother(message);
        hide(message);
        message.amends().flatMap(store::find).ifPresent(this::changed);
        feed.tell(new SessionEvent.MessageRemoved(message));
        showRetracted();
    }

    private void showAtAnother(Message message) {
        if (message.content() instanceof Content.Reaction) {
            timelines.reacted(message);
        }
    }

    /// What was taken back, and what repeats words of such, is otherwise now; and what was unread
    /// of it is that no more.
    void showRetracted() {
        for (var key : store.takeRetracted()) {
            store.find(key)
                    .ifPresent(
                            message -> {
                                showChanged(message);
                                chats.readElsewhere(message.chat(), store.unread(message.chat()));
                            });
        }
    }

    /// Whoever keeps them elsewhere is told, too. Of what a lost batch has hidden the store says so
    /// no more.
    private void hideThoseWithAnother() {
        store.takeHidden().stream()
                .flatMap(hidden -> store.find(hidden.key()).stream())
                .filter(correction -> correction.amends().isPresent())
                .forEach(
                        correction -> {
                            hide(correction);
                            feed.tell(new SessionEvent.MessageChanged(correction));
                        });
    }

    /// A correction may have found its message since, on the page that both came with, and a
    /// message what takes it back.
    private Message current(Message added) {
        return added.content() instanceof Content.Correction
                ? store.find(added.key()).orElse(added)
                : store.current(added);
    }

    private void show(Message correction) {
        if (correction.amends().isPresent()) {
            hide(correction);
        } else {
            chats.changed(correction, () -> store.newest(correction.chat(), 1));
            timelines.put(correction);
        }
    }

    private void hide(Message message) {
        timelines.removed(message);
        chats.removed(message.chat(), message.key(), () -> store.newest(message.chat(), 1));
    }
}
