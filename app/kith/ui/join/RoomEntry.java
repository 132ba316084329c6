package kith.ui.join;

import kith.base.Live;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Room;

import org.jxmpp.jid.BareJid;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// How a room is entered, and what it answers.
///
/// @param room what is known of a room; empty where nobody tried to enter it
/// @param isOnline whether a room could answer an account now
public record RoomEntry(
        Join join, Function<ChatKey, Live<Optional<Room>>> room, Predicate<AccountId> isOnline) {

    /// Asks a room to let us in, now or as soon as the account is online.
    @FunctionalInterface
    public interface Join {

        void join(AccountId account, BareJid room, String nick, Optional<String> password);
    }
}
