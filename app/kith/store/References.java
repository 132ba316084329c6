package kith.store;

import kith.model.Content;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.Reply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Which message of a chat another one names, by an id (XEP-0444 §4.2, XEP-0461 §4.1).
///
/// In a room that is the message to which the room gave the id; else the last before the other to
/// which its sender did, or where none is before it the first after.
final class References {

    /// Of so many with one id, the last are looked at: some clients use the same ids again and
    /// again.
    private static final int NAMESAKES = 100;

    private static final String CALLED =
            """
            SELECT m.id, m.position, m.mine, m.amends FROM message m
            WHERE m.chat = ? AND m.stanza_id = ? AND m.content NOT IN ('REACTION', 'RETRACTION')
            ORDER BY m.chat DESC, m.stanza_id DESC, m.position DESC, m.id DESC
            FETCH FIRST ? ROWS ONLY
            """;

    private static final String BY_KEY =
            "SELECT " + MessageRows.COLUMNS + " FROM message m WHERE m.id = ? AND m.chat = ?";

    private final Db db;
    private final Identity identity;

    References(Db db) {
        this.db = db;
        this.identity = new Identity(db);
    }

    /// The message that a reaction is for, if it is here and that is what its sender calls it.
    Optional<Message> reactedTo(Chats.Row chat, Message reaction) {
        return reaction.content() instanceof Content.Reaction(var target, _)
                ? target(chat, target, reaction, _ -> true)
                : Optional.empty();
    }

    /// The message that a reply answers, if it is here.
    Optional<Message> answered(Chats.Row chat, Message message) {
        return message.reply()
                .flatMap(reply -> answered(chat, message, reply))
                .filter(it -> !it.key().equals(message.key()));
    }

    /// Of the author it names, if it names one; and none that came later, where a client may have
    /// used the id again since.
    private Optional<Message> answered(Chats.Row chat, Message message, Reply reply) {
        boolean isLasting = MessageIds.isLasting(reply.target());
        return target(
                chat,
                reply.target(),
                message,
                it -> isBy(chat, it, reply) && (isLasting || it.isBefore(message)));
    }

    /// Those that are called so in a chat with one person, the last first.
    List<Called> called(Chats.Row chat, String id) {
        return db.query(CALLED, References::called, chat.id(), id, NAMESAKES);
    }

    /// Which of them it is that another message names.
    ///
    /// @return the row of the message, not of its correction
    static Optional<Long> meant(List<Called> called, Message naming) {
        return called.stream()
                .filter(each -> each.isBefore(naming))
                .findFirst()
                .or(() -> called.reversed().stream().findFirst())
                .map(Called::message);
    }

    private Optional<Message> target(
            Chats.Row chat, String id, Message naming, Predicate<Called> isWanted) {
        if (id.isEmpty()) {
            return Optional.empty();
        }
        return switch (chat.kind()) {
            case ROOM ->
                    identity.named(chat.archive(), id)
                            .flatMap(row -> find(chat, row))
                            .map(it -> it.amends().orElse(it.key()))
                            .flatMap(key -> find(chat, key.row()));
            case CONTACT ->
                    meant(called(chat, id).stream().filter(isWanted).toList(), naming)
                            .flatMap(row -> find(chat, row));
        };
    }

    /// Both of two may have used the same id.
    private static boolean isBy(Chats.Row chat, Called named, Reply reply) {
        return reply.author()
                .filter(it -> it.asBareJid().equals(chat.key().peer()) == named.isMine())
                .isEmpty();
    }

    private Optional<Message> find(Chats.Row chat, long row) {
        return db.find(BY_KEY, MessageRows.of(chat.key()), row, chat.id());
    }

    private static Called called(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        long position = row.getLong("position");
        boolean isMine = row.getBoolean("mine");
        long amends = row.getLong("amends");
        return new Called(id, position, isMine, row.wasNull() ? id : amends);
    }

    /// One that has an id.
    ///
    /// @param message the row of the message that shows it, if it is a correction
    record Called(long row, long position, boolean isMine, long message) {

        private boolean isBefore(Message naming) {
            return position < naming.position()
                    || (position == naming.position() && row < naming.key().row());
        }
    }
}
