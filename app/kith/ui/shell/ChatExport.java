package kith.ui.shell;

import kith.model.ChatKey;
import kith.model.HistoryFormat;

/// Writes a chat to a file: asks where, and tells how it goes.
@FunctionalInterface
interface ChatExport {

    /// Asks where a chat is to be written to, and has it written there.
    ///
    /// @param title of the chat
    void export(ChatKey chat, String title, HistoryFormat format);
}
