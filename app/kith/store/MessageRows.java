package kith.store;

import kith.base.PictureSize;
import kith.model.Author;
import kith.model.ChatKey;
import kith.model.Confidant;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.MessageKey;
import kith.model.Moderation;
import kith.model.Refusal;
import kith.model.Reply;

import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.impl.JidCreate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// How a message becomes a row of table `message` and back: the one place that knows the columns.
final class MessageRows {

    /// What the mappers need, of a table called `m`.
    static final String COLUMNS =
            """
            m.id, m.position, m.stanza_id, m.origin_id, m.archive_id, m.sender, m.occupant_id,
            m.mine, m.at, m.content, m.body, m.delivery, m.refusal, m.refusal_text,
            m.target, m.amends, m.edited, m.reply_to, m.reply_author, m.quoted, m.thread,
            m.unstyled, m.file_name, m.file_size, m.file_width, m.file_height, m.private_with,
            m.private_who,
            (SELECT CASE WHEN e.unstyled THEN e.delivery || ' UNSTYLED' ELSE e.delivery END
             FROM message e WHERE e.id = m.edited_by) AS edit,
            m.moderator, m.retracted_by, m.retraction, m.retraction_refusal,
            m.retraction_refusal_text
            """;

    /// What stands behind the delivery of the correction whose words aren't styled; so it is looked
    /// at once for both.
    private static final String UNSTYLED = " UNSTYLED";

    /// In column `content`.
    private static final String PRIVATE = "PRIVATE";

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
        var content = content(row);
        var retracting = retracting(row, content);
        boolean isWordless = content instanceof Content.Retracted || isWaiting(retracting);
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
                isWaiting(retracting) ? Content.RETRACTED : content,
                delivery(row, row.getString("delivery"), ""),
                isWordless ? Optional.empty() : edit(row),
                amends(row),
                retracting);
    }

    /// What is taken back for good isn't being taken back any more.
    private static Optional<Message.Retracting> retracting(ResultSet row, Content content)
            throws SQLException {
        var state = row.getString("retraction");
        return state == null || content instanceof Content.Retracted
                ? Optional.empty()
                : Optional.of(
                        new Message.Retracting(
                                new MessageKey(row.getLong("retracted_by")),
                                delivery(row, state, "retraction_")));
    }

    private static boolean isWaiting(Optional<Message.Retracting> retracting) {
        return retracting.filter(it -> !(it.delivery() instanceof Delivery.Failed)).isPresent();
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
        if (words == null) {
            return Optional.empty();
        }
        var edit = row.getString("edit");
        if (edit == null || edit.startsWith("FAILED")) {
            return Optional.empty(); // it is gone, or nobody has it: the words of before stand
        }
        boolean isStyled = !edit.endsWith(UNSTYLED);
        var state = isStyled ? edit : edit.substring(0, edit.length() - UNSTYLED.length());
        return Optional.of(new Message.Edit(words, delivery(row, state, ""), isStyled));
    }

    /// Column `content`.
    static String kind(Content content) {
        return switch (content) {
            case Content.Text _ -> "TEXT";
            case Content.Private _ -> PRIVATE;
            case Content.Correction _ -> "CORRECTION";
            case Content.File _ -> "FILE";
            case Content.Reaction _ -> "REACTION";
            case Content.Retraction _ -> "RETRACTION";
            case Content.Retracted _ -> "RETRACTED";
            case Content.Subject _ -> "SUBJECT";
            case Content.Unreadable _ -> "UNREADABLE";
        };
    }

    /// Column `body`.
    static String body(Content content) {
        return switch (content) {
            case Content.Text(var body, _, _, _) -> body;
            case Content.Private(_, var body, _, _) -> body;
            case Content.Correction(_, var body, _, _, _) -> body;
            case Content.File(var url, _, _, _, _) -> url.orElse("");
            case Content.Reaction(_, var emoji) -> String.join(" ", emoji);
            case Content.Retraction(_, var moderation) -> reason(moderation);
            case Content.Retracted(var moderation) -> reason(moderation);
            case Content.Subject(var subject) -> subject;
            case Content.Unreadable(var method) -> method.orElse("");
        };
    }

    private static String reason(Optional<Moderation> moderation) {
        return moderation.map(Moderation::reason).orElse("");
    }

    /// Column `moderator`: none where no room has taken back anything.
    static Optional<String> moderator(Content content) {
        return switch (content) {
            case Content.Retraction(_, var moderation) -> moderation.map(Moderation::by);
            case Content.Retracted(var moderation) -> moderation.map(Moderation::by);
            case Content.Text _,
                    Content.Private _,
                    Content.Correction _,
                    Content.File _,
                    Content.Reaction _,
                    Content.Subject _,
                    Content.Unreadable _ ->
                    Optional.empty();
        };
    }

    /// Column `target`.
    static Optional<String> target(Content content) {
        return switch (content) {
            case Content.Correction(var target, _, _, _, _) -> Optional.of(target);
            case Content.Reaction(var target, _) -> Optional.of(target);
            case Content.Retraction(var target, _) -> Optional.of(target);
            case Content.Text _,
                    Content.Private _,
                    Content.File _,
                    Content.Retracted _,
                    Content.Subject _,
                    Content.Unreadable _ ->
                    Optional.empty();
        };
    }

    /// Column `unstyled`; nothing for most.
    static Optional<Boolean> unstyled(Content content) {
        boolean isStyled =
                switch (content) {
                    case Content.Text text -> text.isStyled();
                    case Content.Private it -> it.isStyled();
                    case Content.Correction it -> it.isStyled();
                    case Content.File _,
                            Content.Reaction _,
                            Content.Retraction _,
                            Content.Retracted _,
                            Content.Subject _,
                            Content.Unreadable _ ->
                            true;
                };
        return isStyled ? Optional.empty() : Optional.of(true);
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

    /// The content alone, whatever waits to take it back.
    static Content asSent(ResultSet row) throws SQLException {
        return content(row);
    }

    private static Content content(ResultSet row) throws SQLException {
        var kind = row.getString("content");
        var body = row.getString("body");
        return switch (kind) {
            case "TEXT" -> new Content.Text(body, reply(row), thread(row), isStyled(row));
            case PRIVATE -> new Content.Private(confidant(row), body, thread(row), isStyled(row));
            case "CORRECTION" ->
                    new Content.Correction(
                            row.getString("target"), body, reply(row), thread(row), isStyled(row));
            case "FILE" -> file(row, body);
            case "REACTION" -> new Content.Reaction(row.getString("target"), emoji(body));
            case "RETRACTION" ->
                    new Content.Retraction(row.getString("target"), moderation(row, body));
            case "RETRACTED" -> new Content.Retracted(moderation(row, body));
            case "SUBJECT" -> new Content.Subject(body);
            case "UNREADABLE" ->
                    new Content.Unreadable(Optional.of(body).filter(method -> !method.isEmpty()));
            default -> throw unknown(kind);
        };
    }

    /// Most are, and have nothing in the column.
    private static boolean isStyled(ResultSet row) throws SQLException {
        return !row.getBoolean("unstyled");
    }

    private static Confidant confidant(ResultSet row) throws SQLException {
        return new Confidant(
                Objects.requireNonNull(row.getString("private_with")),
                Optional.ofNullable(row.getString("private_who")));
    }

    /// Column `private_with`.
    static Optional<String> privateWith(Content content) {
        return content instanceof Content.Private it
                ? Optional.of(it.other().nick())
                : Optional.empty();
    }

    /// Column `private_who`.
    static Optional<String> privateWho(Content content) {
        return content instanceof Content.Private it ? it.other().who() : Optional.empty();
    }

    private static Optional<Moderation> moderation(ResultSet row, String reason)
            throws SQLException {
        return Optional.ofNullable(row.getString("moderator"))
                .map(by -> new Moderation(by, reason));
    }

    private static Content.File file(ResultSet row, String body) throws SQLException {
        long size = row.getLong("file_size");
        Optional<Long> known = row.wasNull() ? Optional.empty() : Optional.of(size);
        return new Content.File(
                Optional.of(body).filter(it -> !it.isEmpty()),
                row.getString("file_name"),
                known,
                picture(row),
                thread(row));
    }

    /// Columns `file_width` and `file_height`, of any table.
    static Optional<PictureSize> picture(ResultSet row) throws SQLException {
        int width = row.getInt("file_width");
        int height = row.getInt("file_height");
        return width > 0 && height > 0
                ? Optional.of(new PictureSize(width, height))
                : Optional.empty();
    }

    /// Columns `file_width` and `file_height`.
    static Optional<PictureSize> picture(Content content) {
        return content instanceof Content.File file ? file.picture() : Optional.empty();
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

    /// One that has failed edits nothing, so of an edit there is no refusal.
    ///
    /// @param of before the names of the columns that say why it failed
    private static Delivery delivery(ResultSet row, String state, String of) throws SQLException {
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
                                    Refusal.Reason.valueOf(row.getString(of + "refusal")),
                                    row.getString(of + "refusal_text")));
            default -> throw unknown(state);
        };
    }

    private static StoreException unknown(String word) {
        return new StoreException(StoreException.Kind.DAMAGED, "not a word of Kith: " + word);
    }
}
