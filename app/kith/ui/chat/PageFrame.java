package kith.ui.chat;

import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableIntegerValue;

import java.util.Optional;

/// The window around the page, as far as the page may know.
///
/// @param isNarrow whether the window shows one pane at a time
/// @param unreadElsewhere how many unread messages wait in other chats
/// @param back goes to the lists, where the window shows one pane at a time
/// @param toTab puts the chat back into a tab, where it has a window of its own
public record PageFrame(
        ObservableBooleanValue isNarrow,
        ObservableIntegerValue unreadElsewhere,
        Runnable back,
        Optional<Runnable> toTab) {

    /// That of a chat in a tab.
    public PageFrame(
            ObservableBooleanValue isNarrow,
            ObservableIntegerValue unreadElsewhere,
            Runnable back) {
        this(isNarrow, unreadElsewhere, back, Optional.empty());
    }
}
