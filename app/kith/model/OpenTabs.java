package kith.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The chats that are open, in tabs and in windows of their own. A chat is in one of them at most.
///
/// @param order the tabs from the start side; each at most once, the pinned ones first
/// @param selected one of them; none only where there is none
/// @param pinned which of them are pinned
/// @param windows the others, in the order in which they got their windows
public record OpenTabs(
        List<ChatKey> order,
        Optional<ChatKey> selected,
        Set<ChatKey> pinned,
        List<ChatWindow> windows) {

    public static final OpenTabs NONE = new OpenTabs(List.of(), Optional.empty());

    /// Tabs of which none is pinned, and no windows.
    public OpenTabs(List<ChatKey> order, Optional<ChatKey> selected) {
        this(order, selected, Set.of(), List.of());
    }

    public boolean isPinned(ChatKey chat) {
        return pinned.contains(chat);
    }

    /// The window of a chat, if it has one.
    public Optional<ChatWindow> window(ChatKey chat) {
        return windows.stream().filter(each -> each.chat().equals(chat)).findFirst();
    }

    /// With a tab for the chat at the end, where it has none.
    public OpenTabs with(ChatKey chat) {
        return order.contains(chat) ? this : withAt(chat, order.size());
    }

    /// With a tab for the chat, where it has none, so many places from the start side; never among
    /// the pinned.
    public OpenTabs withAt(ChatKey chat, int index) {
        var longer = new ArrayList<>(order);
        longer.remove(chat);
        longer.add(Math.clamp(index, Math.min(pinned.size(), longer.size()), longer.size()), chat);
        return new OpenTabs(List.copyOf(longer), selected, pinned, windows);
    }

    /// With this tab selected; there must be one.
    public OpenTabs selecting(ChatKey chat) {
        return new OpenTabs(order, Optional.of(chat), pinned, windows);
    }

    /// Without the chat's tab; its neighbour is selected where it was.
    public OpenTabs without(ChatKey chat) {
        int at = order.indexOf(chat);
        if (at < 0) {
            return this;
        }
        var left = order.stream().filter(each -> !each.equals(chat)).toList();
        var neighbour =
                left.isEmpty()
                        ? Optional.<ChatKey>empty()
                        : Optional.of(left.get(Math.min(at, left.size() - 1)));
        return new OpenTabs(
                left,
                selected.filter(each -> !each.equals(chat)).or(() -> neighbour),
                less(pinned, chat),
                windows);
    }

    /// With a tab in another place, among the pinned or among the others as it is.
    ///
    /// @param index from the start side, counted without the tab itself; cut to what there is
    public OpenTabs moved(ChatKey chat, int index) {
        var moved = new ArrayList<>(order);
        if (!moved.remove(chat)) {
            return this;
        }
        boolean isPinned = isPinned(chat);
        int first = isPinned ? 0 : pinned.size();
        int last = isPinned ? pinned.size() - 1 : moved.size();
        moved.add(Math.clamp(index, first, last), chat);
        return new OpenTabs(List.copyOf(moved), selected, pinned, windows);
    }

    /// With a tab pinned after the others that are; or not, and after all that are.
    public OpenTabs withPinned(ChatKey chat, boolean isWanted) {
        if (!order.contains(chat) || isPinned(chat) == isWanted) {
            return this;
        }
        var now = isWanted ? more(pinned, chat) : less(pinned, chat);
        var changed = new OpenTabs(order, selected, now, windows);
        return changed.moved(chat, isWanted ? now.size() - 1 : now.size());
    }

    /// With a window for the chat, in place of its tab.
    public OpenTabs withWindow(ChatWindow window) {
        var tabs = without(window.chat());
        var more = new ArrayList<>(tabs.windows);
        more.removeIf(each -> each.chat().equals(window.chat()));
        more.add(window);
        return new OpenTabs(tabs.order, tabs.selected, tabs.pinned, List.copyOf(more));
    }

    public OpenTabs withoutWindow(ChatKey chat) {
        var left = windows.stream().filter(each -> !each.chat().equals(chat)).toList();
        return new OpenTabs(order, selected, pinned, left);
    }

    /// With another value for the window of the chat; nothing where it has none.
    public OpenTabs changingWindow(ChatKey chat, UnaryOperator<ChatWindow> change) {
        var changed =
                windows.stream()
                        .map(each -> each.chat().equals(chat) ? change.apply(each) : each)
                        .toList();
        return new OpenTabs(order, selected, pinned, changed);
    }

    private static Set<ChatKey> more(Set<ChatKey> some, ChatKey chat) {
        var more = new HashSet<>(some);
        more.add(chat);
        return Set.copyOf(more);
    }

    private static Set<ChatKey> less(Set<ChatKey> some, ChatKey chat) {
        var less = new HashSet<>(some);
        less.remove(chat);
        return Set.copyOf(less);
    }
}
