package kith.ui.chat;

import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableIntegerValue;

/// The window around the page, as far as the page may know.
///
/// @param isNarrow whether the window shows one pane at a time
/// @param unreadElsewhere how many unread messages wait in other chats
/// @param back goes to the lists, where the window shows one pane at a time
public record PageFrame(
        ObservableBooleanValue isNarrow, ObservableIntegerValue unreadElsewhere, Runnable back) {}
