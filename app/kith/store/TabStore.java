package kith.store;

import kith.model.ChatKey;
import kith.model.OpenTabs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The tabs that were open when the user left: table `tab`.
///
/// Core lane only.
public final class TabStore {

    private static final String LOAD = "SELECT account, peer, selected FROM tab ORDER BY place";

    private static final String ADD =
            "INSERT INTO tab (place, account, peer, selected) VALUES (?, ?, ?, ?)";

    private final Db db;

    public TabStore(Db db) {
        this.db = db;
    }

    public OpenTabs load() {
        var order = new ArrayList<ChatKey>();
        var selected = new ArrayList<ChatKey>();
        for (var tab : db.query(LOAD, row -> new Tab(Jids.chat(row), row.getBoolean("selected")))) {
            order.add(tab.chat);
            if (tab.isSelected) {
                selected.add(tab.chat);
            }
        }
        return new OpenTabs(List.copyOf(order), selected.stream().findFirst());
    }

    public void save(OpenTabs tabs) {
        db.atomically(
                () -> {
                    db.update("DELETE FROM tab");
                    int place = 0;
                    for (var chat : tabs.order()) {
                        boolean isSelected = tabs.selected().equals(Optional.of(chat));
                        db.update(ADD, place++, chat.account(), chat.peer(), isSelected);
                    }
                });
    }

    private record Tab(ChatKey chat, boolean isSelected) {}
}
