package kith.ui.tabs;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import kith.base.Lane;
import kith.base.Subscription;
import kith.model.ChatKey;
import kith.ui.fx.ListPatch;

import java.util.Optional;
import java.util.function.Consumer;

/// The open chats as tabs: names, presence and what waits in them; and what the user does with
/// them.
///
/// FX thread only.
public final class TabStripViewModel implements AutoCloseable {

    private final TabSources sources;
    private final TabCommands commands;
    private final ListPatch<ChatTab> patch = new ListPatch<>(ChatTab::key);
    private final ObservableList<ChatTab> tabs = FXCollections.observableArrayList();
    private final ObservableList<ChatTab> shown = FXCollections.unmodifiableObservableList(tabs);
    private final ReadOnlyObjectWrapper<Optional<ChatTab>> selected =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<SearchTab>> search =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Subscription subscription;
    private Consumer<ChatTab> closed = tab -> {};

    /// What the session had selected when this looked last.
    private Optional<ChatKey> selectedChat = Optional.empty();

    public TabStripViewModel(TabSources sources, TabCommands commands, Lane fx) {
        this.sources = sources;
        this.commands = commands;
        this.subscription = sources.watch(fx, this::show);
        show(); // so that the first frame has it all
    }

    /// Says who is told of each tab that the user closes.
    public void onClosed(Consumer<ChatTab> closed) {
        this.closed = closed;
    }

    /// The tabs from the start side. Read-only.
    public ObservableList<ChatTab> tabs() {
        return shown;
    }

    /// The tab whose page is shown; none only where no tab is open, or the search is in front.
    public ReadOnlyObjectProperty<Optional<ChatTab>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// The tab of the search, after those of the chats; none where nothing is searched.
    public ReadOnlyObjectProperty<Optional<SearchTab>> searchProperty() {
        return search.getReadOnlyProperty();
    }

    /// Brings the tab of the search to the front, and opens it where there is none.
    public void showSearch() {
        showSearch(new SearchTab(search.get().map(SearchTab::title).orElse(""), true));
    }

    /// Says what is looked for.
    public void nameSearch(String title) {
        search.get().ifPresent(tab -> showSearch(new SearchTab(title, tab.isSelected())));
    }

    /// Goes back to the chat that was in front before the search.
    public void leaveSearch() {
        search.get().ifPresent(tab -> showSearch(new SearchTab(tab.title(), false)));
    }

    public void closeSearch() {
        search.set(Optional.empty());
        show();
    }

    /// Whether the search is in front.
    public boolean isSearching() {
        return search.get().filter(SearchTab::isSelected).isPresent();
    }

    private void showSearch(SearchTab tab) {
        search.set(Optional.of(tab));
        show();
    }

    public void select(ChatKey chat) {
        leaveSearch();
        commands.select().accept(chat);
    }

    /// Goes to the tab at a place counted from 0, if there is one.
    public void selectAt(int index) {
        if (index < tabs.size()) {
            select(tabs.get(index).key());
        }
    }

    /// Goes to the last tab, if there is one.
    public void selectLast() {
        if (!tabs.isEmpty()) {
            select(tabs.getLast().key());
        }
    }

    /// Goes to the tab so many places further on, round and round.
    ///
    /// @param places negative for back
    public void selectNext(int places) {
        int count = tabs.size() + (search.get().isPresent() ? 1 : 0);
        int now = isSearching() ? tabs.size() : selected.get().map(tabs::indexOf).orElse(-1);
        if (now >= 0) {
            int next = Math.floorMod(now + places, count);
            if (next < tabs.size()) {
                selectAt(next);
            } else {
                showSearch();
            }
        }
    }

    /// Goes to the next tab in which something waits, round and round.
    ///
    /// @param direction 1 for on, -1 for back
    public void selectNextUnread(int direction) {
        int now = selected.get().map(tabs::indexOf).orElse(0);
        for (int step = 1; step <= tabs.size(); step++) {
            var tab = tabs.get(Math.floorMod(now + direction * step, tabs.size()));
            if (tab.mark().isWaiting()) {
                select(tab.key());
                return;
            }
        }
    }

    /// Closes a tab, unless it is pinned.
    public void close(ChatKey chat) {
        tab(chat)
                .filter(tab -> !tab.isPinned())
                .ifPresent(
                        tab -> {
                            commands.close().accept(chat);
                            closed.accept(tab);
                        });
    }

    /// Closes the tab that is in front.
    public void closeSelected() {
        if (isSearching()) {
            closeSearch();
        } else {
            selected.get().map(ChatTab::key).ifPresent(this::close);
        }
    }

    /// Closes all but this one and the pinned ones.
    public void closeOthers(ChatKey chat) {
        commands.closeOthers().accept(chat);
    }

    /// Whether there are others that [#closeOthers] closes.
    public boolean hasOthers(ChatKey chat) {
        return tabs.stream().anyMatch(tab -> !tab.isPinned() && !tab.key().equals(chat));
    }

    /// Opens the tab again that was closed last.
    public void reopenClosed() {
        commands.reopenClosed().run();
    }

    /// Moves a tab to a place, counted without itself.
    public void move(ChatKey chat, int index) {
        commands.move().accept(chat, index);
    }

    /// Moves the selected tab so many places on, as far as there are some.
    ///
    /// @param places negative for back
    public void moveSelected(int places) {
        selected.get().ifPresent(tab -> move(tab.key(), Math.max(0, tabs.indexOf(tab) + places)));
    }

    /// Pins a tab, or unpins it where it is pinned.
    public void togglePin(ChatKey chat) {
        tab(chat).ifPresent(tab -> commands.pin().accept(chat, !tab.isPinned()));
    }

    /// Gives a tab's chat a window of its own in place of the tab.
    ///
    /// @param bounds where, as windows write that; none: where windows usually come
    public void openWindow(ChatKey chat, Optional<String> bounds) {
        tab(chat).ifPresent(tab -> commands.openWindow().open(chat, tab.kind(), bounds));
    }

    @Override
    public void close() {
        subscription.close();
    }

    private Optional<ChatTab> tab(ChatKey chat) {
        return tabs.stream().filter(tab -> tab.key().equals(chat)).findFirst();
    }

    private void show() {
        var newest = sources.open().get();
        boolean isOther = !newest.selected().equals(selectedChat);
        boolean isGone = selectedChat.filter(chat -> !newest.order().contains(chat)).isPresent();
        selectedChat = newest.selected();
        if (isOther && !isGone && isSearching()) {
            leaveSearch(); // someone went to a chat
            return;
        }
        var next = sources.tabs(newest.order());
        if (isSearching()) {
            next = next.stream().map(tab -> tab.selected(false)).toList();
        }
        patch.apply(tabs, next);
        selected.set(next.stream().filter(ChatTab::isSelected).findFirst());
    }
}
