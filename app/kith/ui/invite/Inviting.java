package kith.ui.invite;

import kith.model.Refusal;

import org.jxmpp.jid.BareJid;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// Invites someone to the room.
@FunctionalInterface
public interface Inviting {

    /// Invites them.
    ///
    /// @param reason may be empty
    /// @return completes with why they can't be invited, if so; on any thread
    CompletionStage<Optional<Refusal>> invite(BareJid whom, String reason);
}
