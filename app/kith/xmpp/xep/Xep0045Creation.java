package kith.xmpp.xep;

import kith.xmpp.PresenceEnvelope;
import kith.xmpp.RefusedException;
import kith.xmpp.RoomStanding;
import kith.xmpp.Tree;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.RoomCreated;
import kith.xmpp.XmppExtension;
import kith.xmpp.XmppLink;

import org.jivesoftware.smack.packet.Presence;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.DomainBareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Localpart;
import org.jxmpp.stringprep.XmppStringprepException;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// XEP-0045 §10.1 Creating a Room: whether there is one, and the word that one was made.
///
/// Whoever enters a room that is not there makes it ([Xep0045Rooms#join]); what it is to be like is
/// said to it afterwards ([Xep0045Config]).
public final class Xep0045Creation implements XmppExtension {

    private static final String USER = Xep0045Rooms.NAMESPACE + "#user";
    private static final String CREATED = "201";

    private final Xep0030Disco disco;

    Xep0045Creation(Xep0030Disco disco) {
        this.disco = disco;
    }

    /// Asks whether there is a room at an address (§6.4). One that doesn't say that there is may be
    /// there all the same: then [RoomCreated] doesn't come.
    ///
    /// @return fails with [RefusedException] where nobody answers
    public CompletionStage<Boolean> isThere(XmppLink link, BareJid room) {
        return disco.info(link, room).handle((_, failure) -> isThere(failure));
    }

    private static boolean isThere(@Nullable Throwable failure) {
        if (failure == null) {
            return true;
        }
        var refusal =
                RefusedException.in(failure).orElseThrow(() -> new IllegalStateException(failure));
        if (refusal.isSilence()) {
            throw new RefusedException(refusal);
        }
        return false;
    }

    /// The address of a room at a service; empty where none can begin like that (RFC 7622 §3.3).
    public static Optional<BareJid> address(String localpart, DomainBareJid service) {
        try {
            return Optional.of(
                    JidCreate.entityBareFrom(Localpart.from(localpart), service.getDomain()));
        } catch (XmppStringprepException impossible) {
            return Optional.empty();
        }
    }

    @Override
    public List<XmppEvent> read(PresenceEnvelope in) {
        return in.room()
                .filter(standing -> !standing.isJoined())
                .filter(_ -> in.presence().getType() == Presence.Type.available)
                .filter(_ -> isCreated(in.presence()))
                .map(RoomStanding::room)
                .<List<XmppEvent>>map(room -> List.of(new RoomCreated(room)))
                .orElse(List.of());
    }

    private static boolean isCreated(Presence presence) {
        return OccupantPresence.of(presence).isMe()
                && Tree.in(presence, "x", USER).stream()
                        .flatMap(user -> Tree.children(user, "status").stream())
                        .anyMatch(status -> CREATED.equals(status.getAttributeValue("code")));
    }
}
