package kith.store;

import kith.model.Author;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.MessageKey;
import kith.model.Refusal;
import kith.model.Reply;

import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.impl.JidCreate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How a message becomes a row of table `message` and back: the one place that knows the columns.
final class MessageRows {

    /// What the mappers need, of a table called `m`.
    static final String COLUMNS =
            """
            m.id, m.position, m.stanza_id, m.origin_id, m.archive_id, m.sender, m.occupant_id,
            m.mine, m.at, m.content, m.body, m.delivery, m.refusal, m.refusal_text,
            m.target, m.amends, m.edited, m.reply_to, m.reply_author, m.quoted, m.thread,
            m.file_name, m.file_size,
            (SELECT e.delivery FROM message e WHERE e.id = m.edited_by) AS edit_delivery
            """;

    private MessageRows() {}

    /// Of a chat that is known already.
    static RowMapper<Message> of(ChatKey chat) {
        return row -> message(row, chat);
    }

    /// Of any chat, whose columns `account` and `peer` are in the row too.
    static Message ofAny(ResultSet row) throws SQLException {
        return message(row, Jids.chat(row));
    }

    /// A row that makes no sense must not keep its whole chat, or an account whose server speaks of
    /// it, from being used.
    @SuppressWarnings("CatchingUnchecked") // whatever comes of what makes no sense
    private static Message message(ResultSet row, ChatKey chat) throws SQLException {
        try {
            return readable(row, chat);
        } catch (RuntimeException nonsense) {
            return unreadable(row, chat);
        }
    }

    private static Message unreadable(ResultSet row, ChatKey chat) throws SQLException {
        boolean isMine = row.getBoolean("mine");
        return new Message(
                new MessageKey(row.getLong("id")),
                chat,
                ids(row),
                new Author(chat.peer(), Optional.empty(), isMine),
                row.getObject("at", Instant.class),
                row.getLong("position"),
                Content.UNREADABLE,
                isMine ? Delivery.ON_SERVER : Delivery.RECEIVED);
    }

    private static Message readable(ResultSet row, ChatKey chat) throws SQLException {
        return new Message(
                new MessageKey(row.getLong("id")),
                chat,
                ids(row),
                new Author(
                        JidCreate.fromOrThrowUnchecked(row.getString("sender")),
                        Optional.ofNullable(row.getString("occupant_id")),
                        row.getBoolean("mine")),
                row.getObject("at", Instant.class),
                row.getLong("position"),
                content(row),
                delivery(row, "delivery"),
                edit(row),
                amends(row));
    }

    private static MessageIds ids(ResultSet row) throws SQLException {
        return new MessageIds(
                row.getString("stanza_id"),
                Optional.ofNullable(row.getString("origin_id")),
                Optional.ofNullable(row.getString("archive_id")));
    }

    private static Optional<MessageKey> amends(ResultSet row) throws SQLException {
        long amends = row.getLong("amends");
        return row.wasNull() ? Optional.empty() : Optional.of(new MessageKey(amends));
    }

    private static Optional<Message.Edit> edit(ResultSet row) throws SQLException {
        var words = row.getString("edited");
        return words == null
                ? Optional.empty()
                : Optional.of(new Message.Edit(words, delivery(row, "edit_delivery")));
    }

    /// Column `content`.
    static String kind(Content content) {
        return switch (content) {
            case Content.Text _ -> "TEXT";
            case Content.Correction _ -> "CORRECTION";
            case Content.File _ -> "FILE";
            case Content.Reaction _ -> "REACTION";
            case Content.Subject _ -> "SUBJECT";
            case Content.Unreadable _ -> "UNREADABLE";
        };
    }

    /// Column `body`.
    static String body(Content content) {
        return switch (content) {
            case Content.Text(var body, _, _) -> body;
            case Content.Correction(_, var body, _, _) -> body;
            case Content.File(var url, _, _, _) -> url.orElse("");
            case Content.Reaction(_, var emoji) -> String.join(" ", emoji);
            case Content.Subject(var subject) -> subject;
            case Content.Unreadable _ -> "";
        };
    }

    /// Column `target`.
    static Optional<String> target(Content content) {
        return switch (content) {
            case Content.Correction(var target, _, _, _) -> Optional.of(target);
            case Content.Reaction(var target, _) -> Optional.of(target);
            case Content.Text _, Content.File _, Content.Subject _, Content.Unreadable _ ->
                    Optional.empty();
        };
    }

    /// Column `delivery`.
    static String state(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Received _ -> "RECEIVED";
            case Delivery.Queued _ -> "QUEUED";
            case Delivery.Sending _ -> "SENDING";
            case Delivery.OnServer _ -> "ON_SERVER";
            case Delivery.Delivered _ -> "DELIVERED";
            case Delivery.Read _ -> "READ";
            case Delivery.Failed _ -> "FAILED";
        };
    }

    /// Column `refusal`.
    static Refusal.@Nullable Reason reason(Delivery delivery) {
        return delivery instanceof Delivery.Failed(var refusal) ? refusal.reason() : null;
    }

    /// Column `refusal_text`.
    static @Nullable String reasonText(Delivery delivery) {
        return delivery instanceof Delivery.Failed(var refusal) ? refusal.text() : null;
    }

    private static Content content(ResultSet row) throws SQLException {
        var kind = row.getString("content");
        var body = row.getString("body");
        return switch (kind) {
            case "TEXT" -> new Content.Text(body, reply(row), thread(row));
            case "CORRECTION" ->
                    new Content.Correction(row.getString("target"), body, reply(row), thread(row));
            case "FILE" -> file(row, body);
            case "REACTION" -> new Content.Reaction(row.getString("target"), emoji(body));
            case "SUBJECT" -> new Content.Subject(body);
            case "UNREADABLE" -> Content.UNREADABLE;
            default -> throw unknown(kind);
        };
    }

    private static Content.File file(ResultSet row, String body) throws SQLException {
        long size = row.getLong("file_size");
        Optional<Long> known = row.wasNull() ? Optional.empty() : Optional.of(size);
        return new Content.File(
                Optional.of(body).filter(it -> !it.isEmpty()),
                row.getString("file_name"),
                known,
                thread(row));
    }

    /// Column `file_name`.
    static Optional<String> fileName(Content content) {
        return content instanceof Content.File file ? Optional.of(file.name()) : Optional.empty();
    }

    /// Column `file_size`.
    static Optional<Long> fileSize(Content content) {
        return content instanceof Content.File file ? file.size() : Optional.empty();
    }

    private static Optional<String> thread(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("thread"));
    }

    private static Optional<Reply> reply(ResultSet row) throws SQLException {
        var target = row.getString("reply_to");
        if (target == null) {
            return Optional.empty();
        }
        var author = Optional.ofNullable(row.getString("reply_author")).map(JidCreate::fromOrNull);
        return Optional.of(new Reply(target, author, row.getInt("quoted")));
    }

    private static List<String> emoji(String body) {
        return body.isEmpty() ? List.of() : List.of(body.split(" ", -1));
    }

    /// One that has failed edits nothing, so a refusal is always the message's own.
    private static Delivery delivery(ResultSet row, String column) throws SQLException {
        var state = row.getString(column);
        return switch (state) {
            case "RECEIVED" -> Delivery.RECEIVED;
            case "QUEUED" -> Delivery.QUEUED;
            case "SENDING" -> Delivery.SENDING;
            case "ON_SERVER" -> Delivery.ON_SERVER;
            case "DELIVERED" -> Delivery.DELIVERED;
            case "READ" -> Delivery.READ;
            case "FAILED" ->
                    new Delivery.Failed(
                            new Refusal(
                                    Refusal.Reason.valueOf(row.getString("refusal")),
                                    row.getString("refusal_text")));
            default -> throw unknown(state);
        };
    }

    private static StoreException unknown(String word) {
        return new StoreException(StoreException.Kind.DAMAGED, "not a word of Kith: " + word);
    }
}
