package kith.store;

import kith.model.ChatKey;
import kith.model.EditDraft;
import kith.model.MessageKey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the user has begun to write and not sent: table `draft`, at most one of each chat; and
/// which message that answers: table `draft_reply`; and which one is being changed meanwhile: table
/// `draft_edit`.
///
/// Core lane only.
public final class DraftStore {

    private static final String ALL =
            "SELECT c.account, c.peer, d.body FROM draft d JOIN chat c ON c.id = d.chat";

    private static final String PUT =
            """
            MERGE INTO draft (chat, body) KEY (chat)
                SELECT id, CAST(? AS VARCHAR) FROM chat WHERE account = ? AND peer = ?
            """;

    private static final String REMOVE =
            """
            DELETE FROM draft
            WHERE chat = (SELECT id FROM chat WHERE account = ? AND peer = ?)
            """;

    private static final String ANSWERED =
            """
            SELECT r.message FROM chat c JOIN draft_reply r ON r.chat = c.id
            WHERE c.account = ? AND c.peer = ?
            """;

    private static final String ANSWER =
            """
            MERGE INTO draft_reply (chat, message) KEY (chat)
                SELECT chat, id FROM message WHERE id = ?
            """;

    private static final String ANSWER_NONE =
            """
            DELETE FROM draft_reply
            WHERE chat = (SELECT id FROM chat WHERE account = ? AND peer = ?)
            """;

    private static final String EDITS =
            """
            SELECT c.account, c.peer, e.message, e.body
            FROM draft_edit e JOIN chat c ON c.id = e.chat
            """;

    private static final String EDIT =
            """
            MERGE INTO draft_edit (chat, message, body) KEY (chat)
                SELECT chat, id, CAST(? AS VARCHAR) FROM message WHERE id = ?
            """;

    private static final String EDIT_NONE =
            """
            DELETE FROM draft_edit
            WHERE chat = (SELECT id FROM chat WHERE account = ? AND peer = ?)
            """;

    private final Db db;

    public DraftStore(Db db) {
        this.db = db;
    }

    /// All of them, in one query.
    ///
    /// @return immutable
    public Map<ChatKey, String> all() {
        List<Map.Entry<ChatKey, String>> drafts =
                db.query(ALL, row -> Map.entry(Jids.chat(row), row.getString("body")));
        return drafts.stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Keeps what is written to a chat in place of what was; nothing where there is no such chat.
    public void put(ChatKey chat, String body) {
        db.update(PUT, Limits.fitting(body), chat.account(), chat.peer());
    }

    /// Nothing is written to the chat any more.
    public void remove(ChatKey chat) {
        db.update(REMOVE, chat.account(), chat.peer());
    }

    /// The message that is being answered in a chat.
    public Optional<MessageKey> answered(ChatKey chat) {
        return db.find(ANSWERED, row -> row.getLong(1), chat.account(), chat.peer())
                .map(MessageKey::new);
    }

    /// What is written to a chat answers this message of it, or none.
    public void setAnswered(ChatKey chat, Optional<MessageKey> message) {
        message.ifPresentOrElse(
                it -> db.update(ANSWER, it.row()),
                () -> db.update(ANSWER_NONE, chat.account(), chat.peer()));
    }

    /// The message that is being changed in each chat, in one query.
    ///
    /// @return immutable
    public Map<ChatKey, EditDraft> edits() {
        List<Map.Entry<ChatKey, EditDraft>> edits =
                db.query(EDITS, row -> Map.entry(Jids.chat(row), edit(row)));
        return edits.stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static EditDraft edit(ResultSet row) throws SQLException {
        return new EditDraft(new MessageKey(row.getLong("message")), row.getString("body"));
    }

    /// A message of a chat is being changed, or none; nothing where the message is gone.
    public void setEdit(ChatKey chat, Optional<EditDraft> edit) {
        edit.ifPresentOrElse(
                it -> db.update(EDIT, Limits.fitting(it.text()), it.message().row()),
                () -> db.update(EDIT_NONE, chat.account(), chat.peer()));
    }

    /// Keeps these edits and no others.
    public void replaceEdits(Map<ChatKey, EditDraft> edits) {
        db.atomically(
                () -> {
                    db.update("DELETE FROM draft_edit");
                    edits.forEach((chat, edit) -> setEdit(chat, Optional.of(edit)));
                });
    }

    /// Keeps these and no others.
    public void replaceAll(Map<ChatKey, String> drafts) {
        db.atomically(
                () -> {
                    db.update("DELETE FROM draft");
                    drafts.forEach(this::put);
                });
    }
}
