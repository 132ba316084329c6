package kith.ui.contacts;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

import kith.ui.presence.PresenceLook;
import kith.ui.text.Texts;
import kith.ui.widget.EmptyState;
import kith.ui.widget.KeyCap;
import kith.ui.widget.RowList;

/// The roster, or what to do while there is nobody in it.
public final class ContactsView extends StackPane {

    private final ContactsViewModel model;
    private final Runnable showChat;
    private final ObservableValue<String> newChatKeys;
    private final Texts texts;
    private final RowList<ContactRow> list;

    /// @param showChat shows the chat that is open already
    /// @param newChatKeys the keys that start a chat
    public ContactsView(
            ContactsViewModel model,
            Runnable showChat,
            ObservableValue<String> newChatKeys,
            Texts texts) {
        this.model = model;
        this.showChat = showChat;
        this.newChatKeys = newChatKeys;
        this.texts = texts;
        var look = new PresenceLook(texts);
        list =
                new RowList<>(
                        model.rows(),
                        texts.say("contacts.name"),
                        () -> new ContactCell(model, look, texts));
        list.getStyleClass().add("roster");
        list.onOpen(this::open).onOpenInBackground(this::openInBackground);
        model.rows().subscribe(this::showListOrHint);
        showListOrHint();
    }

    /// Moves the focus into the list.
    @Override
    public void requestFocus() {
        list.requestFocus();
    }

    private void open(ContactRow row) {
        switch (row) {
            case ContactRow.Person person when person.isSelected() -> showChat.run();
            case ContactRow.Person person -> model.open(person);
            case ContactRow.Head head -> model.toggle(head);
            case ContactRow.Request request -> {} // has buttons
        }
    }

    private void openInBackground(ContactRow row) {
        if (row instanceof ContactRow.Person person) {
            model.openInBackground(person);
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
                        texts.say("contacts.empty"),
                        texts.say("contacts.empty.how"),
                        new KeyCap(newChatKeys))
                : new EmptyState(
                        texts.say("filter.nothing", typed.strip()),
                        texts.say("filter.nothing.how"));
    }
}
