package kith.ui.shell;

import kith.base.Live;
import kith.model.Account;
import kith.model.Chat;
import kith.model.Room;
import kith.model.RoomState;
import kith.ui.switcher.SwitcherSources;

import java.util.List;

/// The chats in which something can be said: with anybody, and in the rooms that we are in. What is
/// said to another room would wait for ever.
record WritableChats(SessionServices session) {

    SwitcherSources sources(Live<List<Account>> accounts) {
        return new SwitcherSources(
                session.chats().chats().map(this::writable),
                session.roster().contacts(),
                session.rooms()
                        .rooms()
                        .map(all -> all.stream().filter(WritableChats::isWritable).toList()),
                session.tabs().tabs(),
                accounts);
    }

    private List<Chat> writable(List<Chat> all) {
        return all.stream()
                .filter(chat -> chat.kind() == Chat.Kind.CONTACT || isWritableRoom(chat))
                .toList();
    }

    private boolean isWritableRoom(Chat chat) {
        return session.rooms().room(chat.key()).get().filter(WritableChats::isWritable).isPresent();
    }

    private static boolean isWritable(Room room) {
        return room.state() instanceof RoomState.Joined
                || room.state() instanceof RoomState.Joining;
    }
}
