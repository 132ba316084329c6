package kith.ui.text;

import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.stringprep.XmppStringprepException;

import java.util.Optional;

/// Reads the addresses that people type or paste.
public final class Addresses {

    private static final String SCHEME = "xmpp:";

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
            text = query < 0 ? text : text.substring(0, query);
        }
        try {
            return Optional.ofNullable(JidCreate.from(text).asEntityBareJidIfPossible());
        } catch (XmppStringprepException malformed) {
            return Optional.empty();
        }
    }
}
