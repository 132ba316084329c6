package kith.cli;

import kith.model.HistoryFormat;
import kith.model.ServerAddress;
import kith.session.account.Credentials;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityBareJid;

import java.time.Duration;
import java.util.Optional;

/// Something that a command asks of a session, with everything in it that the command was given:
/// whoever does it sees neither the command line nor the files of whoever asked.
public sealed interface Request {

    /// Bring the window to the front, if there is one.
    ///
    /// @param uri an `xmpp:` address to open in it (RFC 5122)
    record ShowWindow(Optional<String> uri) implements Request {}

    /// Add an account, or give one that is there another password, server and proxy.
    ///
    /// @param isKeptInFile whether the passwords go to the file instead of the key ring
    record AddAccount(
            EntityBareJid address,
            Credentials credentials,
            ServerAddress server,
            boolean isKeptInFile)
            implements Request {

        /// Without the passwords: this may reach a log.
        @Override
        public String toString() {
            return "AddAccount[" + address + " at " + server + "]";
        }
    }

    record ListAccounts() implements Request {}

    /// Remove an account, its password and its history from this computer.
    record RemoveAccount(EntityBareJid address) implements Request {}

    /// Send a message and wait until the server has it.
    ///
    /// @param from the account; empty where there is only one
    record Send(Optional<EntityBareJid> from, BareJid to, String text, Duration patience)
            implements Request {

        /// Without the text: this may reach a log.
        @Override
        public String toString() {
            return "Send[" + from + " to " + to + "]";
        }
    }

    /// Give out the history.
    ///
    /// @param chat only with this contact or room, of any account
    record Export(HistoryFormat format, Optional<BareJid> chat) implements Request {}

    /// Find messages.
    ///
    /// @param text as [kith.session.search.QueryText] reads it
    /// @param patience how long to wait until all of the history can be searched
    record Search(String text, boolean isBestFirst, int limit, Duration patience)
            implements Request {

        /// Without the words: this may reach a log.
        @Override
        public String toString() {
            return "Search[" + limit + "]";
        }
    }
}
