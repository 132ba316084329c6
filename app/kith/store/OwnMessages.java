package kith.store;

import kith.model.AccountId;
import kith.model.Author;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.MessageKey;

import org.jxmpp.jid.Jid;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Our own messages, and how far each has come: tables `sent` and `outbox` beside `message`.
final class OwnMessages {

    // LEFT, here and elsewhere, because H2 takes such joins in the order they stand in; of others
    // it may begin with the chat, when it prepares the statement on a history that is still empty.
    private static final String BY_ID =
            "SELECT "
                    + MessageRows.COLUMNS
                    + """
                    , c.account, c.peer FROM sent s LEFT JOIN message m ON m.id = s.message
                    LEFT JOIN chat c ON c.id = m.chat WHERE s.account = ? AND s.id = ?
                    """;

    private static final String OUTSTANDING =
            "SELECT "
                    + MessageRows.COLUMNS
                    + """
                    , c.account, c.peer FROM outbox o LEFT JOIN message m ON m.id = o.message
                    LEFT JOIN chat c ON c.id = m.chat
                    WHERE c.account = ? AND NOT o.failed
                        AND NOT (m.content = 'FILE' AND m.body = '')
                    ORDER BY m.position, m.id
                    """;

    private static final String PENDING =
            "SELECT "
                    + MessageRows.COLUMNS
                    + """
                    , c.account, c.peer FROM outbox o LEFT JOIN message m ON m.id = o.message
                    LEFT JOIN chat c ON c.id = m.chat ORDER BY m.position, m.id
                    """;

    private static final String TRIED = "SELECT message FROM outbox WHERE message = ? AND tried";

    private static final String DISCARD =
            "DELETE FROM message WHERE id = ? AND delivery IN ('QUEUED', 'FAILED')";

    private final Db db;
    private final Chats chats;
    private final MessageTable table;
    private final Positions positions;
    private final Steps steps;

    OwnMessages(Db db, Chats chats, MessageTable table, Positions positions) {
        this.db = db;
        this.chats = chats;
        this.table = table;
        this.positions = positions;
        this.steps = new Steps(db);
    }

    Message queue(ChatKey key, Chat.Kind kind, String id, Author me, Content content, Instant at) {
        return db.atomically(
                () -> {
                    var chat = chats.ensure(key, kind);
                    var added =
                            table.addOwn(
                                    chat,
                                    new Message(
                                            new MessageKey(0),
                                            key,
                                            MessageIds.own(id),
                                            me,
                                            at.truncatedTo(ChronoUnit.MILLIS),
                                            positions.pending(chat),
                                            Limits.fitting(content),
                                            Delivery.QUEUED));
                    steps.add(added.key(), Delivery.QUEUED, Optional.empty(), at);
                    return added;
                });
    }

    Optional<Message> deliver(AccountId account, String id, Delivery delivery) {
        return db.atomically(() -> deliver(account, id, delivery, Optional.empty(), db.heardAt()));
    }

    /// @param by the device that says so
    /// @param at when it did
    private Optional<Message> deliver(
            AccountId account, String id, Delivery delivery, Optional<Jid> by, Instant at) {
        var message = find(account, id);
        message.filter(it -> isNews(it, delivery))
                .ifPresent(
                        it -> {
                            if (isHeard(delivery) && Delivery.isOutstanding(it.delivery())) {
                                steps.add(it.key(), Delivery.ON_SERVER, Optional.empty(), at);
                            }
                            steps.add(it.key(), delivery, by, at);
                        });
        return message.filter(it -> isProgress(it.delivery(), delivery))
                .map(it -> change(it, delivery));
    }

    /// Whether the recipient says so: then the server had it by that time, and what it says of that
    /// later is later than it was.
    private static boolean isHeard(Delivery delivery) {
        return delivery instanceof Delivery.Delivered || delivery instanceof Delivery.Read;
    }

    /// Whether it says something of the message, be it further already: that a second device has
    /// it.
    private static boolean isNews(Message message, Delivery delivery) {
        return switch (delivery) {
            case Delivery.Delivered _, Delivery.Read _ -> true;
            default -> isProgress(message.delivery(), delivery);
        };
    }

    /// One has come to its recipient. So the server has all that were written before it in the
    /// chat: they go out in that order each time, over one stream, whose stanzas it handles in turn
    /// (RFC 6120 §10.1). Word of it may come before its acknowledgements, or after a restart
    /// without.
    ///
    /// @param by the device that says so
    /// @param at when it did
    /// @return those that are otherwise now, in their order
    List<Message> arrived(Message message, Delivery delivery, Optional<Jid> by, Instant at) {
        return db.atomically(
                () -> {
                    var changed = new ArrayList<Message>();
                    outstandingBefore(message)
                            .forEach(
                                    each -> {
                                        changed.add(change(each, Delivery.ON_SERVER));
                                        step(each, Delivery.ON_SERVER, Optional.empty(), at);
                                    });
                    deliver(message.chat().account(), message.ids().stanza(), delivery, by, at)
                            .ifPresent(changed::add);
                    return changed;
                });
    }

    /// Notes that a message has come so far.
    void step(Message message, Delivery delivery, Optional<Jid> by, Instant at) {
        steps.add(message.key(), delivery, by, at);
    }

    private List<Message> outstandingBefore(Message message) {
        if (!Delivery.isOutstanding(message.delivery())) {
            return List.of();
        }
        return outstanding(message.chat().account()).stream()
                .filter(each -> each.chat().equals(message.chat()))
                .filter(each -> each.position() < message.position())
                .toList();
    }

    Optional<Message> requeue(AccountId account, String id) {
        return find(account, id)
                .filter(
                        message ->
                                message.delivery() instanceof Delivery.Sending
                                        || message.delivery() instanceof Delivery.Failed)
                .map(message -> change(message, Delivery.QUEUED));
    }

    /// A file is where others can get it: its message may go now, and stands last, as if it were
    /// written now.
    Optional<Message> uploaded(Message message, String url) {
        if (!(message.content() instanceof Content.File file)
                || file.url().isPresent()
                || !(message.delivery() instanceof Delivery.Queued)) {
            return Optional.empty();
        }
        return Optional.of(
                db.atomically(
                        () -> {
                            var chat = chats.find(message.chat()).orElseThrow();
                            var now =
                                    message.with(file.at(url))
                                            .movedTo(positions.pending(chat), db.now());
                            table.changeFile(now);
                            db.update("DELETE FROM upload WHERE message = ?", message.key().row());
                            return now;
                        }));
    }

    boolean discard(Message message) {
        return db.atomically(
                () -> {
                    var chat = chats.find(message.chat()).orElseThrow();
                    boolean isGone = db.update(DISCARD, message.key().row()) > 0;
                    if (isGone) {
                        table.removed(chat, message);
                    }
                    return isGone;
                });
    }

    /// Whether some of a message that waits may have reached the server.
    boolean isTried(MessageKey message) {
        return db.find(TRIED, row -> row.getLong(1), message.row()).isPresent();
    }

    List<Message> outstanding(AccountId account) {
        return db.query(OUTSTANDING, MessageRows::ofAny, account);
    }

    List<Message> pending() {
        return db.query(PENDING, MessageRows::ofAny);
    }

    /// A message of ours by the id it was sent with, also one written on another device.
    Optional<Message> find(AccountId account, String id) {
        return db.find(BY_ID, MessageRows::ofAny, account, id);
    }

    private Message change(Message message, Delivery delivery) {
        return db.atomically(
                () -> {
                    var chat = chats.find(message.chat()).orElseThrow();
                    var now = placed(chat, message, delivery);
                    var changed = table.change(chat, now);
                    if (now.position() < Positions.PENDING && !now.isPrivate()) {
                        chats.begin(chat, now.key());
                    }
                    return changed;
                });
    }

    /// Once it waits no more, it stands after all that the server has, at the time it got there;
    /// one that waits again stands last again, as if it were written now.
    private Message placed(Chats.Row chat, Message message, Delivery delivery) {
        boolean wasWaiting = Delivery.isOutstanding(message.delivery());
        boolean isWaiting = Delivery.isOutstanding(delivery);
        if (wasWaiting == isWaiting) {
            return message.with(delivery);
        }
        return isWaiting
                ? message.with(delivery).movedTo(positions.pending(chat), db.now())
                : message.with(delivery).movedTo(positions.last(chat, db.now()), db.now());
    }

    /// Whether one follows the other. A receipt may come after a failure: one device has refused
    /// it, another has it.
    private static boolean isProgress(Delivery from, Delivery to) {
        return switch (to) {
            case Delivery.Received _, Delivery.Queued _ -> false;
            case Delivery.Sending _ -> from instanceof Delivery.Queued;
            case Delivery.OnServer _ -> Delivery.isOutstanding(from);
            case Delivery.Delivered _ ->
                    !(from instanceof Delivery.Delivered || from instanceof Delivery.Read);
            case Delivery.Read _ -> !(from instanceof Delivery.Read);
            case Delivery.Failed _ ->
                    Delivery.isOutstanding(from) || from instanceof Delivery.OnServer;
        };
    }
}
