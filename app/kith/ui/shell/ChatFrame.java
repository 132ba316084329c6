package kith.ui.shell;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;

import kith.model.ChatKey;
import kith.model.HistoryFormat;

import java.util.List;
import java.util.Optional;

/// What a chat's page may know of the window around it.
public interface ChatFrame {

    /// Whether the window shows one pane at a time. The header then has a button that goes [#back],
    /// with the count of [#unreadElsewhereProperty], and leaves out what has no room.
    ReadOnlyBooleanProperty narrowProperty();

    /// How many unread messages wait in other chats.
    ReadOnlyIntegerProperty unreadElsewhereProperty();

    /// Puts the chat back into a tab of the main window, where it has a window of its own; the
    /// header then has a button for that.
    default Optional<Runnable> toTab() {
        return Optional.empty();
    }

    /// Asks in which other chats words of this one are to be said, too.
    ///
    /// @param texts each a message
    void forward(List<String> texts);

    /// Asks where a chat is to be written to, and does it.
    ///
    /// @param title of the chat
    void export(ChatKey chat, String title, HistoryFormat format);

    /// Asks whom to invite to a room, and does it.
    default void invite(ChatKey room) {
        go(new Route.Invite(room));
    }

    /// Asks whom to add to a chat with one person, and makes it a group.
    default void addPeople(ChatKey chat) {
        go(new Route.AddPeople(chat));
    }

    /// Shows how a room is set up, for one who may change that.
    default void setUp(ChatKey room) {
        go(new Route.RoomSettings(room));
    }

    /// Asks whether a room is to end for good, for all who are in it.
    default void closeForGood(ChatKey room) {
        go(new Route.CloseRoom(room));
    }

    /// Shows something else, in this window or in the main one.
    void go(Route route);

    /// Goes back to the lists, where the window shows one pane at a time.
    void back();
}
