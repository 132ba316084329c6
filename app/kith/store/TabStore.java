package kith.store;

import kith.model.ChatKey;
import kith.model.ChatWindow;
import kith.model.OpenTabs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The tabs and the chats' own windows that were open when the user left: tables `tab` and
/// `chat_window`.
///
/// Core lane only.
public final class TabStore {

    private static final String LOAD =
            "SELECT account, peer, selected, pinned FROM tab ORDER BY place";

    private static final String LOAD_WINDOWS =
            "SELECT account, peer, bounds FROM chat_window ORDER BY place";

    private static final String ADD =
            "INSERT INTO tab (place, account, peer, selected, pinned) VALUES (?, ?, ?, ?, ?)";

    private static final String ADD_WINDOW =
            "INSERT INTO chat_window (place, account, peer, bounds) VALUES (?, ?, ?, ?)";

    private final Db db;

    public TabStore(Db db) {
        this.db = db;
    }

    public OpenTabs load() {
        var order = new ArrayList<ChatKey>();
        var selected = new ArrayList<ChatKey>();
        var pinned = new HashSet<ChatKey>();
        for (var tab : tabs()) {
            order.add(tab.chat);
            if (tab.isSelected) {
                selected.add(tab.chat);
            }
            if (tab.isPinned) {
                pinned.add(tab.chat);
            }
        }
        return new OpenTabs(
                List.copyOf(order), selected.stream().findFirst(), Set.copyOf(pinned), windows());
    }

    public void save(OpenTabs tabs) {
        db.atomically(
                () -> {
                    db.update("DELETE FROM tab");
                    int place = 0;
                    for (var chat : tabs.order()) {
                        boolean isSelected = tabs.selected().equals(Optional.of(chat));
                        db.update(
                                ADD,
                                place++,
                                chat.account(),
                                chat.peer(),
                                isSelected,
                                tabs.isPinned(chat));
                    }
                    saveWindows(tabs.windows());
                });
    }

    private void saveWindows(List<ChatWindow> windows) {
        db.update("DELETE FROM chat_window");
        int place = 0;
        for (var window : windows) {
            var chat = window.chat();
            db.update(ADD_WINDOW, place++, chat.account(), chat.peer(), window.bounds());
        }
    }

    private List<Tab> tabs() {
        return db.query(
                LOAD,
                row ->
                        new Tab(
                                Jids.chat(row),
                                row.getBoolean("selected"),
                                row.getBoolean("pinned")));
    }

    private List<ChatWindow> windows() {
        return db.query(
                LOAD_WINDOWS,
                row ->
                        new ChatWindow(
                                Jids.chat(row), Optional.ofNullable(row.getString("bounds")), 0));
    }

    private record Tab(ChatKey chat, boolean isSelected, boolean isPinned) {}
}
