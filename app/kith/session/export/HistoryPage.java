package kith.session.export;

/// A form in which history is written down. On one thread at a time.
public interface HistoryPage {

    /// What stands before all messages.
    default void begin() {}

    /// The next message, chat by chat, oldest first.
    void message(HistoryEntry entry);

    /// What stands after all messages.
    default void end() {}
}
