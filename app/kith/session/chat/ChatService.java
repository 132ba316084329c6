package kith.session.chat;

import kith.base.Lane;
import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Emoji;
import kith.model.LocalFile;
import kith.model.Message;
import kith.model.MessageKey;
import kith.model.Occupant;
import kith.session.account.Links;
import kith.store.MessageStore;

import org.jxmpp.jid.Jid;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What the user does in a chat. Any thread.
public final class ChatService {

    private final MessageStore store;
    private final ChatList chats;
    private final ReadMarks reads;
    private final Outbox outbox;
    private final TypingStates typing;
    private final DraftEdits edits;
    private final Links links;
    private final Answers answers;
    private final Supplier<CompletionStage<Void>> committed;
    private final Lane core;

    /// @param nick ours in a room
    /// @param committed tells whether what the present batch writes is kept
    public ChatService(
            MessageStore store,
            ChatList chats,
            ReadMarks reads,
            Outbox outbox,
            TypingStates typing,
            DraftEdits edits,
            Links links,
            Function<ChatKey, Optional<String>> nick,
            Supplier<CompletionStage<Void>> committed,
            Lane core) {
        this.store = store;
        this.chats = chats;
        this.reads = reads;
        this.outbox = outbox;
        this.typing = typing;
        this.edits = edits;
        this.links = links;
        this.answers = new Answers(nick);
        this.committed = committed;
        this.core = core;
    }

    /// Sends a message; it shows at once as queued.
    ///
    /// @return completes on the core lane, with the message, once that will be there after a
    ///   restart; fails where it can't be kept, and nothing of it is sent then
    public CompletionStage<Message> send(ChatKey chat, String text) {
        return writing(kept -> write(chat, new Content.Text(text), kept));
    }

    /// Sends a file: it shows at once, is brought to where others can get it, and only then is said
    /// to be there (XEP-0363, XEP-0066).
    ///
    /// @return as [#send]; that it is kept says nothing of whether it will get there
    public CompletionStage<Message> send(ChatKey chat, LocalFile file) {
        return writing(kept -> write(chat, true, kept, kind -> outbox.write(chat, kind, file)));
    }

    /// Sends a message that answers another (XEP-0461); where that is gone, one that answers none.
    ///
    /// @return as [#send]
    public CompletionStage<Message> reply(ChatKey chat, MessageKey to, String text) {
        return writing(
                kept ->
                        write(
                                chat,
                                store.find(to)
                                        .map(store::showing)
                                        .map(it -> answers.to(it, chats.kind(chat), text))
                                        .orElseGet(() -> new Content.Text(text)),
                                kept));
    }

    /// Says something to one person in a room alone (XEP-0045 §7.5). Where they are there no more,
    /// it shows as not sent, whoever is called so by now.
    ///
    /// @param to as the user saw them
    /// @return as [#send]
    public CompletionStage<Message> whisper(ChatKey room, Occupant to, String text) {
        return writing(kept -> write(room, true, kept, kind -> outbox.write(room, kind, to, text)));
    }

    /// Sends words that the user has read elsewhere. That says nothing of what they have read in
    /// the chat these go to.
    ///
    /// @param kind what the chat is where it has to be made
    /// @return as [#send]
    public CompletionStage<Message> forward(ChatKey chat, Chat.Kind kind, String text) {
        return writing(
                kept -> {
                    if (!links.knows(chat.account())) {
                        return false; // nor is a chat made for it
                    }
                    chats.ensure(chat, kind);
                    return write(chat, new Content.Text(text), false, kept);
                });
    }

    /// Puts other words in place of those of a message of ours (XEP-0308); they show at once.
    ///
    /// @return as [#send], of the correction, or the message itself where it says that already;
    ///   cancelled where it can't be changed, or not any more
    public CompletionStage<Message> correct(MessageKey message, String text) {
        return writing(
                kept ->
                        store.find(message)
                                .filter(Message::isCorrectable)
                                .filter(it -> correct(it, text, kept))
                                .isPresent());
    }

    private boolean correct(Message message, String text, CompletableFuture<Message> kept) {
        return message.words().equals(Optional.of(text))
                ? kept.complete(message)
                : write(message.chat(), Answers.corrected(message, text), kept);
    }

    /// Puts an emoji to a message, ours or another's, beside those that we have put there already,
    /// or takes it back where it is one of them (XEP-0444); it shows at once.
    ///
    /// @return as [#send], of the reaction; cancelled where nothing changes by it, or there is no
    ///   way to refer to the message, as in a room that gives its messages no ids
    public CompletionStage<Message> toggleReaction(MessageKey message, String emoji) {
        var toggled = Emoji.accepted(List.of(emoji));
        return writing(
                kept -> store.find(message).filter(it -> toggle(it, toggled, kept)).isPresent());
    }

    private boolean toggle(Message to, List<String> toggled, CompletableFuture<Message> kept) {
        var before =
                store.reactions(to).stream()
                        .filter(set -> set.author().isMine())
                        .flatMap(set -> set.emoji().stream())
                        .toList();
        var after =
                before.containsAll(toggled)
                        ? before.stream().filter(each -> !toggled.contains(each)).toList()
                        : Emoji.accepted(Stream.concat(before.stream(), toggled.stream()).toList());
        return !after.equals(before)
                && to.reactionTarget(chats.kind(to.chat()))
                        .filter(name -> write(to.chat(), new Content.Reaction(name, after), kept))
                        .isPresent();
    }

    /// Takes back a message of ours for everyone (XEP-0424); it shows no words at once. One that
    /// has not left is gone, and nobody is told anything. What has failed to take it back is sent
    /// again.
    ///
    /// @return as [#send], of what takes it back; cancelled where nothing is sent, and where there
    ///   is no way to refer to the message
    public CompletionStage<Message> retract(MessageKey message) {
        return writing(
                kept ->
                        store.find(message)
                                .map(store::showing)
                                .filter(Message::isMine)
                                .filter(it -> retract(it, kept))
                                .isPresent());
    }

    private boolean retract(Message message, CompletableFuture<Message> kept) {
        if (message.retracting().isPresent()) {
            message.retracting()
                    .flatMap(it -> store.find(it.by()))
                    .filter(it -> it.delivery() instanceof Delivery.Failed)
                    .ifPresent(outbox::retry);
            return false;
        }
        if (outbox.isHere(message)) {
            outbox.discard(message);
            return false;
        }
        return message.retractionTarget(chats.kind(message.chat()))
                .map(Content.Retraction::new)
                .filter(it -> write(message.chat(), it, kept))
                .isPresent();
    }

    /// @param work whether it has written something
    private CompletionStage<Message> writing(Predicate<CompletableFuture<Message>> work) {
        var kept = new CompletableFuture<Message>();
        core.execute(
                () -> {
                    try {
                        if (!work.test(kept)) {
                            kept.cancel(false);
                        }
                    } catch (RuntimeException | Error failure) {
                        kept.completeExceptionally(failure); // whoever has the words keeps them
                        throw failure;
                    }
                });
        return kept;
    }

    private boolean write(ChatKey chat, Content words, CompletableFuture<Message> kept) {
        return write(chat, words, true, kept);
    }

    private boolean write(
            ChatKey chat, Content words, boolean isAnswer, CompletableFuture<Message> kept) {
        return write(chat, isAnswer, kept, kind -> outbox.write(chat, kind, words));
    }

    /// @param isAnswer whether who writes that, unless it only says something about another
    ///   message, has read what is there
    private boolean write(
            ChatKey chat,
            boolean isAnswer,
            CompletableFuture<Message> kept,
            Function<Chat.Kind, Message> writing) {
        if (!links.knows(chat.account())) {
            return false;
        }
        var kind = chats.kind(chat);
        var message = writing.apply(kind);
        committed
                .get()
                .whenComplete(
                        (done, failure) -> {
                            if (failure == null) {
                                kept.complete(message);
                            } else {
                                kept.completeExceptionally(failure);
                            }
                        });
        if (isAnswer && !message.isAboutAnother()) {
            core.guarded(() -> reads.read(chat)); // it goes out, whatever fails from here on
        }
        core.guarded(() -> outbox.written(message, kind));
        return true;
    }

    /// Sends again a message of ours that failed.
    public void retry(MessageKey message) {
        core.execute(() -> store.find(message).ifPresent(outbox::retry));
    }

    /// Takes back a message of ours that failed or was not sent yet; it is gone from the history.
    public void discard(MessageKey message) {
        core.execute(() -> store.find(message).ifPresent(this::discard));
    }

    private void discard(Message message) {
        if (outbox.discard(message)) {
            edits.gone(message.chat(), message.key());
        }
    }

    /// Marks all messages of a chat as read.
    public void markRead(ChatKey chat) {
        core.execute(() -> reads.read(chat));
    }

    /// The user is writing, or has stopped; the other side is told where they let it be told.
    public void setTyping(ChatKey chat, boolean isTyping) {
        core.execute(() -> typing.set(chat, isTyping));
    }

    /// A session has begun that knows nothing of the last one. Core lane only.
    public void signedIn(AccountId account) {
        typing.signedIn(account);
    }

    /// A session goes on. Core lane only.
    public void resumed(AccountId account) {
        typing.resumed(account);
    }

    /// We are in a room. Core lane only.
    public void joined(ChatKey room) {
        typing.joined(room);
    }

    /// Someone on the other side is writing, or has stopped. Core lane only.
    public void typing(ChatKey chat, Jid sender, boolean isTyping) {
        chats.typing(chat, sender.getResourceOrEmpty().toString(), isTyping);
    }

    /// Someone who may have been writing is there no more. Core lane only.
    ///
    /// @param who in a room their nick, else their device
    public void gone(ChatKey chat, String who) {
        chats.typing(chat, who, false);
    }

    /// We are in a room no more. Core lane only.
    public void out(ChatKey room) {
        chats.out(room);
    }
}
