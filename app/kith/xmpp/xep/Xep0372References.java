package kith.xmpp.xep;

import kith.model.Mentions.Mention;
import kith.xmpp.Envelope;
import kith.xmpp.RoomStanding;
import kith.xmpp.Tree;
import kith.xmpp.XmppExtension;

import org.jivesoftware.smack.packet.MessageBuilder;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.stringprep.XmppStringprepException;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/// XEP-0372 References, version 0.1: mentions of people in rooms, both directions (§3.2). Places
/// are code points, the end is after the last one, as in the XEP's example.
///
/// People are named by their nick in the room, not by their real address: who sees that isn't known
/// of all who read the message. Both are understood. What else can be referred to is not read.
final class Xep0372References implements XmppExtension {

    private static final String NAMESPACE = "urn:xmpp:reference:0";
    private static final String SCHEME = "xmpp:";

    /// More of them in one message are not looked at.
    private static final int MOST = 100;

    @Override
    public Set<String> features() {
        return Set.of(NAMESPACE);
    }

    /// Adds whom a message addresses.
    static void add(MessageBuilder message, BareJid room, String body, Mention mention) {
        int begin = body.codePointCount(0, mention.range().start());
        int end = body.codePointCount(0, mention.range().end());
        message.addExtension(
                StandardExtensionElement.builder("reference", NAMESPACE)
                        .addAttribute("type", "mention")
                        .addAttribute("begin", Integer.toString(begin))
                        .addAttribute("end", Integer.toString(end))
                        .addAttribute("uri", uri(room, mention.nick()))
                        .build());
    }

    /// Whether a message mentions us: who we are in the room, or our account.
    static boolean mentionsUs(Envelope in) {
        return Tree.allIn(in.message(), "reference", NAMESPACE).stream()
                .limit(MOST)
                .filter(it -> Tree.attribute(it, "type").filter("mention"::equals).isPresent())
                .filter(it -> Tree.attribute(it, "anchor").isEmpty())
                .flatMap(it -> Tree.attribute(it, "uri").stream())
                .flatMap(uri -> address(uri).stream())
                .anyMatch(address -> isOurs(in, address));
    }

    private static boolean isOurs(Envelope in, Jid address) {
        return in.standing().map(Xep0372References::self).filter(address::equals).isPresent()
                || address.equals(in.self().asEntityBareJid());
    }

    private static Jid self(RoomStanding standing) {
        return Xep0045Rooms.occupant(standing.room(), standing.nick());
    }

    /// Whom a URI names; empty for one that is nobody's (RFC 5122 §2.2).
    private static Optional<Jid> address(String uri) {
        if (!uri.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        var path = uri.substring(SCHEME.length()).split("[?#]", 2)[0];
        try {
            var decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
            return Optional.of(JidCreate.from(decoded));
        } catch (XmppStringprepException | IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }

    /// Rooms of gateways have signs in their names that end an address in a URI, as `#` does
    /// (RFC 5122 §2.2).
    private static String uri(BareJid room, String nick) {
        var name = room.getLocalpartOrNull();
        return SCHEME
                + (name == null ? "" : encoded(name.toString()) + "@")
                + room.getDomain()
                + "/"
                + encoded(nick);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
