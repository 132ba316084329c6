package kith.xmpp;

import kith.model.SharedFlags;

import org.jxmpp.jid.BareJid;

import java.util.Map;
import java.util.Optional;

/// What an account has in one place of what the user has chosen for chats, when it was asked.
///
/// @param chats of which something is there; without flags where that could not be read. Immutable
public record KeptFlags(FlagPlace place, State state, Map<BareJid, Optional<SharedFlags>> chats) {

    /// How much the answer says of what is not in it.
    public enum State {
        /// There is no such place: nothing was kept yet, or the account has lost all.
        MISSING,
        /// Nothing else is there.
        WHOLE,
        /// More may be there.
        PARTIAL
    }
}
