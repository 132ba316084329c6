package kith.ui.text;

import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.stringprep.XmppStringprepException;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads the addresses that people type or paste.
public final class Addresses {

    private static final String SCHEME = "xmpp:";
    private static final String JOIN = "join";
    private static final String PASSWORD = "password=";

    private Addresses() {}

    /// The address in what was typed: `name@server`, also as a link `xmpp:name@server?join` (RFC
    /// 5122). A resource is dropped.
    ///
    /// @return empty for anything else
    public static Optional<EntityBareJid> parse(String typed) {
        var text = typed.strip();
        if (text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            text = text.substring(SCHEME.length());
            int query = text.indexOf('?');
            text = decoded(query < 0 ? text : text.substring(0, query));
        }
        try {
            return Optional.ofNullable(JidCreate.from(text).asEntityBareJidIfPossible());
        } catch (XmppStringprepException malformed) {
            return Optional.empty();
        }
    }

    /// Whether it is a link that wants a room joined, `xmpp:room@rooms.server?join` (XEP-0045
    /// §13.2).
    public static boolean isToJoin(String typed) {
        return query(typed).findFirst().filter(JOIN::equals).isPresent();
    }

    /// The password in a link to a room, `xmpp:room@rooms.server?join;password=word` (XEP-0045
    /// §13.2); empty where it has none.
    public static Optional<String> password(String typed) {
        return query(typed)
                .filter(part -> part.startsWith(PASSWORD))
                .map(part -> decoded(part.substring(PASSWORD.length())))
                .filter(word -> !word.isEmpty())
                .findFirst();
    }

    /// What a link asks for, and with what, as it stands there (XEP-0147 §2.1).
    private static Stream<String> query(String typed) {
        var text = typed.strip();
        int query = text.indexOf('?');
        return query < 0 || !text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Stream.empty()
                : Arrays.stream(text.substring(query + 1).split(";", -1));
    }

    /// What stands there as `%20` and the like; as it is where that is broken.
    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return part;
        }
    }
}
