package kith.cli;

import kith.model.Message;
import kith.model.Reaction;

import java.util.List;

/// A form in which history is written down. On one thread at a time.
interface HistoryPage {

    /// What stands before all messages.
    default void begin() {}

    /// The next message, chat by chat, oldest first.
    ///
    /// @param reactions to it
    void message(Message message, List<Reaction> reactions);

    /// What stands after all messages.
    default void end() {}
}
