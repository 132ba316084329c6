package kith.lab;

import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;

/// An account on a lab server and its password. The password is no secret, so it may be printed.
public record LabAccount(EntityBareJid jid, String password) {

    /// An account by its address as text.
    public static LabAccount of(String jid, String password) {
        return new LabAccount(JidCreate.entityBareFromOrThrowUnchecked(jid), password);
    }

    /// The part before the `@`.
    public String user() {
        return jid.getLocalpart().toString();
    }
}
