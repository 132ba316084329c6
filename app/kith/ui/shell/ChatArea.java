package kith.ui.shell;

import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import kith.model.ChatKey;
import kith.model.MessageKey;
import kith.ui.search.SearchView;
import kith.ui.tabs.TabStripView;
import kith.ui.tabs.TabStripViewModel;
import kith.ui.text.Texts;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The end side of the window: the tabs, and under them the page of the selected one or, where no
/// tab is open, the first steps.
final class ChatArea extends VBox {

    private final TabStripView strip;
    private final PageStack pages;
    private final ConnectionBanner banner;
    private final Supplier<EmptyPage> empty;
    private final VBox emptySlot = new VBox();
    private final StackPane body;
    private Optional<EmptyPage> steps = Optional.empty();
    private Optional<SearchView> search = Optional.empty();
    private boolean isSearching;

    /// @param empty makes the first steps when they are first shown
    ChatArea(
            TabStripViewModel tabs,
            PageStack pages,
            ConnectionBanner banner,
            Supplier<EmptyPage> empty,
            Texts texts) {
        this.pages = pages;
        this.banner = banner;
        this.empty = empty;
        this.strip = new TabStripView(tabs, texts);
        getStyleClass().add("page");
        body = new StackPane(pages);
        setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(strip, emptySlot, body);
        tabs.selectedProperty()
                .subscribe(selected -> show(selected.isEmpty() && !tabs.isSearching()));
    }

    TabStripView strip() {
        return strip;
    }

    /// Opens or closes the details of the chat, where it has some.
    void toggleDetails() {
        pages.page().ifPresent(ChatPage::toggleDetails);
    }

    /// Opens the bar that finds words in the chat; in the search, the field has the focus.
    void find() {
        if (isSearching) {
            requestFocus();
        } else {
            pages.page().ifPresent(ChatPage::find);
        }
    }

    /// Opens the calendar to go to a day in the chat; the search has none.
    void openDays() {
        if (!isSearching) {
            pages.page().ifPresent(ChatPage::openDays);
        }
    }

    /// Does something in the chat; the search has none of it.
    void inChat(Consumer<ChatPage> what) {
        if (!isSearching) {
            pages.page().ifPresent(what);
        }
    }

    /// Takes the reader to a message: now, or as soon as its chat is in front.
    void showMessage(ChatKey chat, MessageKey message) {
        pages.showMessage(chat, message);
    }

    /// Shows the page of the search, or keeps it behind that of the chat.
    ///
    /// @param page none where nothing is searched any more
    void showSearch(Optional<SearchView> page, boolean isInFront) {
        if (!search.equals(page)) {
            search.ifPresent(body.getChildren()::remove);
            page.ifPresent(body.getChildren()::add);
            search = page;
        }
        isSearching = isInFront;
        page.ifPresent(
                shown -> {
                    shown.setVisible(isInFront);
                    shown.setManaged(isInFront);
                });
        show(pages.page().isEmpty() && !isInFront);
    }

    /// What F6 goes through here, in order.
    List<? extends Node> panes() {
        return pages.page().filter(page -> !isSearching).map(ChatPage::panes).orElse(List.of(this));
    }

    /// Moves the focus into the page, or to the first step where there is none.
    @Override
    public void requestFocus() {
        if (isSearching) {
            search.ifPresent(SearchView::requestFocus);
            return;
        }
        pages.page()
                .ifPresentOrElse(
                        ChatPage::requestFocus, () -> steps.ifPresent(EmptyPage::requestFocus));
    }

    private void show(boolean isEmpty) {
        if (isEmpty && steps.isEmpty()) {
            var made = empty.get();
            body.getChildren().add(made);
            steps = Optional.of(made);
        }
        steps.ifPresent(
                page -> {
                    page.setVisible(isEmpty);
                    page.setManaged(isEmpty);
                });
        banner.moveTo(pages.page().map(ChatPage::bannerSlot).orElse(emptySlot));
    }
}
