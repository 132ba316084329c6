package kith.session.notify;

import java.util.concurrent.CompletionStage;

/// Where notices are shown: the desktop. Any thread; nothing here waits, nothing fails.
public interface Notices {

    /// Shows a notice, in place of the one about the same.
    void show(Notice notice);

    /// Takes away the notice about something. Does nothing where there is none.
    void withdraw(Subject subject);

    /// Takes away all of them and shows none any more.
    ///
    /// @return completes when they are gone, or nobody is there to take them away
    CompletionStage<Void> close();
}
