package kith.ui.tabs;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import kith.base.Lane;
import kith.base.Subscription;
import kith.model.ChatKey;
import kith.model.ChatWindow;
import kith.ui.fx.ListPatch;

import java.util.ArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// The chats that have windows of their own, and what the user does with those.
///
/// FX thread only.
public final class ChatWindowsViewModel implements AutoCloseable {

    private final TabSources sources;
    private final Commands commands;
    private final ListPatch<Row> patch = new ListPatch<>(row -> row.tab.key());
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ObservableList<Row> shown = FXCollections.unmodifiableObservableList(rows);
    private final Subscription subscription;

    public ChatWindowsViewModel(TabSources sources, Commands commands, Lane fx) {
        this.sources = sources;
        this.commands = commands;
        this.subscription = sources.watch(fx, this::show);
        show(); // so that they come with the first frame
    }

    /// One window.
    ///
    /// @param tab the chat as its tab would show it
    /// @param window where it stands, and how often it was asked for
    public record Row(ChatTab tab, ChatWindow window) {}

    /// What the user can do with these windows.
    ///
    /// @param backToTab puts the chat into a tab of the main window again
    /// @param keepBounds remembers where a window stands, as it writes that
    public record Commands(
            Consumer<ChatKey> close,
            Consumer<ChatKey> backToTab,
            BiConsumer<ChatKey, String> keepBounds) {}

    /// The windows. Read-only.
    public ObservableList<Row> windows() {
        return shown;
    }

    public void close(ChatKey chat) {
        commands.close.accept(chat);
    }

    public void backToTab(ChatKey chat) {
        commands.backToTab.accept(chat);
    }

    public void keepBounds(ChatKey chat, String bounds) {
        commands.keepBounds.accept(chat, bounds);
    }

    @Override
    public void close() {
        subscription.close();
    }

    private void show() {
        var open = sources.open().get().windows();
        var tabs = sources.tabs(open.stream().map(ChatWindow::chat).toList());
        var next = new ArrayList<Row>();
        for (int i = 0; i < open.size(); i++) {
            next.add(new Row(tabs.get(i), open.get(i)));
        }
        patch.apply(rows, next);
    }
}
