package kith.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Small things by name, such as the window's place, the theme and the user's own presence: table
/// `setting`. Names are dotted words, `window.width`; who reads one says what its text means.
///
/// Core lane only.
public final class SettingStore {

    private final Db db;

    public SettingStore(Db db) {
        this.db = db;
    }

    /// All of them, in one query.
    ///
    /// @return immutable
    public Map<String, String> all() {
        List<Map.Entry<String, String>> settings =
                db.query(
                        "SELECT name, text FROM setting",
                        row -> Map.entry(row.getString("name"), row.getString("text")));
        return settings.stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public Optional<String> get(String name) {
        return db.find("SELECT text FROM setting WHERE name = ?", row -> row.getString(1), name);
    }

    public void put(String name, String text) {
        db.update("MERGE INTO setting (name, text) KEY (name) VALUES (?, ?)", name, text);
    }

    public void remove(String name) {
        db.update("DELETE FROM setting WHERE name = ?", name);
    }
}
