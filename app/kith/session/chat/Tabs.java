package kith.session.chat;

import kith.base.BatchLane;
import kith.base.Cell;
import kith.base.Live;
import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.OpenTabs;
import kith.store.TabStore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Which chats are open in tabs, in which order, and which is selected; kept over restarts.
///
/// Commands may be called on any thread.
public final class Tabs {

    private final TabStore store;
    private final ChatList chats;
    private final BatchLane core;
    private final Deque<ChatKey> closed = new ArrayDeque<>();
    private final Cell<OpenTabs> tabs;
    private OpenTabs newest = OpenTabs.NONE;
    private boolean isStale;

    public Tabs(TabStore store, ChatList chats, BatchLane core) {
        this.store = store;
        this.chats = chats;
        this.core = core;
        this.tabs = new Cell<>(core, OpenTabs.NONE);
    }

    public Live<OpenTabs> tabs() {
        return tabs;
    }

    /// Opens the chat's tab, if it isn't, and selects it.
    public void open(ChatKey chat, Chat.Kind kind) {
        core.execute(
                () -> {
                    chats.ensure(chat, kind);
                    change(it -> new OpenTabs(with(it.order(), chat), Optional.of(chat)));
                });
    }

    /// Opens the chat's tab, if it isn't, and leaves the selection where it is.
    public void openInBackground(ChatKey chat, Chat.Kind kind) {
        core.execute(
                () -> {
                    chats.ensure(chat, kind);
                    change(
                            now ->
                                    new OpenTabs(
                                            with(now.order(), chat),
                                            now.selected().or(() -> Optional.of(chat))));
                });
    }

    /// Closes the chat's tab; its neighbour is selected where it was.
    public void close(ChatKey chat) {
        core.execute(
                () -> {
                    if (newest.order().contains(chat)) {
                        closed.push(chat);
                        change(now -> without(now, chat));
                    }
                });
    }

    /// Opens and selects the tab that was closed last.
    public void reopenClosed() {
        core.execute(
                () -> {
                    var chat = closed.poll();
                    if (chat != null) {
                        change(it -> new OpenTabs(with(it.order(), chat), Optional.of(chat)));
                    }
                });
    }

    /// Selects an open tab.
    public void select(ChatKey chat) {
        core.execute(
                () -> {
                    if (newest.order().contains(chat)) {
                        change(now -> new OpenTabs(now.order(), Optional.of(chat)));
                    }
                });
    }

    /// Moves a tab.
    ///
    /// @param index from the start side, from 0, counted without the tab itself; cut to what there
    ///   is
    public void move(ChatKey chat, int index) {
        core.execute(
                () -> {
                    var order = new ArrayList<>(newest.order());
                    if (order.remove(chat)) {
                        order.add(Math.clamp(index, 0, order.size()), chat);
                        change(now -> new OpenTabs(List.copyOf(order), now.selected()));
                    }
                });
    }

    /// Reads the tabs that were open last. Core lane only.
    public void load() {
        newest = store.load();
        publish();
    }

    /// The account is gone, and its tabs with it. Core lane only.
    public void forget(AccountId account) {
        closed.removeIf(chat -> chat.account().equals(account));
        change(
                now -> {
                    var order =
                            now.order().stream()
                                    .filter(chat -> !chat.account().equals(account))
                                    .toList();
                    var selected =
                            now.selected()
                                    .filter(order::contains)
                                    .or(() -> order.stream().findFirst());
                    return new OpenTabs(order, selected);
                });
    }

    private void change(UnaryOperator<OpenTabs> change) {
        newest = change.apply(newest);
        store.save(newest);
        publish();
    }

    /// After the list of chats, so that nobody sees a tab of a chat that nobody knows.
    private void publish() {
        if (!isStale) {
            isStale = true;
            core.atBatchEnd(
                    () -> {
                        isStale = false;
                        tabs.set(newest);
                    });
        }
    }

    private static List<ChatKey> with(List<ChatKey> order, ChatKey chat) {
        if (order.contains(chat)) {
            return order;
        }
        var longer = new ArrayList<>(order);
        longer.add(chat);
        return List.copyOf(longer);
    }

    private static OpenTabs without(OpenTabs now, ChatKey chat) {
        int at = now.order().indexOf(chat);
        var order = now.order().stream().filter(each -> !each.equals(chat)).toList();
        if (order.isEmpty()) {
            return OpenTabs.NONE;
        }
        var neighbour = order.get(Math.min(at, order.size() - 1));
        return new OpenTabs(
                order,
                now.selected().filter(each -> !each.equals(chat)).or(() -> Optional.of(neighbour)));
    }
}
