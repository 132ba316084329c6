package kith.ui.chats;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import kith.model.Chat;
import kith.ui.text.Texts;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;

/// The menu of a chat in the list.
final class ChatMenu {

    private final ChatActions actions;
    private final Texts texts;

    ChatMenu(ChatActions actions, Texts texts) {
        this.actions = actions;
        this.texts = texts;
    }

    /// Made anew each time, since what can be done changes.
    ContextMenu make(ChatRow row) {
        var menu = new ContextMenu();
        var items = menu.getItems();
        items.add(item(Icon.OPEN_IN_NEW, "chats.menu.window", () -> actions.openWindow(row)));
        items.add(
                row.isUnread()
                        ? item(Icon.CHECK_ALL, "chats.menu.markRead", () -> actions.toggleRead(row))
                        : item(
                                Icon.MESSAGE_OUTLINE,
                                "chats.menu.markUnread",
                                () -> actions.toggleRead(row)));
        items.add(new SeparatorMenuItem());
        addPinning(menu, row);
        items.add(new SeparatorMenuItem());
        addMuting(menu, row);
        items.add(new SeparatorMenuItem());
        if (row.chat().kind() == Chat.Kind.CONTACT) {
            items.add(
                    item(
                            Icon.ACCOUNT_PLUS_OUTLINE,
                            "chats.menu.addPeople",
                            () -> actions.addPeople(row)));
        }
        items.add(
                row.flags().isArchived()
                        ? item(
                                Icon.ARCHIVE_ARROW_UP_OUTLINE,
                                "chats.menu.unarchive",
                                () -> actions.toggleArchived(row))
                        : item(
                                Icon.ARCHIVE_ARROW_DOWN_OUTLINE,
                                "chats.menu.archive",
                                () -> actions.toggleArchived(row)));
        items.add(ExportMenu.of(format -> actions.export(row, format), texts));
        if (row.chat().kind() == Chat.Kind.ROOM) {
            items.add(new SeparatorMenuItem());
            items.add(item(Icon.LOGOUT, "chats.menu.forgetRoom", () -> actions.forgetRoom(row)));
        }
        return menu;
    }

    private void addPinning(ContextMenu menu, ChatRow row) {
        menu.getItems()
                .add(
                        row.flags().isPinned()
                                ? item(
                                        Icon.PIN_OFF_OUTLINE,
                                        "chats.menu.unpin",
                                        () -> actions.togglePin(row))
                                : item(
                                        Icon.PIN_OUTLINE,
                                        "chats.menu.pin",
                                        () -> actions.togglePin(row)));
        if (actions.canMove(row, -1)) {
            menu.getItems()
                    .add(item(Icon.CHEVRON_UP, "chats.menu.moveUp", () -> actions.move(row, -1)));
        }
        if (actions.canMove(row, 1)) {
            menu.getItems()
                    .add(
                            item(
                                    Icon.CHEVRON_DOWN,
                                    "chats.menu.moveDown",
                                    () -> actions.move(row, 1)));
        }
    }

    private void addMuting(ContextMenu menu, ChatRow row) {
        var items = menu.getItems();
        boolean isRoom = row.chat().kind() == Chat.Kind.ROOM;
        if (isRoom) {
            items.add(AlertsMenu.of(row.choice(), alerts -> actions.choose(row, alerts), texts));
        }
        if (row.flags().isMuted()) {
            items.add(item(Icon.BELL_OUTLINE, "chats.menu.unmute", () -> actions.unmute(row)));
            return;
        }
        for (var length : MuteLength.values()) {
            if (!isRoom || length != MuteLength.ALWAYS) { // there that is "never"
                items.add(
                        item(Icon.BELL_OFF_OUTLINE, key(length), () -> actions.mute(row, length)));
            }
        }
    }

    private static String key(MuteLength length) {
        return switch (length) {
            case HOUR -> "chats.menu.mute.hour";
            case EIGHT_HOURS -> "chats.menu.mute.eightHours";
            case ALWAYS -> "chats.menu.mute.always";
        };
    }

    private MenuItem item(Icon icon, String key, Runnable act) {
        var item = new MenuItem(texts.say(key), new IconView(icon, 18));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> act.run());
        return item;
    }
}
