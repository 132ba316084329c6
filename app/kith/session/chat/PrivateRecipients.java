package kith.session.chat;

import kith.model.Message;
import kith.model.Refusal;

import java.util.Optional;

/// Whom private messages in rooms are for (XEP-0045 §7.5), and whether they are there. Core lane
/// only.
public interface PrivateRecipients {

    /// The user has written a private message now.
    ///
    /// @param visit the [kith.model.Occupant#visit] of whom they meant, as they saw it: who has the
    ///   nick by now may be somebody else
    void written(Message message, int visit);

    /// Why a message does not reach whom it was written to; empty where it does, and for what is
    /// not private.
    Optional<Refusal> obstacle(Message message);
}
