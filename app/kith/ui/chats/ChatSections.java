package kith.ui.chats;

import kith.model.ChatFlags;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Puts the chats in their sections: the pinned in their order, then the others as they came; the
/// archived apart.
final class ChatSections {

    private static final Comparator<ChatRow> BY_PLACE =
            Comparator.comparing(row -> row.flags().pinned().orElseThrow());

    private ChatSections() {}

    /// The list as it usually is.
    ///
    /// @param rows the newest message first
    static List<ChatItem> usual(List<ChatRow> rows) {
        var pinned = rows.stream().filter(row -> row.flags().isPinned()).sorted(BY_PLACE).toList();
        var recent = rows.stream().filter(ChatSections::isRecent).toList();
        var items = new ArrayList<ChatItem>();
        if (!pinned.isEmpty()) {
            items.add(new ChatItem.Head(ChatItem.Section.PINNED));
            items.addAll(pinned);
        }
        if (!pinned.isEmpty() && !recent.isEmpty()) {
            items.add(new ChatItem.Head(ChatItem.Section.RECENT));
        }
        items.addAll(recent);
        int archived = count(rows);
        if (archived > 0) {
            items.add(new ChatItem.Archive(archived, false));
        }
        return items;
    }

    /// The archived ones, under the way back.
    static List<ChatItem> archived(List<ChatRow> rows) {
        var items = new ArrayList<ChatItem>();
        items.add(new ChatItem.Archive(count(rows), true));
        rows.stream().filter(row -> row.flags().isArchived()).forEach(items::add);
        return items;
    }

    /// How many are archived.
    static int count(List<ChatRow> rows) {
        return (int) rows.stream().map(ChatRow::flags).filter(ChatFlags::isArchived).count();
    }

    private static boolean isRecent(ChatRow row) {
        return !row.flags().isPinned() && !row.flags().isArchived();
    }
}
