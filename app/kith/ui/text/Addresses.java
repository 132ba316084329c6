package kith.ui.text;

import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.stringprep.XmppStringprepException;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Reads the addresses that people type or paste.
public final class Addresses {

    private static final String SCHEME = "xmpp:";
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

    /// The password in a link to a room, `xmpp:room@rooms.server?join;password=word` (XEP-0045
    /// §13.2); empty where it has none.
    public static Optional<String> password(String typed) {
        var text = typed.strip();
        int query = text.indexOf('?');
        if (query < 0 || !text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        return Arrays.stream(text.substring(query + 1).split(";"))
                .filter(part -> part.startsWith(PASSWORD))
                .map(part -> decoded(part.substring(PASSWORD.length())))
                .filter(word -> !word.isEmpty())
                .findFirst();
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
