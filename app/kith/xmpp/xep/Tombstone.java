package kith.xmpp.xep;

import kith.model.RoomState;
import kith.model.RoomState.Cause;
import kith.xmpp.Refusals;
import kith.xmpp.Tree;

import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smack.packet.StanzaView;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What stands in the place of a room that was destroyed: the error `gone` (RFC 6120 §8.3.3.5),
/// with the reason as its text and the room to go to instead as its link, as Prosody answers for a
/// month whoever comes.
final class Tombstone {

    private static final String SCHEME = "xmpp:";

    private Tombstone() {}

    /// What it says of the room; empty where the stanza is none of it.
    static Optional<RoomState.Removed> in(StanzaView answer) {
        return Optional.ofNullable(answer.getError())
                .filter(error -> error.getCondition() == StanzaError.Condition.gone)
                .map(
                        error ->
                                new RoomState.Removed(
                                        Cause.DESTROYED,
                                        "",
                                        Refusals.of(error).text(),
                                        Optional.ofNullable(error.getConditionText())
                                                .flatMap(Tombstone::room)));
    }

    /// The room that a link `xmpp:room@service?join` (RFC 5122, XEP-0147) leads to; none of any
    /// other link.
    private static Optional<BareJid> room(String link) {
        var stripped = link.strip();
        if (!stripped.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        int query = stripped.indexOf('?');
        var path = stripped.substring(SCHEME.length(), query < 0 ? stripped.length() : query);
        return Tree.address(decoded(path)).filter(Jid::isEntityBareJid).map(Jid::asBareJid);
    }

    /// What stands there as `%20` and the like (RFC 5122 §2.2); as it is where that is broken:
    /// Prosody writes the address as it is.
    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return path;
        }
    }
}
