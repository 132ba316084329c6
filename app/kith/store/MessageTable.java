package kith.store;

import kith.base.PictureSize;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageKey;
import kith.model.Reply;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Writes messages: table `message`, with `sent` and `outbox` for those that were written here.
final class MessageTable {

    private static final String ADD =
            """
            INSERT INTO message (chat, position, stanza_id, origin_id, archive, archive_id, sender,
                                 occupant_id, mine, at, content, body, delivery, refusal,
                                 refusal_text, fingerprint, target, reply_to, reply_author,
                                 quoted, thread, heard, unstyled, moderator, file_name,
                                 file_size, file_width, file_height, private_with,
                                 private_who)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                    ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String CHANGE =
            """
            UPDATE message SET position = ?, archive = COALESCE(archive, ?), archive_id = ?, at = ?,
                               occupant_id = ?, delivery = ?, refusal = ?, refusal_text = ?
            WHERE id = ?
            """;

    /// One that is sent, or was and has failed.
    private static final String TRY =
            "MERGE INTO outbox (message, failed, tried) VALUES (?, ?, TRUE)";

    private static final String UPLOADED =
            """
            UPDATE message SET position = ?, at = ?, body = ?, fingerprint = ? WHERE id = ?
            """;

    private static final String PICTURED =
            "UPDATE message SET file_size = ?, file_width = ?, file_height = ? WHERE id = ?";

    private static final String SENT = "INSERT INTO sent (account, id, message) VALUES (?, ?, ?)";

    private static final String SENT_ELSEWHERE =
            """
            INSERT INTO sent (account, id, message, written_here) SELECT ?, ?, ?, FALSE
            WHERE NOT EXISTS (SELECT 1 FROM sent WHERE account = ? AND id = ?)
            """;

    private final Db db;
    private final Corrections corrections;
    private final Reactions reactions;
    private final Retractions retractions;

    MessageTable(Db db, Corrections corrections, Reactions reactions, Retractions retractions) {
        this.db = db;
        this.corrections = corrections;
        this.reactions = reactions;
        this.retractions = retractions;
    }

    /// Adds a message that came in, whatever its key says.
    ///
    /// @return with the key it has got
    Message add(Chats.Row chat, Message message) {
        return add(chat, message, Optional.of(db.heardAt()));
    }

    /// @param heard when it came in; empty where it was written here
    private Message add(Chats.Row chat, Message message, Optional<Instant> heard) {
        var ids = message.ids();
        var author = message.author();
        var delivery = message.delivery();
        var reply = message.reply();
        long row =
                db.insert(
                        ADD,
                        chat.id(),
                        message.position(),
                        ids.stanza(),
                        ids.origin(),
                        ids.archive().map(_ -> chat.archive()),
                        ids.archive(),
                        author.address(),
                        author.occupantId(),
                        author.isMine(),
                        message.at(),
                        MessageRows.kind(message.content()),
                        MessageRows.body(message.content()),
                        MessageRows.state(delivery),
                        MessageRows.reason(delivery),
                        MessageRows.reasonText(delivery),
                        Fingerprint.of(author, ids, message.content()),
                        MessageRows.target(message.content()),
                        reply.map(Reply::target),
                        reply.flatMap(Reply::author),
                        reply.map(Reply::quoted),
                        message.thread(),
                        heard,
                        MessageRows.unstyled(message.content()),
                        MessageRows.moderator(message.content()),
                        MessageRows.fileName(message.content()),
                        MessageRows.fileSize(message.content()),
                        MessageRows.picture(message.content()).map(PictureSize::width),
                        MessageRows.picture(message.content()).map(PictureSize::height),
                        MessageRows.privateWith(message.content()),
                        MessageRows.privateWho(message.content()));
        var added =
                new Message(
                        new MessageKey(row),
                        message.chat(),
                        ids,
                        author,
                        message.at(),
                        message.position(),
                        message.content(),
                        delivery);
        reactions.added(chat, added);
        var now = corrections.added(chat, added);
        return retractions.added(chat, now, corrections.hasLinked());
    }

    /// Adds a message that was written here and is to be sent.
    Message addOwn(Chats.Row chat, Message message) {
        var added = add(chat, message, Optional.empty());
        db.update(SENT, chat.key().account(), message.ids().stanza(), added.key().row());
        db.update("INSERT INTO outbox (message) VALUES (?)", added.key().row());
        return added;
    }

    /// Lets receipts find a message of ours that was written on another device. Two of them under
    /// one id are told apart by nobody; the first has it.
    void addSent(Chats.Row chat, Message message) {
        var account = chat.key().account();
        var id = message.ids().stanza();
        db.update(SENT_ELSEWHERE, account, id, message.key().row(), account, id);
    }

    /// The archive has put a mark in the place of a message that was taken back.
    ///
    /// @return as it is now
    Message bury(Chats.Row chat, Message message) {
        return retractions.buried(chat, message);
    }

    /// A message is gone.
    void removed(Chats.Row chat, Message message) {
        corrections.removed(chat, message);
        if (message.content() instanceof Content.Retraction) {
            retractions.removed(chat, message);
        }
    }

    /// The messages in words, as they were, that were there and were taken back since the last
    /// call.
    List<Message> takeSilenced() {
        return retractions.takeSilenced();
    }

    /// More is known of what stands around a message.
    ///
    /// @return as it is now
    Message settle(Chats.Row chat, Message message) {
        return retractions.changed(chat, message, false);
    }

    /// An archive has another name for a message that it stored twice.
    ///
    /// @return as it is now
    Message call(Chats.Row chat, Message message, String name) {
        return retractions.called(chat, message, name);
    }

    /// Writes where a file of ours is now, and what follows from that.
    void changeFile(Message message) {
        db.update(
                UPLOADED,
                message.position(),
                message.at(),
                MessageRows.body(message.content()),
                Fingerprint.of(message.author(), message.ids(), message.content()),
                message.key().row());
    }

    /// Writes what was seen of a message's file.
    void changePicture(Message message) {
        db.update(
                PICTURED,
                MessageRows.fileSize(message.content()),
                MessageRows.picture(message.content()).map(PictureSize::width),
                MessageRows.picture(message.content()).map(PictureSize::height),
                message.key().row());
    }

    /// Writes what can change of a message: place, time, name in the archive, who it was in the
    /// room, delivery.
    ///
    /// @return as it is now
    Message change(Chats.Row chat, Message message) {
        var delivery = message.delivery();
        long row = message.key().row();
        db.update(
                CHANGE,
                message.position(),
                message.ids().archive().map(_ -> chat.archive()),
                message.ids().archive(),
                message.at(),
                message.author().occupantId(),
                MessageRows.state(delivery),
                MessageRows.reason(delivery),
                MessageRows.reasonText(delivery),
                row);
        boolean hasFailed = delivery instanceof Delivery.Failed;
        if (hasFailed || delivery instanceof Delivery.Sending) {
            db.update(TRY, row, hasFailed);
        } else if (Delivery.isOutstanding(delivery)) {
            db.update("MERGE INTO outbox (message, failed) VALUES (?, FALSE)", row);
        } else {
            db.update("DELETE FROM outbox WHERE message = ?", row);
        }
        var now = corrections.changed(chat, message);
        return retractions.changed(chat, now, corrections.hasLinked());
    }
}
