package kith.ui.roomsettings;

import kith.model.Refusal;

import org.jxmpp.jid.BareJid;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// Ends a room for good.
@FunctionalInterface
public interface RoomClosing {

    /// Ends it.
    ///
    /// @param reason may be empty
    /// @param alternative where people are told to go
    /// @return completes with why it goes on, if so
    CompletionStage<Optional<Refusal>> close(String reason, Optional<BareJid> alternative);
}
