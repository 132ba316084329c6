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

/// The list of chats, or what to do while there is none.
public final class ChatListView extends StackPane {

    private final ChatListViewModel model;
    private final Runnable showChat;
    private final ObservableValue<String> newChatKeys;
    private final Texts texts;
    private final RowList<ChatRow> list;

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
                        model.rows(),
                        texts.say("chats.name"),
                        () -> new ChatCell(look, texts, times));
        list.onOpen(this::open).onOpenInBackground(model::openInBackground);
        list.getStyleClass().add("chats");
        list.hoverProperty().subscribe(model::hold);
        model.rows().subscribe(this::showListOrHint);
        showListOrHint();
    }

    /// Moves the focus into the list.
    @Override
    public void requestFocus() {
        list.requestFocus();
    }

    private void open(ChatRow row) {
        if (row.isSelected()) {
            showChat.run();
        } else {
            model.open(row);
        }
    }

    private void showListOrHint() {
        Node wanted = model.rows().isEmpty() ? hint() : list;
        if (!getChildren().contains(wanted)) {
            getChildren().setAll(wanted);
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
