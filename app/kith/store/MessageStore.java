package kith.store;

import kith.base.PictureSize;
import kith.model.AccountId;
import kith.model.Author;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.LocalFile;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.MessageKey;
import kith.model.ReactionSet;
import kith.model.Step;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// All messages: table `message`, one row per message however many copies of it come, each in its
/// place in its chat.
///
/// What is the same message, [Identity] says; where it stands, [Positions]; what is read how,
/// [MessageReads].
///
/// Core lane only.
public final class MessageStore {

    private final Db db;
    private final Chats chats;
    private final MessageTable table;
    private final OwnMessages own;
    private final Corrections corrections;
    private final References references;
    private final Reactions reactions;
    private final Retractions retractions;
    private final MessageReads reads;
    private final Arrivals arrivals;
    private final Steps steps;
    private final UploadStore uploads;

    public MessageStore(Db db) {
        this.db = db;
        this.chats = new Chats(db);
        this.corrections = new Corrections(db);
        this.references = new References(db);
        this.reactions = new Reactions(db, chats, corrections, references);
        this.retractions = new Retractions(db, chats, references);
        this.table = new MessageTable(db, corrections, reactions, retractions);
        var positions = new Positions(db);
        this.own = new OwnMessages(db, chats, table, positions);
        this.reads = new MessageReads(db, chats);
        this.uploads = new UploadStore(db);
        this.arrivals = new Arrivals(db, chats, table, positions);
        this.steps = new Steps(db);
    }

    /// Where all that changes a message is written: it remembers for [#takeHidden] and
    /// [#takeRetracted] what else is otherwise by that.
    MessageTable table() {
        return table;
    }

    OwnMessages own() {
        return own;
    }

    /// Takes in what the user wrote, as the last of its chat. It is safe, and may be sent, once the
    /// batch is committed.
    ///
    /// @param kind what the chat is where it has to be made
    /// @param id the one it is sent with, a UUID: the same at every attempt
    /// @param at when it was written
    public Message queue(
            ChatKey chat, Chat.Kind kind, String id, Author me, Content content, Instant at) {
        return own.queue(chat, kind, id, me, content, at);
    }

    /// The same with a file that is still to be brought to where others can get it; until it is
    /// there, the message doesn't go.
    public Message queue(
            ChatKey chat, Chat.Kind kind, String id, Author me, LocalFile file, Instant at) {
        return db.atomically(
                () -> {
                    var message = own.queue(chat, kind, id, me, Content.File.of(file), at);
                    uploads.add(message, file);
                    return message;
                });
    }

    /// Takes in a message that came as one of its own: live, delayed, a carbon, a reflection. It
    /// comes after everything that the server has. Words of others count as unread.
    public Arrival add(ArrivingMessage message) {
        return taken(() -> arrivals.live(message));
    }

    /// As the other; or from an archive without its page, so that nothing is known of its
    /// neighbours there: then it stands where its stamp says, and doesn't count. [#addPage] knows
    /// better.
    public Arrival add(
            ChatKey chat,
            Chat.Kind kind,
            MessageIds ids,
            Author author,
            Instant at,
            Content content,
            boolean isFromArchive) {
        var message = new ArrivingMessage(chat, kind, ids, author, at, content);
        return isFromArchive ? taken(() -> arrivals.stray(message)) : add(message);
    }

    /// Takes in a live message while the archive is still being caught up with: it stands after
    /// whatever the archive's pages bring, until one of them has it too or [#settle] is called.
    /// Else as [#add].
    public Arrival addAhead(ArrivingMessage message) {
        return taken(() -> arrivals.ahead(message));
    }

    /// Takes in a page of an archive in the archive's order (XEP-0313 §4.3), all of it or nothing.
    ///
    /// @param archive whose: the account's own address, or a room's
    /// @param page oldest first; may be of many chats
    /// @return for each of the page, in its order
    public List<Arrival> addPage(ChatKey archive, List<ArrivingMessage> page, Direction direction) {
        return taken(
                () ->
                        switch (direction) {
                            case NEWEST -> arrivals.newest(archive, page);
                            case OVERLAP -> arrivals.overlap(archive, page);
                            case NEWER -> arrivals.newer(archive, page);
                            case AFTER_HOLE -> arrivals.afterHole(archive, page);
                            case OLDER -> arrivals.older(archive, page);
                        });
    }

    /// Gives what came ahead its place: an archive has been caught up with, or there is none.
    ///
    /// @param archive the account's own address, or a room's
    /// @return those that were moved; none of them has passed another of its chat
    public List<Message> settle(AccountId account, BareJid archive) {
        return taken(() -> arrivals.settle(account, archive));
    }

    private <T> T taken(Supplier<T> work) {
        return db.atomically(
                () -> {
                    var result = work.get();
                    arrivals.recount();
                    return result;
                });
    }

    /// Notes how far a message of ours has come. It never goes back: what is behind where it is
    /// changes nothing, and a failure after the recipient has it is none.
    ///
    /// @param id the one it was sent with
    /// @return the message where that changed it
    public Optional<Message> deliver(AccountId account, String id, Delivery delivery) {
        return own.deliver(account, id, delivery);
    }

    /// The recipient says that they have it; nothing changes where it wasn't written to them. The
    /// server has all that were written before it there.
    ///
    /// @param by which device of theirs says so
    /// @param at when it did
    /// @return those that are otherwise now, in their order
    public List<Message> deliverTo(
            AccountId account, BareJid peer, String id, Optional<Jid> by, Instant at) {
        return own.find(account, id)
                .filter(message -> message.chat().peer().equals(peer))
                .map(message -> own.arrived(message, Delivery.DELIVERED, by, at))
                .orElse(List.of());
    }

    /// A message of ours by the id it was sent with, also one written on another device.
    public Optional<Message> find(AccountId account, String id) {
        return own.find(account, id);
    }

    /// Makes a message of ours wait again that failed or went into a session that is gone.
    ///
    /// @return the message where that changed it
    public Optional<Message> requeue(AccountId account, String id) {
        return own.requeue(account, id);
    }

    /// Notes that the file of a message of ours is where others can get it: the message stands last
    /// of those that wait, as if it were written now, and may be sent.
    ///
    /// @return the message where that changed it
    public Optional<Message> uploaded(Message message, String url) {
        return own.uploaded(message, url);
    }

    /// Notes what was seen of the picture that a message is.
    ///
    /// @param bytes how large its file is
    /// @param size how large it is to be seen
    /// @return the message where that changed it; empty also where it is no file any more
    public Optional<Message> pictured(MessageKey key, long bytes, PictureSize size) {
        return find(key)
                .flatMap(
                        message ->
                                message.content() instanceof Content.File file
                                        ? Optional.of(message.with(file.seen(bytes, size)))
                                                .filter(now -> !now.equals(message))
                                        : Optional.empty())
                .map(
                        now -> {
                            table.changePicture(now);
                            return now;
                        });
    }

    /// Forgets a message of ours that failed or wasn't sent yet.
    ///
    /// @return whether it was one
    public boolean discard(Message message) {
        return own.discard(message);
    }

    /// Those of ours that the server doesn't have yet as far as we know, in the order they were
    /// written; without those whose files aren't there yet.
    ///
    /// @return immutable
    public List<Message> outstanding(AccountId account) {
        return own.outstanding(account);
    }

    /// Those of ours, in all accounts, that the server doesn't have yet as far as we know, or that
    /// failed.
    ///
    /// @return immutable
    public List<Message> pending() {
        return own.pending();
    }

    /// The newest of a chat. Here and in all that follow, corrections are with the messages that
    /// they are for.
    ///
    /// @return oldest first, at most as many as asked for; immutable
    public List<Message> newest(ChatKey chat, int limit) {
        return reads.newest(chat, limit);
    }

    /// Those just after where one stood when it was read, wherever it stands now: none between is
    /// left out.
    ///
    /// @return oldest first, at most as many as asked for; immutable
    public List<Message> following(ChatKey chat, Message read, int limit) {
        return reads.following(chat, read, limit);
    }

    /// The oldest of a chat.
    ///
    /// @return oldest first, at most as many as asked for; immutable
    public List<Message> oldest(ChatKey chat, int limit) {
        return reads.oldest(chat, limit);
    }

    /// Those just before one.
    ///
    /// @param than where it stands now is looked up: it may have moved
    /// @return oldest first; immutable
    public List<Message> older(ChatKey chat, Message than, int limit) {
        return reads.older(chat, than, limit);
    }

    /// Those just after one.
    ///
    /// @param than where it stands now is looked up: it may have moved
    /// @return oldest first; immutable
    public List<Message> newer(ChatKey chat, Message than, int limit) {
        return reads.newer(chat, than, limit);
    }

    /// The first that the server had at a time or later. The order of a chat is its archive's, so
    /// one whose clock was wrong may stand elsewhere.
    public Optional<Message> firstFrom(ChatKey chat, Instant time) {
        return reads.firstFrom(chat, time);
    }

    /// The message that a correction is for; empty where that isn't here, or not from the same
    /// sender (XEP-0308 §4).
    public Optional<Message> original(Message correction) {
        return chats.find(correction.chat()).flatMap(row -> corrections.original(row, correction));
    }

    /// The corrections of a message, oldest first; immutable.
    public List<Message> corrections(Message message) {
        return chats.find(message.chat())
                .map(row -> corrections.of(row, message.key()))
                .orElse(List.of());
    }

    /// Which emoji stand at messages of a chat, and whose: the last set of each sender (XEP-0444).
    ///
    /// @return of each that has any, the first sender first; immutable
    public Map<MessageKey, List<ReactionSet>> reactions(ChatKey chat, List<Message> messages) {
        return reactions.isAnyIn(chat)
                ? chats.find(chat)
                        .map(row -> reactions.of(row, messages))
                        .map(all -> withoutRetracted(all, messages))
                        .orElse(Map.of())
                : Map.of();
    }

    /// At what was taken back stands nothing any more.
    private static Map<MessageKey, List<ReactionSet>> withoutRetracted(
            Map<MessageKey, List<ReactionSet>> all, List<Message> messages) {
        var left = new HashMap<>(all);
        messages.stream()
                .filter(Message::isRetracted)
                .forEach(message -> left.remove(message.key()));
        return Map.copyOf(left);
    }

    /// The same of one message.
    public List<ReactionSet> reactions(Message message) {
        return reactions(message.chat(), List.of(message)).getOrDefault(message.key(), List.of());
    }

    /// What of ours waits or has failed that a later reaction of ours makes moot: each says all
    /// that is to stand (XEP-0444 §3.2).
    public List<Message> mootBy(Message reaction) {
        return own.pending().stream()
                .filter(other -> other.chat().equals(reaction.chat()))
                .filter(other -> Reactions.isLater(reaction, other))
                .filter(other -> !(other.delivery() instanceof Delivery.Sending))
                .toList();
    }

    /// What happened to messages and when, in the order of time.
    ///
    /// @return of each of which something is known
    public Map<MessageKey, List<Step>> steps(List<Message> messages) {
        return messages.isEmpty() ? Map.of() : steps.of(messages);
    }

    /// Whether a later reaction of ours says what stands at the message that this one is for.
    public boolean isMoot(Message reaction) {
        return chats.find(reaction.chat())
                .filter(row -> reactions.isMoot(row, reaction))
                .isPresent();
    }

    /// The message that a reaction is for; empty where that isn't here, and where the reaction
    /// names it by an origin-id that isn't its id.
    public Optional<Message> reactedTo(Message reaction) {
        return chats.find(reaction.chat()).flatMap(row -> references.reactedTo(row, reaction));
    }

    /// The message that shows what another says: for a correction the one that it is for, else
    /// itself.
    public Message showing(Message message) {
        return message.amends().flatMap(this::find).orElse(message);
    }

    /// The message that another answers; empty where it answers none, or that isn't here
    /// (XEP-0461).
    public Optional<Message> answered(Message reply) {
        return reply.reply()
                .flatMap(_ -> chats.find(reply.chat()))
                .flatMap(row -> references.answered(row, reply));
    }

    /// The corrections that showed themselves up to now and are with the message that they are for
    /// since the last call, because that was taken in.
    public List<Message> takeHidden() {
        return corrections.takeHidden();
    }

    /// The messages that are otherwise since the last call because they, or what they answer, were
    /// taken back.
    public List<MessageKey> takeRetracted() {
        return retractions.takeChanged();
    }

    /// A message that was taken in, as it is now, where something after it has taken it back.
    public Message current(Message taken) {
        return retractions.hasChanged(taken.key()) ? find(taken.key()).orElse(taken) : taken;
    }

    /// The messages that one takes back, or is to (XEP-0424).
    public List<Message> retracted(Message retraction) {
        return chats.find(retraction.chat())
                .map(row -> retractions.targets(row, retraction))
                .orElse(List.of());
    }

    /// Whether some of a message of ours that waits may have reached the server.
    public boolean isTried(Message message) {
        return own.isTried(message.key());
    }

    /// How many messages of a chat are unread.
    public int unread(ChatKey chat) {
        return chats.find(chat).map(chats::unread).orElse(0);
    }

    public Optional<Message> find(MessageKey message) {
        return reads.find(message);
    }

    /// Those of all chats in the order in which they came into the store.
    ///
    /// @param after the last that the caller has seen; row 0 for none
    /// @return at most as many as asked for; immutable
    public List<Message> written(MessageKey after, int limit) {
        return reads.written(after, limit);
    }

    /// The one that came into the store last.
    public Optional<MessageKey> last() {
        return reads.last();
    }

    /// What tells a chat from another that is made in its place once it is removed; empty where
    /// there is none.
    public OptionalInt incarnation(ChatKey chat) {
        return chats.find(chat).stream().mapToInt(Chats.Row::id).findFirst();
    }

    /// Every chat that has a history, in the order of [#each].
    public List<ChatKey> chats() {
        return chats.all();
    }

    /// How many a chat has.
    public long count(ChatKey chat) {
        return reads.count(chat);
    }

    /// Gives every message of a chat, or of all, to the consumer: chat by chat, each in its order.
    /// Holds some hundreds at a time.
    public void each(Optional<ChatKey> only, Consumer<Message> consumer) {
        only.map(List::of).orElseGet(chats::all).forEach(chat -> reads.each(chat, consumer));
    }

    /// How a page of an archive continues what is known of it.
    public enum Direction {
        /// Not at all: it is the newest page, and between it and what is known may be a hole. So a
        /// first sign-in begins; nothing of it counts as unread.
        NEWEST,
        /// From somewhere in what is known towards now: what was missed. Counts as unread.
        OVERLAP,
        /// On from the last page that was taken in, towards now. Counts as unread.
        NEWER,
        /// Towards now, but not surely from what is known: the archive has forgotten that, and
        /// there may be a hole. Counts as unread.
        AFTER_HOLE,
        /// From what is known up to now towards the beginning: history, which the user once read
        /// elsewhere.
        OLDER
    }
}
