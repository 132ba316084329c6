package kith.ui.chat;

import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import kith.model.Contact;
import kith.model.HistoryFormat;
import kith.model.Room;
import kith.model.RoomState;
import kith.ui.chats.ExportMenu;
import kith.ui.presence.PresenceLook;
import kith.ui.room.RoomViewModel;
import kith.ui.text.Texts;
import kith.ui.widget.Avatar;
import kith.ui.widget.Badge;
import kith.ui.widget.DayMenu;
import kith.ui.widget.EmojiLabel;
import kith.ui.widget.Icon;
import kith.ui.widget.IconButton;
import kith.ui.widget.IconToggle;
import kith.ui.widget.IconView;

import java.util.Optional;
import java.util.function.Consumer;

/// The head of a chat's page: who is on the other side and how they are, and what can be done with
/// the chat as a whole.
final class ChatHeader extends HBox {

    private final ChatViewModel model;
    private final Texts texts;
    private final PresenceLook look;
    private final Avatar picture = new Avatar(36);
    private final EmojiLabel name = new EmojiLabel();
    private final EmojiLabel line = new EmojiLabel();
    private final Optional<IconToggle> details;
    private final IconButton more;
    private Subscription following = () -> {};
    private Runnable changeSubject = () -> {};
    private Runnable invite = () -> {};
    private Runnable find = () -> {};
    private Optional<Runnable> addPeople = Optional.empty();
    private Optional<Consumer<HistoryFormat>> export = Optional.empty();

    ChatHeader(ChatViewModel model, Texts texts, PageFrame frame) {
        this.model = model;
        this.texts = texts;
        look = new PresenceLook(texts);
        details =
                model.isRoom()
                        ? Optional.of(new IconToggle(Icon.DOCK_RIGHT, texts.say("chat.details")))
                        : Optional.empty();
        name.getStyleClass().addAll("lead", "strong");
        line.getStyleClass().add("chat-line");
        var words = new VBox(name, line);
        words.getStyleClass().add("chat-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        getStyleClass().add("chat-head");
        getChildren().addAll(back(frame), picture, words);
        frame.toTab().ifPresent(toTab -> getChildren().add(toTab(toTab)));
        getChildren().add(search());
        details.ifPresent(getChildren()::add);
        more = more();
        getChildren().add(more);
        model.titleProperty().subscribe(this::showTitle);
        model.room()
                .ifPresentOrElse(
                        room -> room.roomProperty().subscribe(this::showRoom),
                        () -> model.contactProperty().subscribe(this::showContact));
    }

    /// The toggle of the details pane, where the chat has one.
    Optional<IconToggle> details() {
        return details;
    }

    /// Says what “Change subject” does.
    void onChangeSubject(Runnable changeSubject) {
        this.changeSubject = changeSubject;
    }

    /// Says what finds words in the chat.
    void onFind(Runnable newFind) {
        find = newFind;
    }

    /// Says what “Invite people” does.
    void onInvite(Runnable invite) {
        this.invite = invite;
    }

    /// Says what “Add people” does to a chat with one person.
    void onAddPeople(Runnable addPeople) {
        this.addPeople = Optional.of(addPeople);
    }

    /// Says what writes the chat to a file.
    void onExport(Consumer<HistoryFormat> export) {
        this.export = Optional.of(export);
    }

    /// Opens the calendar to go to a day.
    void openDays() {
        var timeline = model.timeline();
        var today = timeline.today();
        DayMenu.of(texts.say("timeline.goToDay"), today, today, timeline::goTo)
                .show(more, Side.BOTTOM, 0, 4);
    }

    private void showTitle(String title) {
        name.setText(title);
        var address = model.key().peer().toString();
        if (model.isRoom()) {
            picture.showRoom(title, address);
        } else {
            picture.showPerson(title, address);
            showContact(model.contactProperty().get());
        }
    }

    private void showContact(Optional<Contact> contact) {
        look.mark(picture, contact.map(Contact::presence));
        line.setText(contact.map(known -> look.line(known.presence())).orElseGet(this::stranger));
    }

    private String stranger() {
        var address = model.key().peer().toString();
        return model.titleProperty().get().equals(address)
                ? texts.say("chat.stranger.nameless")
                : texts.say("chat.stranger", address);
    }

    private void showRoom(Room room) {
        line.setText(
                switch (room.state()) {
                    case RoomState.Joined() ->
                            room.isReached() ? people(room) : texts.say("chat.room.silent");
                    case RoomState.Joining() -> texts.say("chat.room.joining");
                    case RoomState.Left _, RoomState.Refused _, RoomState.Removed _ ->
                            texts.say("chat.room.notIn");
                });
    }

    private String people(Room room) {
        var subject = room.subject().strip().replaceAll("\\s+", " ");
        return subject.isEmpty()
                ? texts.count("chat.people", room.occupants())
                : texts.count("chat.peopleAndSubject", room.occupants(), subject);
    }

    /// Follows the window no more.
    void close() {
        following.unsubscribe();
    }

    private HBox back(PageFrame frame) {
        var button = new IconButton(Icon.ARROW_LEFT, texts.say("chat.back"));
        button.setOnAction(event -> frame.back().run());
        var unread = Badge.count();
        following =
                frame.unreadElsewhere()
                        .subscribe(
                                count ->
                                        unread.setCount(
                                                count.intValue(),
                                                texts.count(
                                                        "chat.unreadElsewhere", count.intValue())));
        var back = new HBox(button, unread);
        back.getStyleClass().add("chat-back");
        back.visibleProperty().bind(frame.isNarrow());
        back.managedProperty().bind(frame.isNarrow());
        return back;
    }

    private IconButton toTab(Runnable toTab) {
        var button = new IconButton(Icon.IMPORT, texts.say("chat.toTab"));
        button.setOnAction(event -> toTab.run());
        return button;
    }

    private IconButton search() {
        var search = new IconButton(Icon.MAGNIFY, texts.say("chat.find"));
        search.setOnAction(event -> find.run());
        return search;
    }

    private IconButton more() {
        var more = new IconButton(Icon.DOTS_VERTICAL, texts.say("chat.more"));
        more.setOnAction(event -> menu().show(more, Side.BOTTOM, 0, 4));
        return more;
    }

    /// Made when it is asked for: most chats are never asked.
    private ContextMenu menu() {
        var menu = new ContextMenu();
        model.room().ifPresent(room -> addRoomItems(menu, room));
        addPeople.ifPresent(
                it ->
                        menu.getItems()
                                .add(
                                        item(
                                                Icon.ACCOUNT_PLUS_OUTLINE,
                                                texts.say("chat.addPeople"),
                                                it)));
        menu.getItems().add(item(Icon.MAGNIFY, texts.say("chat.find"), () -> find.run()));
        menu.getItems()
                .add(item(Icon.CALENDAR_OUTLINE, texts.say("timeline.goToDay"), this::openDays));
        menu.getItems()
                .add(item(Icon.CONTENT_COPY, texts.say("chat.copyAddress"), this::copyAddress));
        export.ifPresent(it -> menu.getItems().add(ExportMenu.of(it, texts)));
        model.room()
                .filter(room -> room.roomProperty().get().state() instanceof RoomState.Joined)
                .ifPresent(
                        room -> {
                            var leave = item(Icon.LOGOUT, texts.say("chat.leave"), room::leave);
                            leave.getStyleClass().add("danger");
                            menu.getItems().add(leave);
                        });
        return menu;
    }

    private void addRoomItems(ContextMenu menu, RoomViewModel room) {
        if (room.roomProperty().get().state() instanceof RoomState.Joined) {
            menu.getItems()
                    .add(
                            item(
                                    Icon.ACCOUNT_PLUS_OUTLINE,
                                    texts.say("room.invite"),
                                    () -> invite.run()));
            menu.getItems()
                    .add(
                            item(
                                    Icon.PENCIL_OUTLINE,
                                    texts.say("chat.changeSubject"),
                                    () -> changeSubject.run()));
        }
    }

    private void copyAddress() {
        var content = new ClipboardContent();
        content.putString(model.key().peer().toString());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static MenuItem item(Icon icon, String text, Runnable act) {
        var item = new MenuItem(text, new IconView(icon, 18));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> act.run());
        return item;
    }
}
