package kith.ui.shell;

import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import kith.ui.chats.ChatListView;
import kith.ui.chats.ChatListViewModel;
import kith.ui.chats.RoomListView;
import kith.ui.contacts.ContactsView;
import kith.ui.keys.KeyAction;
import kith.ui.text.Texts;
import kith.ui.text.Times;
import kith.ui.widget.SearchField;
import kith.ui.widget.SegmentedControl;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// The start side of the window: who the user is, the filter, and the list that was chosen. A list
/// is made when it is first chosen.
final class Sidebar extends BorderPane {

    private final ProfileRow profile;
    private final SearchField filter;
    private final SegmentedControl choice;
    private final List<Supplier<SideList>> makers;
    private final @Nullable SideList[] lists = new SideList[3];
    private SideList shown;

    /// @param showChat shows the chat that is open already
    /// @param keys what to say of the keys of an action
    Sidebar(
            ViewModels viewModels,
            ChatListViewModel chats,
            ProfileRow profile,
            Footer footer,
            Runnable showChat,
            Runnable joinRoom,
            Runnable browseRooms,
            Runnable newRoom,
            Function<KeyAction, ObservableValue<String>> keys,
            Texts texts,
            Times times) {
        this.profile = profile;
        getStyleClass().add("sidebar");
        filter = new SearchField(texts.say("shell.filter"), texts.say("shell.filter.clear"));
        keys.apply(KeyAction.SWITCHER).subscribe(filter::withShortcut);
        var newChat = keys.apply(KeyAction.NEW_CHAT);
        choice =
                new SegmentedControl(
                        List.of(
                                texts.say("shell.chats"),
                                texts.say("shell.contacts"),
                                texts.say("shell.rooms")));
        chats.unreadProperty()
                .subscribe(
                        unread ->
                                choice.badge(0)
                                        .setCount(
                                                unread.intValue(),
                                                texts.count("chats.unread", unread.intValue())));
        makers =
                List.of(
                        () ->
                                new SideList(
                                        new ChatListView(chats, showChat, newChat, texts, times),
                                        chats.filterProperty(),
                                        chats::openFirst),
                        () -> contacts(viewModels, showChat, newChat, texts),
                        () -> rooms(viewModels, showChat, joinRoom, browseRooms, newRoom, texts));
        var tools = new VBox(filter, choice);
        tools.getStyleClass().add("tools");
        setTop(new VBox(profile, tools));
        setBottom(footer);
        shown = list(0);
        choice.selectedIndexProperty().subscribe(index -> show(index.intValue()));
        filter.textProperty().subscribe(typed -> shown.filter().set(typed));
        filter.setOnAction(event -> openFirst());
        filter.addEventFilter(KeyEvent.KEY_PRESSED, this::goDownToList);
    }

    /// The button that opens the profile menu.
    ProfileRow profile() {
        return profile;
    }

    /// Moves the focus to the filter and selects what stands there.
    void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    /// Moves the focus into the list.
    void focusList() {
        shown.view().requestFocus();
    }

    private void openFirst() {
        if (!filter.getText().isBlank()) {
            shown.openFirst().run();
            filter.clear();
        }
    }

    private void goDownToList(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN) {
            focusList();
            event.consume();
        }
    }

    private void show(int index) {
        shown.filter().set("");
        shown = list(index);
        shown.filter().set(filter.getText());
        setCenter(shown.view());
    }

    private SideList list(int index) {
        return Optional.ofNullable(lists[index]).orElseGet(() -> make(index));
    }

    private SideList make(int index) {
        var made = makers.get(index).get();
        lists[index] = made;
        return made;
    }

    private static SideList contacts(
            ViewModels viewModels,
            Runnable showChat,
            ObservableValue<String> newChat,
            Texts texts) {
        var model = viewModels.contacts();
        return new SideList(
                new ContactsView(model, showChat, newChat, texts),
                model.filterProperty(),
                model::openFirst);
    }

    private static SideList rooms(
            ViewModels viewModels,
            Runnable showChat,
            Runnable joinRoom,
            Runnable browseRooms,
            Runnable newRoom,
            Texts texts) {
        var model = viewModels.rooms();
        return new SideList(
                new RoomListView(model, showChat, joinRoom, browseRooms, newRoom, texts),
                model.filterProperty(),
                model::openFirst);
    }
}
