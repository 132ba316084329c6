package kith.xmpp;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One protocol extension, both directions: reads what came through the doors into events, and has
/// methods of its own that write stanzas.
///
/// Core lane only. Holds no state and trusts nothing that its envelope doesn't vouch for. Each
/// method says nothing for what is not its own.
public interface XmppExtension {

    /// What others may know that we support (XEP-0030 §3).
    default Set<String> features() {
        return Set.of();
    }

    /// What a message says.
    default List<XmppEvent> read(Envelope in) {
        return List.of();
    }

    /// What a message says that is for one person in a room, or from one, alone (XEP-0045 §7.5).
    /// What it says of other messages, or of how far one has come, is of none that the room has
    /// for all, so whoever has not thought of it says nothing.
    default List<XmppEvent> readPrivate(Envelope in) {
        return List.of();
    }

    /// What a presence says.
    default List<XmppEvent> read(PresenceEnvelope in) {
        return List.of();
    }

    /// What the answer to a request of ours says; told before the one who asked has it.
    default List<XmppEvent> read(AnswerEnvelope in) {
        return List.of();
    }

    /// Answers a request; empty where it is another's.
    default Optional<Reply> answer(RequestEnvelope in) {
        return Optional.empty();
    }
}
