package kith.session.chat;

import kith.model.Message;
import kith.model.Refusal;

import java.util.Optional;

/// Whom private messages in rooms are for (XEP-0045 §7.5), and whether they are there. Core lane
/// only.
public interface PrivateRecipients {

    /// The user has written a message now. Nothing for what is not private.
    void written(Message message);

    /// Why a message does not reach whom it was written to; empty where it does, and for what is
    /// not private.
    Optional<Refusal> obstacle(Message message);
}
