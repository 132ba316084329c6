package kith.ui.keys;

import java.util.Arrays;
import java.util.List;

/// Something the user can do from the keyboard wherever they are in the window.
///
/// The names of the constants are kept with what the user has changed; a renamed one is a new one.
public enum KeyAction {
    SWITCHER(Group.MOVE, "Shortcut+K"),
    FILTER(Group.MOVE, "Shortcut+L"),
    NEXT_CHAT(Group.MOVE, "Alt+DOWN", "Shortcut+PAGE_DOWN", "Shortcut+TAB"),
    PREVIOUS_CHAT(Group.MOVE, "Alt+UP", "Shortcut+PAGE_UP", "Shortcut+Shift+TAB"),
    NEXT_UNREAD(Group.MOVE, "Alt+Shift+DOWN"),
    PREVIOUS_UNREAD(Group.MOVE, "Alt+Shift+UP"),
    /// Goes to the tab whose number is pressed.
    NTH_CHAT(Group.MOVE, "Shortcut+" + KeyStroke.ANY_DIGIT),
    NEXT_PANE(Group.MOVE, "F6"),
    PREVIOUS_PANE(Group.MOVE, "Shift+F6"),

    NEW_CHAT(Group.CHATS, "Shortcut+N"),
    JOIN_ROOM(Group.CHATS, "Shortcut+G"),
    NEW_ROOM(Group.CHATS, "Shortcut+Shift+O"),
    CLOSE_CHAT(Group.CHATS, "Shortcut+W"),
    REOPEN_CHAT(Group.CHATS, "Shortcut+Shift+W", "Shortcut+Shift+T"),
    MOVE_TAB_BACK(Group.CHATS, "Shortcut+Shift+PAGE_UP"),
    MOVE_TAB_ON(Group.CHATS, "Shortcut+Shift+PAGE_DOWN"),
    OPEN_WINDOW(Group.CHATS, "Shortcut+Shift+N"),
    PIN_CHAT(Group.CHATS, "Shortcut+Shift+P"),
    MUTE_CHAT(Group.CHATS, "Shortcut+Shift+M"),
    ARCHIVE_CHAT(Group.CHATS, "Shortcut+Shift+H"),
    SEARCH(Group.CHATS, "Shortcut+Shift+F"),
    FIND(Group.CHATS, "Shortcut+F"),
    GO_TO_DAY(Group.CHATS, "Shortcut+Shift+G"),
    DETAILS(Group.CHATS, "Shortcut+Shift+I"),

    /// Not with Shift: there IBus has the entry of Unicode.
    ATTACH(Group.WRITE, "Shortcut+U"),
    EMOJI(Group.WRITE, "Shortcut+Shift+J"),
    BOLD(Group.WRITE, "Shortcut+B"),
    ITALIC(Group.WRITE, "Shortcut+I"),
    STRIKE(Group.WRITE, "Shortcut+Shift+X"),
    CODE(Group.WRITE, "Shortcut+E"),

    REPLY(Group.MESSAGES, "Shortcut+Shift+R"),
    REACT(Group.MESSAGES, "Shortcut+Shift+E"),
    FORWARD(Group.MESSAGES, "Shortcut+Shift+L"),
    EDIT_LAST(Group.MESSAGES, "Shortcut+UP"),
    RETRACT(Group.MESSAGES, "Shortcut+Shift+D"),

    LARGER_TEXT(Group.APP, "Shortcut+PLUS", "Shortcut+EQUALS", "Shortcut+Shift+EQUALS"),
    SMALLER_TEXT(Group.APP, "Shortcut+MINUS"),
    USUAL_TEXT(Group.APP, "Shortcut+DIGIT0"),
    SETTINGS(Group.APP, "Shortcut+COMMA"),
    SHORTCUTS(Group.APP, "Shortcut+SLASH", "Shortcut+Shift+SLASH", "F1"),
    QUIT(Group.APP, "Shortcut+Q");

    /// What belongs together.
    public enum Group {
        MOVE,
        CHATS,
        /// What is done to what is being written.
        WRITE,
        /// What is done to a message.
        MESSAGES,
        APP
    }

    private final Group group;
    private final String defaults;

    KeyAction(Group group, String... defaults) {
        this.group = group;
        this.defaults = String.join(" ", defaults);
    }

    public Group group() {
        return group;
    }

    /// The keys that do it where the user has chosen no others; the one to tell of first.
    public List<KeyStroke> defaults() {
        return Arrays.stream(defaults.split(" ", -1))
                .map(each -> KeyStroke.parse(each).orElseThrow())
                .toList();
    }
}
