package kith.store;

import kith.model.Message;

import java.util.List;
import java.util.Optional;

/// Which message it is that a correction names (XEP-0308 §4): the last before it that has the id,
/// from the same sender.
final class CorrectionTargets {

    /// Of so many with one id, the last are looked at: some clients use the same ids again and
    /// again.
    private static final int NAMESAKES = 100;

    private static final String NAMED =
            "SELECT "
                    + MessageRows.COLUMNS
                    + """
                     FROM message m
                    WHERE m.chat = ? AND m.stanza_id = ? AND m.content NOT IN ('REACTION', 'RETRACTION')
                        AND (m.position, m.id) < (?, ?)
                    ORDER BY m.chat DESC, m.stanza_id DESC, m.position DESC, m.id DESC
                    FETCH FIRST ? ROWS ONLY
                    """;

    /// The corrections in a chat that name a message so, which isn't here: they show themselves. A
    /// condition may follow.
    static final String WAITING =
            "SELECT "
                    + MessageRows.COLUMNS
                    + """
                     FROM correction c LEFT JOIN message m ON m.id = c.message
                    WHERE c.chat = ? AND c.target = ? AND c.amends IS NULL
                    """;

    private final Db db;

    CorrectionTargets(Db db) {
        this.db = db;
    }

    /// What a correction names, if it is here; it may be another correction, or say nothing any
    /// more.
    Optional<Message> named(Chats.Row chat, Message correction, String target) {
        var named =
                db.query(
                        NAMED,
                        MessageRows.of(chat.key()),
                        chat.id(),
                        target,
                        correction.position(),
                        correction.key().row(),
                        NAMESAKES);
        return named.stream().filter(each -> isOfSender(chat, each, correction)).findFirst();
    }

    /// The corrections that may be for a message, and show themselves by now.
    List<Message> waiting(Chats.Row chat, Message named) {
        var id = named.ids().stanza();
        return id.isEmpty()
                ? List.of()
                : db.query(WAITING, MessageRows.of(chat.key()), chat.id(), id).stream()
                        .filter(waiting -> isAfter(waiting, named))
                        .filter(waiting -> isOfSender(chat, named, waiting))
                        .toList();
    }

    /// The corrections that show themselves, and name this message and no later one.
    List<Message> naming(Chats.Row chat, Message message) {
        var id = message.ids().stanza();
        return waiting(chat, message).stream()
                .filter(
                        each ->
                                named(chat, each, id)
                                        .filter(it -> it.key().equals(message.key()))
                                        .isPresent())
                .toList();
    }

    static boolean isAfter(Message correction, Message named) {
        return Message.IN_ORDER.compare(named, correction) < 0;
    }

    /// In a room a nick alone is nobody, and ours neither: whoever has it now may not be who had it
    /// then (XEP-0308 §4). Only what was written here is certainly ours.
    private static boolean isOfSender(Chats.Row chat, Message named, Message correction) {
        var one = named.author();
        var other = correction.author();
        if (one.isMine() != other.isMine()) {
            return false;
        }
        return switch (chat.kind()) {
            case CONTACT -> one.isMine() || one.address().equals(other.address());
            case ROOM ->
                    chat.isWrittenHere(correction.author())
                            || (one.occupantId().isPresent()
                                    && one.occupantId().equals(other.occupantId()));
        };
    }
}
