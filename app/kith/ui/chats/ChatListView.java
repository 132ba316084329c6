package kith.ui.chats;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

import kith.ui.presence.PresenceLook;
import kith.ui.text.Texts;
import kith.ui.text.Times;
import kith.ui.widget.EmptyState;
import kith.ui.widget.KeyCap;
import kith.ui.widget.RowList;

import java.util.Optional;

/// The list of chats, or what to do while there is none.
public final class ChatListView extends StackPane {

    private final ChatListViewModel model;
    private final Runnable showChat;
    private final ObservableValue<String> newChatKeys;
    private final Texts texts;
    private final RowList<ChatItem> list;
    private final PinDrag drag;

    /// @param showChat shows the chat that is open already
    /// @param newChatKeys the keys that start a chat
    public ChatListView(
            ChatListViewModel model,
            Runnable showChat,
            ObservableValue<String> newChatKeys,
            Texts texts,
            Times times) {
        this.model = model;
        this.showChat = showChat;
        this.newChatKeys = newChatKeys;
        this.texts = texts;
        var look = new PresenceLook(texts);
        list =
                new RowList<>(
                        model.items(),
                        texts.say("chats.name"),
                        () -> new ChatCell(look, texts, times));
        var menu = new ChatMenu(model.actions(), texts);
        list.onOpen(this::open)
                .onOpenInBackground(this::openInBackground)
                .onMenu(
                        item ->
                                item instanceof ChatRow row
                                        ? Optional.of(menu.make(row))
                                        : Optional.empty())
                .passing(ChatItem.Head.class::isInstance);
        list.getStyleClass().add("chats");
        list.hoverProperty().subscribe(model::hold);
        drag = new PinDrag(list, model.actions());
        model.items().subscribe(this::showListOrHint);
        showListOrHint();
    }

    /// Moves the focus into the list.
    @Override
    public void requestFocus() {
        list.requestFocus();
    }

    private void open(ChatItem item) {
        switch (item) {
            case ChatRow row when row.isSelected() -> showChat.run();
            case ChatRow row -> model.open(row);
            case ChatItem.Archive archive -> model.toggleArchive();
            case ChatItem.Head head -> {} // it only tells of what is below
        }
    }

    private void openInBackground(ChatItem item) {
        if (item instanceof ChatRow row) {
            model.openInBackground(row);
        }
    }

    private void showListOrHint() {
        Node wanted = model.items().isEmpty() ? hint() : list;
        if (!getChildren().contains(wanted)) {
            getChildren().setAll(wanted, drag.line());
        }
    }

    private Node hint() {
        var typed = model.filterProperty().get();
        return typed.isBlank()
                ? new EmptyState(
                        texts.say("chats.empty"),
                        texts.say("chats.empty.how"),
                        new KeyCap(newChatKeys))
                : new EmptyState(
                        texts.say("filter.nothing", typed.strip()),
                        texts.say("filter.nothing.how"));
    }
}
