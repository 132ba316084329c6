package kith.xmpp.xep;

import kith.xmpp.RefusedException;
import kith.xmpp.XmppExtension;
import kith.xmpp.XmppLink;

import org.jivesoftware.smack.packet.StanzaError;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.BareJid;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// XEP-0410 MUC Self-Ping, version 1.1.0: asks a room whether we are still in it, by a ping to
/// ourselves through it. Rooms can lose us without a word, when the line between two servers breaks
/// or one of them starts anew.
public final class Xep0410SelfPing implements XmppExtension {

    private final Xep0030Disco disco;

    Xep0410SelfPing(Xep0030Disco disco) {
        this.disco = disco;
    }

    /// What the answer means (§3.2).
    public enum Standing {
        IN,
        OUT,
        /// There is no such room any more.
        GONE,
        /// The room could not be reached, or didn't answer in time.
        UNKNOWN
    }

    /// Asks. Where the answer may be that of a service which has no such room, or has none at all
    /// just now, the room itself is asked.
    ///
    /// @param nick ours in the room
    public CompletionStage<Standing> ask(XmppLink link, BareJid room, String nick) {
        return link.ask(Xep0199Ping.to(Xep0045Rooms.occupant(room, nick)))
                .handle((_, failure) -> failure)
                .thenCompose(
                        failure ->
                                isMaybeTheServices(failure)
                                        ? askRoom(link, room)
                                        : CompletableFuture.completedStage(standing(failure)));
    }

    private static boolean isMaybeTheServices(@Nullable Throwable failure) {
        return RefusedException.condition(failure)
                .filter(
                        condition ->
                                condition == StanzaError.Condition.item_not_found
                                        || condition == StanzaError.Condition.service_unavailable)
                .isPresent();
    }

    private CompletionStage<Standing> askRoom(XmppLink link, BareJid room) {
        return disco.info(link, room).handle((_, failure) -> standingOfRoom(failure));
    }

    private static Standing standingOfRoom(@Nullable Throwable failure) {
        if (failure == null) {
            return Standing.IN;
        }
        return RefusedException.condition(failure)
                .map(
                        condition ->
                                switch (condition) {
                                    case item_not_found, gone -> Standing.GONE;
                                    case remote_server_not_found,
                                            remote_server_timeout,
                                            service_unavailable ->
                                            Standing.UNKNOWN;
                                    default -> Standing.IN;
                                })
                .orElse(Standing.UNKNOWN);
    }

    /// An error may also be our own client's on another device, which answers under the same nick:
    /// three of them say that there is such a nick, or was. Those of the servers on the way say
    /// nothing, and any other says that we are out.
    private static Standing standing(@Nullable Throwable failure) {
        if (failure == null) {
            return Standing.IN;
        }
        return RefusedException.condition(failure)
                .map(Xep0410SelfPing::standing)
                .orElse(Standing.UNKNOWN);
    }

    private static Standing standing(StanzaError.Condition condition) {
        return switch (condition) {
            case service_unavailable, feature_not_implemented, item_not_found -> Standing.IN;
            case remote_server_not_found, remote_server_timeout -> Standing.UNKNOWN;
            case bad_request,
                    conflict,
                    forbidden,
                    gone,
                    internal_server_error,
                    jid_malformed,
                    not_acceptable,
                    not_allowed,
                    not_authorized,
                    policy_violation,
                    recipient_unavailable,
                    redirect,
                    registration_required,
                    resource_constraint,
                    subscription_required,
                    undefined_condition,
                    unexpected_request ->
                    Standing.OUT;
        };
    }
}
