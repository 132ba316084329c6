package kith.ui.timeline;

import javafx.geometry.NodeOrientation;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.Optional;

/// The keys that put a caret into a message and select its words: arrows to the sides, by words
/// with Ctrl, selecting with Shift; Shift with Home or End selects up to an end of the message,
/// Ctrl+A all of it.
///
/// Arrows go to their side of the message's direction; through words of the other direction the
/// caret goes as they are read.
final class SelectionKeys {

    private final TextSelection selection;

    SelectionKeys(TextSelection selection) {
        this.selection = selection;
    }

    /// Whether a key is one of them, with a message at hand.
    static boolean isOne(KeyEvent event) {
        boolean isShifted = event.isShiftDown();
        return !event.isAltDown()
                && switch (event.getCode()) {
                    case LEFT, KP_LEFT, RIGHT, KP_RIGHT -> true;
                    case HOME, END -> isShifted;
                    case A -> event.isShortcutDown() && !isShifted;
                    default -> false;
                };
    }

    /// Does what the key says.
    ///
    /// @param row the message that it is for
    /// @return whether there was anything to do: a message without words has no place for a caret
    boolean pressed(KeyEvent event, BubbleRow row) {
        var text = row.bubble().text();
        var letters = text.letters();
        if (letters.isEmpty()) {
            return false;
        }
        if (event.getCode() == KeyCode.A) {
            selection.select(row, 0, letters.length(), true);
            return true;
        }
        boolean isForward = isForward(event.getCode(), text);
        boolean isSelecting = event.isShiftDown();
        var held = selection.range().filter(it -> it.message().equals(row.row().message()));
        int anchor = held.map(TextSelection.Range::anchor).orElse(isForward ? 0 : letters.length());
        int caret = moved(event, isForward, letters, held, anchor);
        selection.select(row, isSelecting ? anchor : caret, caret, true);
        return true;
    }

    private static int moved(
            KeyEvent event,
            boolean isForward,
            String letters,
            Optional<TextSelection.Range> held,
            int anchor) {
        boolean isByLetter = !event.isShortcutDown();
        boolean isSelecting = event.isShiftDown();
        if (held.isEmpty() && !isSelecting) {
            return anchor; // the first only puts it there
        }
        int from = held.map(TextSelection.Range::caret).orElse(anchor);
        if (event.getCode() == KeyCode.HOME || event.getCode() == KeyCode.END) {
            return isForward ? letters.length() : 0;
        }
        boolean leavesWords = !isSelecting && from != anchor;
        if (leavesWords && isByLetter) {
            return isForward ? Math.max(from, anchor) : Math.min(from, anchor);
        }
        if (isByLetter) {
            return isForward ? TextSteps.after(letters, from) : TextSteps.before(letters, from);
        }
        return isForward ? TextSteps.afterWord(letters, from) : TextSteps.beforeWord(letters, from);
    }

    private static boolean isForward(KeyCode code, MessageText text) {
        boolean runsLeft = text.getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
        return switch (code) {
            case LEFT, KP_LEFT -> runsLeft;
            case RIGHT, KP_RIGHT -> !runsLeft;
            default -> code == KeyCode.END;
        };
    }
}
