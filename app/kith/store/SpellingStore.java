package kith.store;

import kith.model.ChatKey;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The words that the user says are right: table `own_word`; and the dictionaries chosen for chats:
/// table `chat_language`, at most one row of each chat.
///
/// Core lane only.
public final class SpellingStore {

    private static final String CHOSEN =
            """
            SELECT c.account, c.peer, l.dictionary
            FROM chat_language l JOIN chat c ON c.id = l.chat
            """;

    private static final String CHOOSE =
            """
            MERGE INTO chat_language (chat, dictionary) KEY (chat)
                SELECT id, CAST(? AS VARCHAR) FROM chat WHERE account = ? AND peer = ?
            """;

    private final Db db;

    public SpellingStore(Db db) {
        this.db = db;
    }

    /// The words, in one query.
    ///
    /// @return immutable
    public Set<String> words() {
        return Set.copyOf(db.query("SELECT word FROM own_word", row -> row.getString(1)));
    }

    /// Keeps a word, if it isn't there.
    public void add(String word) {
        db.update("MERGE INTO own_word (word) KEY (word) VALUES (?)", word);
    }

    /// Keeps a word no longer, if it is there.
    public void remove(String word) {
        db.update("DELETE FROM own_word WHERE word = ?", word);
    }

    /// What was chosen, in one query: a dictionary, or none to check by. A chat for which nothing
    /// was chosen is missing.
    ///
    /// @return immutable
    public Map<ChatKey, Optional<String>> chosen() {
        List<Map.Entry<ChatKey, Optional<String>>> chosen =
                db.query(
                        CHOSEN,
                        row ->
                                Map.entry(
                                        Jids.chat(row),
                                        Optional.ofNullable(row.getString("dictionary"))));
        return chosen.stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Keeps what was chosen for a chat in place of what was; nothing where there is no such chat.
    public void choose(ChatKey chat, Optional<String> dictionary) {
        db.update(CHOOSE, dictionary, chat.account(), chat.peer());
    }

    /// Keeps these and no others.
    public void replaceAll(Set<String> words, Map<ChatKey, Optional<String>> chosen) {
        db.atomically(
                () -> {
                    db.update("DELETE FROM own_word");
                    db.update("DELETE FROM chat_language");
                    words.forEach(this::add);
                    chosen.forEach(this::choose);
                });
    }
}
