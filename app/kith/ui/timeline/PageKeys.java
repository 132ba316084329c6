package kith.ui.timeline;

import javafx.scene.input.KeyEvent;

import java.util.Optional;

/// The keys that go through a timeline by pages and to its ends: Page Up and Down, Shift+Page Up to
/// the oldest message that is unread, Ctrl+Home and Ctrl+End to the first and the last. They do so
/// from the composer, too.
final class PageKeys {

    private PageKeys() {}

    /// What a key does; empty for any other.
    static Optional<Runnable> of(KeyEvent event, TimelineView view) {
        if (event.isAltDown()) {
            return Optional.empty();
        }
        boolean isPlain = !event.isShiftDown() && !event.isShortcutDown();
        boolean isWithShift = event.isShiftDown() && !event.isShortcutDown();
        boolean isWithShortcut = event.isShortcutDown() && !event.isShiftDown();
        return switch (event.getCode()) {
            case PAGE_UP -> either(isPlain, view::pageUp, isWithShift, view::toOldestUnread);
            case PAGE_DOWN -> when(isPlain, view::pageDown);
            case HOME -> when(isWithShortcut, view::toFirst);
            case END -> when(isWithShortcut, view::toLast);
            default -> Optional.empty();
        };
    }

    private static Optional<Runnable> either(
            boolean isOne, Runnable one, boolean isOther, Runnable other) {
        return isOne ? Optional.of(one) : when(isOther, other);
    }

    private static Optional<Runnable> when(boolean is, Runnable act) {
        return is ? Optional.of(act) : Optional.empty();
    }
}
