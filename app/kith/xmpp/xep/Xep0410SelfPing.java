package kith.xmpp.xep;

import kith.model.Refusal.Reason;
import kith.xmpp.RefusedException;
import kith.xmpp.XmppExtension;
import kith.xmpp.XmppLink;

import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.BareJid;

import java.util.concurrent.CompletionStage;

/// XEP-0410 MUC Self-Ping, version 1.1.0: asks a room whether we are still in it, by a ping to
/// ourselves through it. Rooms can lose us without a word, when the line between two servers breaks
/// or one of them starts anew.
public final class Xep0410SelfPing implements XmppExtension {

    /// What the answer means (§3.2).
    public enum Standing {
        IN,
        OUT,
        /// The room could not be reached, or didn't answer in time.
        UNKNOWN
    }

    /// Asks.
    ///
    /// @param nick ours in the room
    public CompletionStage<Standing> ask(XmppLink link, BareJid room, String nick) {
        return link.ask(Xep0199Ping.to(Xep0045Rooms.occupant(room, nick)))
                .handle((_, failure) -> standing(failure));
    }

    /// An error may also be our own client's on another device, which answers under the same nick.
    private static Standing standing(@Nullable Throwable failure) {
        if (failure == null) {
            return Standing.IN;
        }
        var reason = RefusedException.in(failure).map(it -> it.reason()).orElse(Reason.OFFLINE);
        return switch (reason) {
            case UNAVAILABLE, NOT_FOUND, NOT_SUPPORTED, UNSAFE, FILE_GONE, OTHER -> Standing.IN;
            case SERVER_NOT_REACHED, TIMED_OUT, OFFLINE -> Standing.UNKNOWN;
            case FORBIDDEN,
                    PASSWORD_NEEDED,
                    MEMBERS_ONLY,
                    NICK_TAKEN,
                    NOT_ACCEPTABLE,
                    NOT_ALLOWED,
                    LIMIT,
                    BAD_ADDRESS ->
                    Standing.OUT;
        };
    }
}
