package kith.ui.shell;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

import kith.model.ChatKey;
import kith.model.MessageKey;
import kith.ui.tabs.ChatTab;
import kith.ui.tabs.TabStripViewModel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The page of the selected tab. Pages of other tabs are kept for a while behind it, hidden but
/// whole, so that going back to one is instant.
final class PageStack extends StackPane {

    /// Enough for going to and fro; each holds a window of a timeline.
    private static final int KEPT = 6;

    private final TabStripViewModel tabs;
    private final ChatPages maker;
    private final ChatFrame frame;
    private final Map<ChatKey, ChatPage> pages = new LinkedHashMap<>(KEPT, 0.75f, true);
    private Optional<ChatKey> shown = Optional.empty();

    /// What a page shows as soon as it is in front.
    private Optional<MessageKey> wanted = Optional.empty();
    private Optional<ChatKey> wantedIn = Optional.empty();

    PageStack(TabStripViewModel tabs, ChatPages maker, ChatFrame frame) {
        this.tabs = tabs;
        this.maker = maker;
        this.frame = frame;
        getStyleClass().add("pages");
        tabs.selectedProperty().subscribe(this::show);
        tabs.tabs().addListener((ListChangeListener<ChatTab>) change -> closeGone());
    }

    /// The page that is shown; none where no tab is open.
    Optional<ChatPage> page() {
        return shown.map(pages::get);
    }

    /// Takes the reader to a message: now, or as soon as its chat is in front.
    void showMessage(ChatKey chat, MessageKey message) {
        wanted = Optional.of(message);
        wantedIn = Optional.of(chat);
        showWanted();
    }

    private void showWanted() {
        if (wantedIn.isPresent() && wantedIn.equals(shown)) {
            page().ifPresent(page -> wanted.ifPresent(page::show));
            wantedIn = Optional.empty();
        }
    }

    private void show(Optional<ChatTab> selected) {
        var key = selected.map(ChatTab::key);
        if (key.equals(shown)) {
            return;
        }
        shown = key;
        selected.ifPresent(tab -> pages.computeIfAbsent(tab.key(), chat -> make(tab)));
        var front = page().map(ChatPage::node);
        for (var node : getChildren()) {
            setShown(node, front.filter(node::equals).isPresent());
        }
        closeOldest();
        showWanted();
    }

    private ChatPage make(ChatTab tab) {
        var page = maker.make(tab.key(), tab.kind(), frame);
        getChildren().add(page.node());
        return page;
    }

    private static void setShown(Node node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }

    private void closeGone() {
        Set<ChatKey> open = tabs.tabs().stream().map(ChatTab::key).collect(Collectors.toSet());
        pages.keySet().stream().filter(key -> !open.contains(key)).toList().forEach(this::close);
    }

    private void closeOldest() {
        pages.keySet().stream()
                .limit(Math.max(0, pages.size() - KEPT))
                .toList()
                .forEach(this::close);
    }

    private void close(ChatKey key) {
        Optional.ofNullable(pages.remove(key))
                .ifPresent(
                        page -> {
                            getChildren().remove(page.node());
                            page.close();
                        });
    }
}
