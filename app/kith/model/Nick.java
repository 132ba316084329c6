package kith.model;

import org.jxmpp.jid.parts.Resourcepart;
import org.jxmpp.stringprep.XmppStringprepException;

/// The name that somebody goes by in a room.
public final class Nick {

    private Nick() {}

    /// Whether a room could have this one (RFC 7622 §3.4): it has one line.
    public static boolean isOne(String nick) {
        try {
            Resourcepart.from(nick);
            return nick.codePoints().noneMatch(Nick::isControl);
        } catch (XmppStringprepException impossible) {
            return false;
        }
    }

    private static boolean isControl(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
