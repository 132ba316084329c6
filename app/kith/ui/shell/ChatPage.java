package kith.ui.shell;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;

import kith.model.MessageKey;
import kith.ui.text.StyledSpan.Style;

import java.util.List;

/// What the window shows for one open chat: header, messages, composer.
///
/// The shell makes a page when its tab is first shown, keeps it for a while after, and closes it
/// with its tab. FX thread only.
public interface ChatPage extends AutoCloseable {

    Parent node();

    /// An empty pane under the header, which the shell fills with the window's banner and empties
    /// again. With nothing in it, it takes no room.
    Pane bannerSlot();

    /// Moves the focus to where the user would go on: the composer, or what stands in its place.
    void requestFocus();

    /// What F6 goes through in it, in order: the messages, where one writes, the details. Each
    /// knows where in it the focus goes.
    List<Node> panes();

    /// Opens or closes the pane with the chat's details; nothing where it has none.
    void toggleDetails();

    /// Opens the bar that finds words in the chat, or goes back to its field.
    void find();

    /// Opens the calendar to go to a day.
    void openDays();

    /// Takes up a message to be answered: the one that the keyboard is at, else the last of others.
    void reply();

    /// Forwards the messages that are picked, else the one that the keyboard is at; nothing where
    /// there is none.
    void forward();

    /// Opens the emoji to write; nothing where nothing can be written.
    void pickEmoji();

    /// Has the user choose files to send.
    void chooseFiles();

    /// Opens the emoji to put to the message that the keyboard is at, else to the last of others.
    void react();

    /// Asks whether to take back, for everyone, the message that the keyboard is at; where it is at
    /// none, our last.
    void retract();

    /// Takes up our last message to be changed; nothing while one is being changed.
    void editLast();

    /// Turns a style of what is selected in the composer, or of the word there, on or off; nothing
    /// where the focus is elsewhere.
    void style(Style style);

    /// Takes the reader to a message of the chat, in its place among the others.
    void show(MessageKey message);

    @Override
    void close();
}
