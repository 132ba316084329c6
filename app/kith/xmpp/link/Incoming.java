package kith.xmpp.link;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Stanza;

import java.util.Optional;

/// What comes from Smack's threads.
sealed interface Incoming {

    /// A stanza that answers nothing.
    ///
    /// @param kept its number in the journal, if it is there
    record Received(Stanza stanza, Optional<Long> kept) implements Incoming {}

    /// An answer to a request of ours.
    record Answered(Requests.Waiting request, IQ answer) implements Incoming {}

    /// Word that the server has a message.
    record Acknowledged(String id) implements Incoming {}
}
