package kith.ui.join;

import kith.base.Live;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Room;

import org.jxmpp.jid.BareJid;

import java.util.Optional;
import java.util.function.Function;

/// How a room is entered, and what it answers.
///
/// @param room what is known of a room; empty where nobody tried to enter it
public record RoomEntry(Join join, Function<ChatKey, Live<Optional<Room>>> room) {

    /// Asks a room to let us in, now or as soon as the account is online.
    @FunctionalInterface
    public interface Join {

        void join(AccountId account, BareJid room, String nick, Optional<String> password);
    }
}
