package kith;

import kith.lab.LabUser;
import kith.xmpp.PayloadIq;

import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jxmpp.jid.EntityBareJid;

/// The form by which a room is set, as its owner sends it (XEP-0045 §10.2). Smack doesn't
/// understand the one that Prosody sends.
final class RoomForm {

    private static final String TYPE = "http://jabber.org/protocol/muc#roomconfig";
    private static final String OWNER = "http://jabber.org/protocol/muc#owner";

    private RoomForm() {}

    /// Sets one field, and leaves all others as they are.
    static void set(LabUser owner, EntityBareJid room, String name, String value) {
        var form =
                StandardExtensionElement.builder("x", "jabber:x:data")
                        .addAttribute("type", "submit")
                        .addElement(field("FORM_TYPE", TYPE))
                        .addElement(field(name, value))
                        .build();
        var query = StandardExtensionElement.builder("query", OWNER).addElement(form).build();
        var _ = owner.ask(PayloadIq.set(room, query));
    }

    private static StandardExtensionElement field(String name, String value) {
        return StandardExtensionElement.builder("field", "jabber:x:data")
                .addAttribute("var", name)
                .addElement("value", value)
                .build();
    }
}
