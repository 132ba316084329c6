package kith.session.chat;

import kith.model.AccountId;
import kith.model.Author;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Confidant;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.LocalFile;
import kith.model.Message;
import kith.model.MessageKey;
import kith.model.Occupant;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.session.account.Links;
import kith.store.MessageStore;
import kith.xmpp.Beside;
import kith.xmpp.XmppLink;
import kith.xmpp.xep.XmppExtensions;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/// Brings out what the user wrote: into the store first, then on the wire, then waits for word of
/// it.
///
/// A message is sent only after its row is committed, and its id stays the same however often it is
/// sent. Core lane only.
public final class Outbox {

    /// So many messages of an account may be on their way to its server at most: what is lost with
    /// a session has to be asked for and sent again.
    private static final int WINDOW = 200;

    private final MessageStore store;
    private final Links links;
    private final ChatList chats;
    private final ShownMessages shown;
    private final Predicate<Message> isOpen;
    private final PrivateSending privately;
    private final MessageSending sending;
    private final Executor afterCommit;
    private final InstantSource clock;
    private final Suspicion suspicion = new Suspicion();
    private final NotSent notSent;
    private final Discarding discarding;
    private Consumer<Message> fileWanted = _ -> {};

    /// Ids of what the present batch has written: not yet to be sent, whoever asks for it. It goes
    /// out in its turn, once it is committed.
    private final Set<String> uncommitted = new HashSet<>();

    private final OnWire onWire = new OnWire();

    /// Chats in which something may have reached the server in an earlier session.
    private final Set<ChatKey> held = new HashSet<>();

    private final JammedLines jammed = new JammedLines();

    /// @param isOpen whether a room takes a message now: else it waits
    /// @param beside what is to stand beside the words of a message when it goes out
    /// @param recipients whom private messages are for
    /// @param typing knows whether others are to know when the user writes, and when no more
    /// @param afterCommit runs work on the core lane once the present batch is committed
    public Outbox(
            MessageStore store,
            Links links,
            XmppExtensions extensions,
            ChatList chats,
            ShownMessages shown,
            Predicate<Message> isOpen,
            Function<Message, Beside> beside,
            PrivateRecipients recipients,
            TypingStates typing,
            Executor afterCommit,
            InstantSource clock) {
        this.store = store;
        this.links = links;
        this.chats = chats;
        this.shown = shown;
        this.isOpen = isOpen;
        this.privately = new PrivateSending(links, recipients);
        this.sending = new MessageSending(extensions.rfc6121Messages(), beside, typing, clock);
        this.afterCommit = afterCommit;
        this.clock = clock;
        this.notSent = new NotSent(store);
        this.discarding = new Discarding(store, chats, shown, notSent, suspicion);
    }

    /// Takes in a message of the user's and sends it as soon as it can be. Where it doesn't throw,
    /// it will go out.
    ///
    /// @param words text, a correction or a retraction of a message of ours, or a reaction
    public Message write(ChatKey chat, Chat.Kind kind, Content words) {
        return write(chat, kind, words, _ -> {});
    }

    /// The same, for one person in a room alone.
    ///
    /// @param to as the user saw them; where they are there no more, it fails
    public Message write(ChatKey room, Chat.Kind kind, Occupant to, String text) {
        var words = new Content.Private(Confidant.of(to), text);
        return write(room, kind, words, message -> privately.written(message, to.visit()));
    }

    private Message write(
            ChatKey chat, Chat.Kind kind, Content words, Consumer<Message> beforeSending) {
        var me = new Author(links.address(chat.account()), Optional.empty(), true);
        var id = UUID.randomUUID().toString();
        var message = store.queue(chat, kind, id, me, words, clock.instant());
        notSent.written(message);
        beforeSending.accept(message);
        sendOnceCommitted(message);
        return message;
    }

    /// The same with a file: it goes once [#uploaded] says that others can get it.
    public Message write(ChatKey chat, Chat.Kind kind, LocalFile file) {
        var me = new Author(links.address(chat.account()), Optional.empty(), true);
        var id = UUID.randomUUID().toString();
        var message = store.queue(chat, kind, id, me, file, clock.instant());
        sendOnceCommitted(message);
        return message;
    }

    /// Says who brings files to where others can get them.
    ///
    /// @param wanted is told of a message that waits for its file
    /// @param dropped is told of one that waits no more, before it is gone
    public void onFiles(Consumer<Message> wanted, Consumer<Message> dropped) {
        fileWanted = wanted;
        discarding.onFileDropped(dropped);
    }

    /// The file of a message is where others can get it: the message goes now.
    public void uploaded(Message message, String url) {
        store.uploaded(message, url)
                .ifPresent(
                        now -> {
                            sendOnceCommitted(now);
                            shown.changed(now);
                        });
    }

    /// Shows what was written just now. What fails here keeps nothing from being sent.
    void written(Message message, Chat.Kind kind) {
        sendRest(message.chat().account());
        shown.added(message, kind, false, false);
        if (message.content() instanceof Content.Reaction) {
            store.mootBy(message).forEach(discarding::discard);
        }
        store.retracted(message).forEach(discarding::retracting);
    }

    /// A session has begun that knows nothing of the last one. Whatever waits may have reached the
    /// server already: it is held back until the archive has been asked, and so is what is written
    /// after it in the same chat.
    public void signedIn(AccountId account) {
        onWire.end(account);
        jammed.forget(account);
        held.removeIf(chat -> chat.account().equals(account));
        notSent.signedIn(account);
        store.outstanding(account).forEach(this::interrupted);
        store.outstanding(account).forEach(message -> held.add(message.chat()));
    }

    /// When the first of what waits was written.
    public Optional<Instant> waitingSince(AccountId account) {
        return store.outstanding(account).stream().map(Message::at).min(Instant::compareTo);
    }

    /// Whether something is on its way that the server has not acknowledged; without stream
    /// management it never does.
    public boolean isSending(AccountId account) {
        return onWire.unacknowledged(account) > 0;
    }

    /// A session goes on: what was written meanwhile goes out.
    public void resumed(AccountId account) {
        jammed.forget(account);
        store.outstanding(account).forEach(this::sendIfItWaits);
    }

    /// The account's archive has been asked: what it doesn't have goes out, in the order it was
    /// written, again under the same id where it was on the wire before; whoever has it already
    /// knows it by that.
    public void caughtUp(AccountId account) {
        held.removeIf(
                chat -> chat.account().equals(account) && chats.kind(chat) == Chat.Kind.CONTACT);
        notSent.asked(account);
        var outstanding = store.outstanding(account);
        suspicion.keep(account, outstanding.stream().map(it -> it.ids().stanza()).toList());
        outstanding.forEach(this::sendIfItWaits);
    }

    /// The same of a room's archive.
    public void caughtUp(ChatKey room) {
        held.remove(room);
        notSent.asked(room);
        joined(room);
    }

    /// We have come into a room: who in it was to get something in private may not be there, and
    /// somebody else be called so.
    public void entered(ChatKey room) {
        store.outstanding(room.account()).stream()
                .filter(message -> message.chat().equals(room))
                .forEach(this::interrupted);
        joined(room);
    }

    private void interrupted(Message message) {
        if (message.isPrivate()) {
            fail(message, PrivateSending.interrupted(store.isTried(message)));
        }
    }

    private void fail(Message message, Refusal refusal) {
        deliver(message.chat().account(), message.ids().stanza(), new Delivery.Failed(refusal));
    }

    /// We are in a room, or are in it still: what waits for it goes out, unless it is held back.
    public void joined(ChatKey room) {
        store.outstanding(room.account()).stream()
                .filter(message -> message.chat().equals(room))
                .forEach(this::sendIfItWaits);
    }

    /// The server has it. Of a message to a room that says nothing yet: the room may be elsewhere,
    /// and gives it its place among the others only when it sends it back to us (XEP-0045 §7.4).
    /// Nor of one that waits again, as whoever it was for had refused it before its server said
    /// this.
    public void acknowledged(AccountId account, String id) {
        suspicion.clear(account, id);
        if (onWire.acknowledged(account, id)) {
            deliver(account, id, Delivery.ON_SERVER);
        }
        sendRest(account);
    }

    /// Somebody refused it.
    public void refused(AccountId account, String id, Refusal refusal) {
        suspicion.clear(account, id);
        onWire.remove(account, id);
        deliver(account, id, new Delivery.Failed(refusal));
    }

    /// The session they were sent in is gone: they wait again, and go out once the archive has been
    /// asked.
    public void uncertain(AccountId account, List<String> ids) {
        suspicion.uncertain(account, onWire.unacknowledged(account, ids));
        onWire.end(account);
        ids.forEach(id -> requeue(account, id, PrivateSending.interrupted(true)));
    }

    /// The server has ended the session for something that it got. A message for which that happens
    /// again is set aside, and the others go on.
    ///
    /// @param text what the server said
    public void broken(AccountId account, String text) {
        suspicion
                .broken(account)
                .ifPresent(
                        id -> {
                            var refusal = new Refusal(Reason.LIMIT, text);
                            deliver(account, id, new Delivery.Failed(refusal));
                        });
    }

    /// Sends again what failed, as the same message.
    public void retry(Message message) {
        store.requeue(message.chat().account(), message.ids().stanza())
                .ifPresent(
                        queued -> {
                            onWire.remove(queued.chat().account(), queued.ids().stanza());
                            sendOnceCommitted(queued);
                            shown.changed(queued);
                        });
    }

    /// Makes one wait that was sent to a chat and has come to nobody; it goes out with the others
    /// that wait there.
    ///
    /// @param refusal why it has; with that one that is private has failed
    /// @return whether it waits; not what was never written there, whatever it is called
    public boolean waitAgain(ChatKey chat, String id, Refusal refusal) {
        var account = chat.account();
        if (store.find(account, id).filter(it -> it.chat().equals(chat)).isEmpty()) {
            return false;
        }
        suspicion.clear(account, id);
        onWire.remove(account, id);
        return requeue(account, id, refusal);
    }

    /// @param ifPrivate why one that is private does not wait
    /// @return whether it is none
    private boolean requeue(AccountId account, String id, Refusal ifPrivate) {
        var queued = store.requeue(account, id);
        var secret = queued.filter(Message::isPrivate);
        secret.ifPresentOrElse(
                message -> fail(message, ifPrivate), () -> queued.ifPresent(shown::changed));
        return secret.isEmpty();
    }

    /// Takes back what failed or was not sent yet: [Discarding#discard].
    ///
    /// @return whether it is gone; not what is on its way by now
    public boolean discard(Message message) {
        return discarding.discard(message);
    }

    /// Whether no word of a message can have reached the server.
    boolean isHere(Message message) {
        return discarding.isHere(message);
    }

    /// What waited for its commit waits in vain; what is in the store goes out with a new session.
    public void storeLost() {
        uncommitted.clear();
        notSent.storeLost();
    }

    private void sendOnceCommitted(Message message) {
        var id = message.ids().stanza();
        uncommitted.add(id);
        afterCommit.execute(
                () -> {
                    uncommitted.remove(id);
                    sendIfItWaits(message);
                });
    }

    /// It may have been taken back meanwhile, also by what became of one just before it.
    private void sendIfItWaits(Message message) {
        sendIfItWaits(message.key());
    }

    private void sendIfItWaits(MessageKey message) {
        store.find(message)
                .filter(it -> Delivery.isOutstanding(it.delivery()))
                .ifPresent(this::send);
    }

    private void send(Message message) {
        if (MessageSending.isWithoutFile(message)) {
            fileWanted.accept(message);
            return;
        }
        var chat = message.chat();
        var kind = chats.kind(chat);
        if (isObstructed(message)) {
            return;
        }
        if (held.contains(chat) || (kind == Chat.Kind.ROOM && !isOpen.test(message))) {
            return;
        }
        if (message.isRetracted() && discarding.isHere(message)) {
            // with what was to take it back: nobody has anything of either
            discarding.discard(message);
        }
        if (!MessageSending.isSendable(message.content())) {
            return;
        }
        if (jammed.has(chat.account())) {
            jammed.add(message);
            return;
        }
        var id = message.ids().stanza();
        if (uncommitted.contains(id) || onWire.has(chat.account(), id)) {
            return;
        }
        boolean isSent =
                links.online(chat.account())
                        .filter(link -> hasRoom(chat.account(), link))
                        .filter(link -> send(link, message, kind))
                        .isPresent();
        if (isSent) {
            onWire.put(chat.account(), id, PrivateSending.confirming(message, kind));
            deliver(chat.account(), id, Delivery.SENDING);
        } else if (links.online(chat.account()).isPresent()) {
            jammed.add(message);
        }
    }

    /// What can't go now, and later must not, has failed.
    private boolean isObstructed(Message message) {
        var id = message.ids().stanza();
        if (uncommitted.contains(id) || onWire.has(message.chat().account(), id)) {
            return false;
        }
        var refusal = privately.obstacle(message);
        refusal.ifPresent(why -> fail(message, why));
        return refusal.isPresent();
    }

    /// @return whether the line took it
    private boolean send(XmppLink link, Message message, Chat.Kind kind) {
        notSent.remove(message);
        return sending.send(link, message, kind);
    }

    /// Tries a line that took no more: once for all that happens in one batch.
    private void sendRest(AccountId account) {
        if (jammed.retry(account)) {
            afterCommit.execute(() -> jammed.drain(account, this::sendIfItWaits));
        }
    }

    private boolean hasRoom(AccountId account, XmppLink link) {
        int most = suspicion.isOn(account) ? 1 : WINDOW;
        return onWire.unacknowledged(account) < most || !link.isAcknowledging();
    }

    private void deliver(AccountId account, String id, Delivery delivery) {
        store.deliver(account, id, delivery)
                .ifPresent(
                        message -> {
                            shown.changed(message);
                            discardMoot(message);
                        });
    }

    /// A reaction that was refused is nothing to send again where a later one says what stands.
    private void discardMoot(Message message) {
        if (message.delivery() instanceof Delivery.Failed && store.isMoot(message)) {
            discarding.discard(message);
        }
    }
}
