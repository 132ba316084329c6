package kith.ui.shell;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;

/// What a chat's page may know of the window around it.
public interface ChatFrame {

    /// Whether the window shows one pane at a time. The header then has a button that goes [#back],
    /// with the count of [#unreadElsewhereProperty], and leaves out what has no room.
    ReadOnlyBooleanProperty narrowProperty();

    /// How many unread messages wait in other chats.
    ReadOnlyIntegerProperty unreadElsewhereProperty();

    /// Goes back to the lists, where the window shows one pane at a time.
    void back();
}
