package kith.store;

import kith.model.Chat;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageKey;
import kith.model.Moderation;
import kith.model.Reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes words out of the store: those of a message that was taken back, or what is known of the
/// file that it is, of its corrections, and what answers repeat of it (table `reply`). What is left
/// of each is its place, who wrote it and when, what it is called, and the number by which copies
/// of it are known ([Fingerprint]).
final class Erasure {

    private static final String ADD = "INSERT INTO reply (message, chat, target) VALUES (?, ?, ?)";

    private static final String ERASE =
            """
            UPDATE message SET content = 'RETRACTED', body = ?, moderator = ?, retracted_by = ?,
                               edited = NULL, edited_by = NULL, reply_to = NULL,
                               reply_author = NULL, quoted = NULL, thread = NULL, erased = TRUE,
                               file_name = NULL, file_size = NULL,
                               file_width = NULL, file_height = NULL,
                               retraction = NULL, retraction_refusal = NULL,
                               retraction_refusal_text = NULL
            WHERE id = ?
            """;

    private static final String ANNOUNCE =
            """
            UPDATE message SET retracted_by = ?, retraction = ?, retraction_refusal = ?,
                               retraction_refusal_text = ?
            WHERE id = ?
            """;

    private static final String RELEASE =
            """
            UPDATE message SET retracted_by = NULL, retraction = NULL, retraction_refusal = NULL,
                               retraction_refusal_text = NULL
            WHERE id = ? AND retracted_by = ?
            """;

    private static final String VERSIONS =
            "SELECT "
                    + MessageRows.COLUMNS
                    + " FROM message m WHERE m.id = ? UNION ALL SELECT "
                    + MessageRows.COLUMNS
                    + """
                     FROM correction c LEFT JOIN message m ON m.id = c.message WHERE c.amends = ?
                    """;

    private static final String LEFT =
            "SELECT "
                    + MessageRows.COLUMNS
                    + """
                     FROM correction c LEFT JOIN message m ON m.id = c.message
                    WHERE c.amends = ? AND m.content <> 'RETRACTED'
                    """;

    private static final String END =
            """
            UPDATE message SET delivery = 'ON_SERVER', refusal = NULL, refusal_text = NULL,
                               position = ?
            WHERE id = ?
            """;

    private static final String ANSWERS =
            "SELECT "
                    + MessageRows.COLUMNS
                    + """
                     FROM UNNEST(CAST(? AS VARCHAR ARRAY)) n(name)
                    LEFT JOIN reply y ON y.chat = ? AND y.target = n.name
                    LEFT JOIN message m ON m.id = y.message
                    WHERE m.quoted > 0
                    """;

    private static final String CALLED =
            """
            SELECT m.stanza_id, m.archive_id FROM message m WHERE m.id = ?
            UNION ALL SELECT m.stanza_id, m.archive_id FROM correction c
            LEFT JOIN message m ON m.id = c.message WHERE c.amends = ?
            UNION ALL SELECT '', a.id FROM archive_id a WHERE a.message = ?
            """;

    private static final String BY_KEY =
            "SELECT " + MessageRows.COLUMNS + " FROM message m WHERE m.id = ?";

    private static final String LEAVE_OUT_QUOTE =
            "UPDATE message SET body = ?, quoted = 0, erased = TRUE WHERE id = ?";

    private static final String SAY =
            "UPDATE message SET edited = ? WHERE id = ? AND edited_by = ?";

    private final Db db;
    private final References references;
    private final Positions positions;

    Erasure(Db db, References references) {
        this.db = db;
        this.references = references;
        this.positions = new Positions(db);
    }

    /// A message was added: what it repeats may have been taken back before.
    ///
    /// @return as it is now
    Message added(Chats.Row chat, Message message) {
        if (message.reply().isEmpty()) {
            return message;
        }
        long row = message.key().row();
        db.update(ADD, row, chat.id(), message.reply().map(Reply::target));
        boolean isOfRetracted =
                references
                        .answered(chat, message)
                        .filter(Message::isRetracted)
                        .filter(it -> it.retracting().isEmpty()) // else it may yet be refused
                        .isPresent();
        if (isOfRetracted && repeats(message)) {
            leaveOutQuote(message);
            return db.find(BY_KEY, MessageRows.of(chat.key()), row).orElseThrow();
        }
        return message;
    }

    /// What it was sent with itself, without what it repeats.
    private static String said(Message answer) {
        return switch (answer.content()) {
            case Content.Text text -> text.words();
            case Content.Correction it -> it.words();
            case Content.Private _,
                    Content.File _,
                    Content.Reaction _,
                    Content.Retraction _,
                    Content.Retracted _,
                    Content.Subject _,
                    Content.Unreadable _ ->
                    "";
        };
    }

    private static boolean repeats(Message message) {
        return message.reply().filter(it -> it.quoted() > 0).isPresent();
    }

    /// A message as it was sent, and its corrections.
    List<Message> versions(Chats.Row chat, Message root) {
        long row = root.key().row();
        return db.query(VERSIONS, MessageRows.of(chat.key()), row, row);
    }

    /// Takes out the words of a message for good.
    ///
    /// @param root not a correction that another shows
    /// @param by what takes it back, where that is known
    /// @return all that are otherwise now
    List<MessageKey> erase(Chats.Row chat, Message root, Optional<Message> by) {
        return erase(chat, versions(chat, root), answers(chat, root, names(chat, root)), by);
    }

    /// Takes out the words of corrections of a message whose own are gone.
    ///
    /// @return all that are otherwise now
    List<MessageKey> eraseWith(
            Chats.Row chat, Message root, List<Message> corrections, Optional<Message> by) {
        db.update(
                "UPDATE message SET edited = NULL, edited_by = NULL WHERE id = ?",
                root.key().row());
        var names = corrections.stream().flatMap(each -> name(chat, each).stream()).toList();
        return erase(chat, corrections, answers(chat, root, names), by);
    }

    private static Optional<String> name(Chats.Row chat, Message message) {
        var name =
                chat.kind() == Chat.Kind.ROOM
                        ? message.ids().archive()
                        : Optional.of(message.ids().stanza());
        return name.filter(it -> !it.isEmpty());
    }

    /// Corrections of a message that still have words.
    List<Message> left(Chats.Row chat, Message root) {
        return db.query(LEFT, MessageRows.of(chat.key()), root.key().row());
    }

    private List<MessageKey> erase(
            Chats.Row chat, List<Message> versions, List<Message> answers, Optional<Message> by) {
        var content = by.flatMap(Erasure::moderation).map(Moderation::reason).orElse("");
        var moderator = by.flatMap(Erasure::moderation).map(Moderation::by);
        var changed = new ArrayList<MessageKey>();
        for (var each : versions) {
            long row = each.key().row();
            db.update(ERASE, content, moderator, by.map(it -> it.key().row()), row);
            db.update("DELETE FROM reply WHERE message = ?", row);
            db.update("DELETE FROM upload WHERE message = ?", row);
            end(chat, each, by);
            changed.add(each.key());
        }
        for (var each : answers) {
            leaveOutQuote(each);
            changed.add(each.key());
            each.amends().ifPresent(changed::add);
        }
        return changed;
    }

    /// Notes what is to take out the words of a message once the server has it, or failed to.
    ///
    /// @return all that are otherwise now
    List<MessageKey> announce(Chats.Row chat, Message root, Message by) {
        var versions = versions(chat, root);
        for (var each : versions) {
            db.update(
                    ANNOUNCE,
                    by.key().row(),
                    MessageRows.state(by.delivery()),
                    MessageRows.reason(by.delivery()),
                    MessageRows.reasonText(by.delivery()),
                    each.key().row());
        }
        return versions.stream().map(Message::key).toList();
    }

    /// What was to take out the words of a message is gone.
    void release(Chats.Row chat, Message root, Message by) {
        for (var each : versions(chat, root)) {
            db.update(RELEASE, each.key().row(), by.key().row());
        }
    }

    /// What waits is not sent any more, and what has failed not again. The server had it, or nobody
    /// could have taken it back: it stands after what the server is known to have. But where what
    /// takes it back came ahead of the archive's pages, it is among what came ahead, too: on one of
    /// them it may stand after others of ours that still wait.
    private void end(Chats.Row chat, Message message, Optional<Message> by) {
        boolean isOutstanding = Delivery.isOutstanding(message.delivery());
        if (!isOutstanding && !(message.delivery() instanceof Delivery.Failed)) {
            return;
        }
        long row = message.key().row();
        boolean isAhead = by.filter(it -> it.position() >= Positions.PENDING).isPresent();
        db.update(
                END,
                isOutstanding && !isAhead ? positions.last(chat, db.now()) : message.position(),
                row);
        db.update("DELETE FROM outbox WHERE message = ?", row);
    }

    private static Optional<Moderation> moderation(Message retraction) {
        return retraction.content() instanceof Content.Retraction(_, var moderation)
                ? moderation
                : Optional.empty();
    }

    /// Those that repeat some of a message.
    private List<Message> answers(Chats.Row chat, Message root, List<String> called) {
        Object[] names = called.toArray();
        return db.query(ANSWERS, MessageRows.of(chat.key()), names, chat.id()).stream()
                .filter(
                        each ->
                                references
                                        .answered(chat, each)
                                        .filter(it -> it.key().equals(root.key()))
                                        .isPresent())
                .toList();
    }

    /// What a message and its corrections are called.
    private List<String> names(Chats.Row chat, Message root) {
        long row = root.key().row();
        var column = chat.kind() == Chat.Kind.ROOM ? "archive_id" : "stanza_id";
        return db
                .query(CALLED, found -> Optional.ofNullable(found.getString(column)), row, row, row)
                .stream()
                .flatMap(Optional::stream)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /// Nor does the message that shows it repeat that.
    private void leaveOutQuote(Message answer) {
        long row = answer.key().row();
        db.update(LEAVE_OUT_QUOTE, said(answer), row);
        answer.amends().ifPresent(it -> db.update(SAY, said(answer), it.row(), row));
    }
}
