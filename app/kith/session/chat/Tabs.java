package kith.session.chat;

import kith.base.BatchLane;
import kith.base.Cell;
import kith.base.Live;
import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.ChatWindow;
import kith.model.OpenTabs;
import kith.store.TabStore;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Which chats are open in tabs, in which order, and which is selected; and which have windows of
/// their own; kept over restarts.
///
/// Commands may be called on any thread.
public final class Tabs {

    private final TabStore store;
    private final ChatList chats;
    private final BatchLane core;
    private final Deque<Closed> closed = new ArrayDeque<>();
    private final Cell<OpenTabs> tabs;
    private OpenTabs newest = OpenTabs.NONE;
    private boolean isStale;

    public Tabs(TabStore store, ChatList chats, BatchLane core) {
        this.store = store;
        this.chats = chats;
        this.core = core;
        this.tabs = new Cell<>(core, OpenTabs.NONE);
    }

    /// What was closed, and how to put it back.
    private record Closed(ChatKey chat, int index, Optional<ChatWindow> window) {}

    public Live<OpenTabs> tabs() {
        return tabs;
    }

    /// Opens the chat's tab, if it isn't, and selects it; or asks for its window, if it has one.
    public void open(ChatKey chat, Chat.Kind kind) {
        core.execute(
                () -> {
                    chats.ensure(chat, kind);
                    change(
                            now ->
                                    now.window(chat).isPresent()
                                            ? now.changingWindow(chat, ChatWindow::askedAgain)
                                            : now.with(chat).selecting(chat));
                });
    }

    /// Opens the chat's tab, if it isn't open in any way, and leaves the selection where it is.
    public void openInBackground(ChatKey chat, Chat.Kind kind) {
        core.execute(
                () -> {
                    chats.ensure(chat, kind);
                    if (newest.window(chat).isEmpty()) {
                        change(
                                now ->
                                        now.selected().isPresent()
                                                ? now.with(chat)
                                                : now.with(chat).selecting(chat));
                    }
                });
    }

    /// Opens the chat in a window of its own, in place of its tab; or asks for the window that it
    /// has.
    ///
    /// @param bounds where, as windows write that; none: where windows usually come
    public void openWindow(ChatKey chat, Chat.Kind kind, Optional<String> bounds) {
        core.execute(
                () -> {
                    if (newest.window(chat).isPresent()) {
                        open(chat, kind);
                    } else {
                        chats.ensure(chat, kind);
                        change(now -> now.withWindow(new ChatWindow(chat, bounds, 0)));
                    }
                });
    }

    /// Puts a chat that has a window of its own back into a tab, and selects that.
    public void backToTab(ChatKey chat) {
        core.execute(
                () -> {
                    if (newest.window(chat).isPresent()) {
                        change(now -> now.withoutWindow(chat).with(chat).selecting(chat));
                    }
                });
    }

    /// The window of a chat stands elsewhere, or has another size.
    public void keepBounds(ChatKey chat, String bounds) {
        core.execute(
                () -> {
                    boolean isOther =
                            newest.window(chat)
                                    .filter(it -> !it.bounds().equals(Optional.of(bounds)))
                                    .isPresent();
                    if (isOther) {
                        change(now -> now.changingWindow(chat, it -> it.withBounds(bounds)));
                    }
                });
    }

    /// Closes the chat's tab, whose neighbour is selected where it was, or its window.
    public void close(ChatKey chat) {
        core.execute(
                () -> {
                    var window = newest.window(chat);
                    int index = newest.order().indexOf(chat);
                    if (window.isPresent()) {
                        closed.push(new Closed(chat, index, window));
                        change(now -> now.withoutWindow(chat));
                    } else if (index >= 0) {
                        closed.push(new Closed(chat, index, window));
                        change(now -> now.without(chat));
                    }
                });
    }

    /// Closes all tabs but this one and the pinned ones, and selects it.
    public void closeOthers(ChatKey chat) {
        core.execute(
                () -> {
                    var others =
                            newest.order().stream()
                                    .filter(each -> !each.equals(chat) && !newest.isPinned(each))
                                    .toList();
                    select(chat);
                    others.reversed().forEach(this::close);
                });
    }

    /// Opens what was closed last again, where it was, and selects it.
    public void reopenClosed() {
        core.execute(() -> Optional.ofNullable(closed.poll()).ifPresent(this::reopen));
    }

    /// Selects an open tab.
    public void select(ChatKey chat) {
        core.execute(
                () -> {
                    if (newest.order().contains(chat)) {
                        change(now -> now.selecting(chat));
                    }
                });
    }

    /// Moves a tab, among the pinned or among the others as it is.
    ///
    /// @param index from the start side, from 0, counted without the tab itself; cut to what there
    ///   is
    public void move(ChatKey chat, int index) {
        core.execute(() -> change(now -> now.moved(chat, index)));
    }

    /// Pins a tab: it stands at the start side and isn't closed by mistake.
    public void pin(ChatKey chat) {
        core.execute(() -> change(now -> now.withPinned(chat, true)));
    }

    public void unpin(ChatKey chat) {
        core.execute(() -> change(now -> now.withPinned(chat, false)));
    }

    /// Reads the tabs that were open last. Core lane only.
    public void load() {
        newest = store.load();
        publish();
    }

    /// The account is gone, and its tabs and windows with it. Core lane only.
    public void forget(AccountId account) {
        closed.removeIf(each -> each.chat.account().equals(account));
        change(
                now -> {
                    var left = now;
                    for (var chat : belonging(account, now.order())) {
                        left = left.without(chat);
                    }
                    var windows = now.windows().stream().map(ChatWindow::chat).toList();
                    for (var chat : belonging(account, windows)) {
                        left = left.withoutWindow(chat);
                    }
                    return left;
                });
    }

    /// The store may have lost what it was given: it is given all again. Core lane only.
    public void storeLost() {
        store.save(newest);
    }

    private static List<ChatKey> belonging(AccountId account, List<ChatKey> chats) {
        return chats.stream().filter(chat -> chat.account().equals(account)).toList();
    }

    private void reopen(Closed last) {
        var chat = last.chat;
        boolean isOpen = newest.order().contains(chat) || newest.window(chat).isPresent();
        if (isOpen) {
            open(chat, chats.kind(chat)); // meanwhile, in another way
        } else if (last.window.isPresent()) {
            change(now -> now.withWindow(last.window.get()));
        } else {
            change(now -> now.withAt(chat, last.index).selecting(chat));
        }
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
}
