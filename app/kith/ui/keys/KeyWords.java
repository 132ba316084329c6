package kith.ui.keys;

import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;

import kith.ui.text.Texts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The words for keys and for what they do, as this system and language have them.
public final class KeyWords {

    private static final boolean IS_MAC = System.getProperty("os.name", "").startsWith("Mac");

    private static final int MOST_TABS = 9;

    private final Texts texts;

    public KeyWords(Texts texts) {
        this.texts = texts;
    }

    /// What an action does: “Close tab”.
    public String name(KeyAction action) {
        return switch (action) {
            case SWITCHER -> texts.say("keys.action.switcher");
            case FILTER -> texts.say("keys.action.filter");
            case NEXT_CHAT -> texts.say("keys.action.nextChat");
            case PREVIOUS_CHAT -> texts.say("keys.action.previousChat");
            case NEXT_UNREAD -> texts.say("keys.action.nextUnread");
            case PREVIOUS_UNREAD -> texts.say("keys.action.previousUnread");
            case NTH_CHAT -> texts.say("keys.action.nthChat");
            case NEXT_PANE -> texts.say("keys.action.nextPane");
            case PREVIOUS_PANE -> texts.say("keys.action.previousPane");
            case NEW_CHAT -> texts.say("keys.action.newChat");
            case JOIN_ROOM -> texts.say("keys.action.joinRoom");
            case NEW_ROOM -> texts.say("keys.action.newRoom");
            case CLOSE_CHAT -> texts.say("keys.action.closeChat");
            case REOPEN_CHAT -> texts.say("keys.action.reopenChat");
            case MOVE_TAB_BACK -> texts.say("keys.action.moveTabBack");
            case MOVE_TAB_ON -> texts.say("keys.action.moveTabOn");
            case OPEN_WINDOW -> texts.say("keys.action.openWindow");
            case PIN_CHAT -> texts.say("keys.action.pinChat");
            case MUTE_CHAT -> texts.say("keys.action.muteChat");
            case ARCHIVE_CHAT -> texts.say("keys.action.archiveChat");
            case SEARCH -> texts.say("keys.action.search");
            case FIND -> texts.say("keys.action.find");
            case GO_TO_DAY -> texts.say("keys.action.goToDay");
            case FORWARD -> texts.say("keys.action.forward");
            case REPLY -> texts.say("keys.action.reply");
            case ATTACH -> texts.say("keys.action.attach");
            case EMOJI -> texts.say("keys.action.emoji");
            case REACT -> texts.say("keys.action.react");
            case RETRACT -> texts.say("keys.action.retract");
            case DETAILS -> texts.say("keys.action.details");
            case BOLD -> texts.say("keys.action.bold");
            case ITALIC -> texts.say("keys.action.italic");
            case STRIKE -> texts.say("keys.action.strike");
            case CODE -> texts.say("keys.action.code");
            case EDIT_LAST -> texts.say("keys.action.editLast");
            case LARGER_TEXT -> texts.say("keys.action.largerText");
            case SMALLER_TEXT -> texts.say("keys.action.smallerText");
            case USUAL_TEXT -> texts.say("keys.action.usualText");
            case SETTINGS -> texts.say("keys.action.settings");
            case SHORTCUTS -> texts.say("keys.action.shortcuts");
            case QUIT -> texts.say("keys.action.quit");
        };
    }

    /// What a key does that can't be changed: “Send”.
    public String name(FixedKey key) {
        return switch (key) {
            case SEND -> texts.say("keys.fixed.send");
            case NEW_LINE -> texts.say("keys.fixed.newLine");
            case COMPLETE -> texts.say("keys.fixed.complete");
            case EDIT_IN_EMPTY -> texts.say("keys.fixed.editInEmpty");
            case CANCEL -> texts.say("keys.fixed.cancel");
            case PAGE_UP -> texts.say("keys.fixed.pageUp");
            case PAGE_DOWN -> texts.say("keys.fixed.pageDown");
            case OLDEST_UNREAD -> texts.say("keys.fixed.oldestUnread");
            case NEXT_MESSAGE -> texts.say("keys.fixed.nextMessage");
            case PREVIOUS_MESSAGE -> texts.say("keys.fixed.previousMessage");
            case FIRST_MESSAGE -> texts.say("keys.fixed.firstMessage");
            case NEWEST_MESSAGE -> texts.say("keys.fixed.newestMessage");
            case PICK -> texts.say("keys.fixed.pick");
            case PICK_MORE -> texts.say("keys.fixed.pickMore");
            case COPY -> texts.say("keys.fixed.copy");
            case TO_END -> texts.say("keys.fixed.toEnd");
        };
    }

    /// The keys of an action on one line, now and after each change: “Ctrl K”. Empty while it has
    /// none.
    public ObservableValue<String> line(KeyBindings bindings, KeyAction action) {
        return bindings.allProperty()
                .map(all -> all.getOrDefault(action, List.of()))
                .map(strokes -> strokes.stream().findFirst().map(this::line).orElse(""));
    }

    /// The keys that go to a tab, on one line: “Ctrl 7”.
    ///
    /// @param tab its place, counted from 1
    /// @return empty where no keys lead there
    public String tabLine(KeyBindings bindings, int tab) {
        return bindings.strokes(KeyAction.NTH_CHAT).stream()
                .filter(stroke -> tab <= MOST_TABS)
                .findFirst()
                .map(stroke -> line(stroke.withDigit(tab)))
                .orElse("");
    }

    /// The keys on one line: “Ctrl Shift W”.
    public String line(KeyStroke stroke) {
        return String.join(" ", caps(stroke));
    }

    /// The words on the caps of the keys, those to hold first.
    public List<String> caps(KeyStroke stroke) {
        var caps = new ArrayList<String>();
        if (stroke.shortcut()) {
            caps.add(IS_MAC ? texts.say("keys.command") : texts.say("keys.control"));
        }
        if (stroke.alt()) {
            caps.add(IS_MAC ? texts.say("keys.option") : texts.say("keys.alt"));
        }
        if (stroke.shift()) {
            caps.add(texts.say("keys.shift"));
        }
        caps.add(key(stroke));
        return List.copyOf(caps);
    }

    private String key(KeyStroke stroke) {
        if (stroke.digit() >= 0) {
            return Integer.toString(stroke.digit());
        }
        return switch (stroke.key()) {
            case KeyStroke.ANY_DIGIT -> texts.say("keys.digits");
            case "UP" -> texts.say("keys.up");
            case "DOWN" -> texts.say("keys.down");
            case "LEFT" -> texts.say("keys.left");
            case "RIGHT" -> texts.say("keys.right");
            case "PAGE_UP" -> texts.say("keys.pageUp");
            case "PAGE_DOWN" -> texts.say("keys.pageDown");
            case "TAB" -> texts.say("keys.tab");
            case "ENTER" -> texts.say("keys.enter");
            case "ESCAPE" -> texts.say("keys.escape");
            case "HOME" -> texts.say("keys.home");
            case "END" -> texts.say("keys.end");
            case "PLUS" -> "+";
            case "MINUS" -> "−";
            case "EQUALS" -> "=";
            case "SLASH" -> "/";
            case "BACK_SLASH" -> "\\";
            case "COMMA" -> ",";
            case "PERIOD" -> ".";
            case "SEMICOLON" -> ";";
            case "QUOTE" -> "'";
            case "BACK_QUOTE" -> "`";
            case "OPEN_BRACKET" -> "[";
            case "CLOSE_BRACKET" -> "]";
            default -> plain(stroke.key());
        };
    }

    /// As JavaFX calls it; a key that it doesn't know, from another version, by its own name.
    private static String plain(String key) {
        return Arrays.stream(KeyCode.values())
                .filter(code -> code.name().equals(key))
                .findFirst()
                .map(KeyCode::getName)
                .orElse(key);
    }
}
