package kith.ui.chats;

import kith.model.Alerts;
import kith.model.HistoryFormat;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What the user does with a chat in the list, beside opening it.
///
/// FX thread only.
public final class ChatActions {

    private final ChatCommands commands;
    private final Supplier<List<ChatRow>> rows;
    private BiConsumer<ChatRow, HistoryFormat> exporter = (_, _) -> {};
    private Consumer<ChatRow> adder = _ -> {};

    /// @param rows those of the list as they stand
    ChatActions(ChatCommands commands, Supplier<List<ChatRow>> rows) {
        this.commands = commands;
        this.rows = rows;
    }

    /// Pins it, or unpins it where it is pinned.
    public void togglePin(ChatRow row) {
        if (row.flags().isPinned()) {
            commands.unpin(row.key());
        } else {
            commands.pin(row.key());
        }
    }

    /// Whether there is a place so many places on among the pinned.
    ///
    /// @param places negative for up
    public boolean canMove(ChatRow row, int places) {
        int place = place(row) + places;
        return row.isInPinned() && place(row) >= 0 && place >= 0 && place < pinned().size();
    }

    /// Moves it among the pinned, if there is a place.
    ///
    /// @param places negative for up
    public void move(ChatRow row, int places) {
        if (canMove(row, places)) {
            commands.movePinned(row.key(), place(row) + places);
        }
    }

    /// Moves it before the pinned chat that stands at this place now; at their number, to the end.
    public void moveBefore(ChatRow row, int before) {
        int from = place(row);
        int to = before > from ? before - 1 : before;
        if (from >= 0 && to != from) {
            commands.movePinned(row.key(), to);
        }
    }

    /// Which place it has among the pinned; negative for none.
    public int place(ChatRow row) {
        return pinned().stream().map(ChatRow::key).toList().indexOf(row.key());
    }

    public void mute(ChatRow row, MuteLength length) {
        commands.mute(row.key(), length.length());
    }

    public void forgetRoom(ChatRow row) {
        commands.forgetRoom(row.key());
    }

    public void unmute(ChatRow row) {
        commands.unmute(row.key());
    }

    /// Chooses of which messages of a room the user is told.
    public void choose(ChatRow row, Alerts choice) {
        commands.choose(row.key(), choice);
    }

    /// Mutes it until the user says otherwise, or says otherwise.
    public void toggleMute(ChatRow row) {
        if (row.flags().isMuted()) {
            unmute(row);
        } else {
            mute(row, MuteLength.ALWAYS);
        }
    }

    /// Marks it read where it is unread, else unread.
    public void toggleRead(ChatRow row) {
        if (row.isUnread()) {
            commands.markRead(row.key());
        } else {
            commands.markUnread(row.key());
        }
    }

    /// Archives it, or puts it back into the list.
    public void toggleArchived(ChatRow row) {
        if (row.flags().isArchived()) {
            commands.unarchive(row.key());
        } else {
            commands.archive(row.key());
        }
    }

    /// Opens it in a window of its own.
    public void openWindow(ChatRow row) {
        commands.openWindow(row.key(), row.chat().kind());
    }

    /// Has it written to a file.
    public void export(ChatRow row, HistoryFormat format) {
        exporter.accept(row, format);
    }

    /// Says what does that.
    public void onExport(BiConsumer<ChatRow, HistoryFormat> newExporter) {
        exporter = newExporter;
    }

    /// Asks whom to add to the chat with one person, which makes it a group.
    public void addPeople(ChatRow row) {
        adder.accept(row);
    }

    /// Says what does that.
    public void onAddPeople(Consumer<ChatRow> newAdder) {
        adder = newAdder;
    }

    private List<ChatRow> pinned() {
        return rows.get().stream().filter(ChatRow::isInPinned).toList();
    }
}
