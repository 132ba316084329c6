package kith.session.chat;

import kith.base.Lane;
import kith.model.ChatKey;
import kith.model.MessageKey;
import kith.session.account.Links;
import kith.store.MessageStore;
import kith.xmpp.xep.XmppExtensions;

import org.jxmpp.jid.Jid;

/// What the user does in a chat. Any thread.
public final class ChatService {

    private final MessageStore store;
    private final ChatList chats;
    private final ReadMarks reads;
    private final Outbox outbox;
    private final Links links;
    private final XmppExtensions extensions;
    private final Lane core;

    public ChatService(
            MessageStore store,
            ChatList chats,
            ReadMarks reads,
            Outbox outbox,
            Links links,
            XmppExtensions extensions,
            Lane core) {
        this.store = store;
        this.chats = chats;
        this.reads = reads;
        this.outbox = outbox;
        this.links = links;
        this.extensions = extensions;
        this.core = core;
    }

    /// Sends a message; it shows at once as queued.
    public void send(ChatKey chat, String text) {
        core.execute(
                () -> {
                    if (links.knows(chat.account())) {
                        outbox.write(chat, chats.kind(chat), text);
                    }
                });
    }

    /// Sends again a message of ours that failed.
    public void retry(MessageKey message) {
        core.execute(() -> store.find(message).ifPresent(outbox::retry));
    }

    /// Takes back a message of ours that failed or was not sent yet; it is gone from the history.
    public void discard(MessageKey message) {
        core.execute(() -> store.find(message).ifPresent(outbox::discard));
    }

    /// Marks all messages of a chat as read.
    public void markRead(ChatKey chat) {
        core.execute(() -> reads.read(chat));
    }

    /// Tells the other side that the user is writing, or has stopped (XEP-0085).
    public void setTyping(ChatKey chat, boolean isTyping) {
        core.execute(
                () ->
                        links.online(chat.account())
                                .ifPresent(
                                        link ->
                                                extensions
                                                        .xep0085ChatStates()
                                                        .send(
                                                                link,
                                                                chat,
                                                                chats.kind(chat),
                                                                isTyping)));
    }

    /// Someone on the other side is writing, or has stopped. Core lane only.
    public void typing(ChatKey chat, Jid sender, boolean isTyping) {
        chats.typing(chat, sender, isTyping);
    }
}
