package kith.xmpp.link;

import kith.xmpp.RoomStanding;
import kith.xmpp.Stanzas;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppExtension;
import kith.xmpp.door.Doors;

import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.XmlEnvironment;
import org.jivesoftware.smack.util.PacketParserUtils;
import org.jivesoftware.smack.xml.XmlPullParserException;
import org.jxmpp.jid.EntityFullJid;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/// A message as it is kept until the store has it, and what it says when it is read later.
///
/// Only what lasts is kept: an archive's results can be asked for again, and who is typing now is
/// of no interest then.
public final class KeptStanza {

    private static final String ARCHIVE = "urn:xmpp:mam:2";
    private static final String CHAT_STATES = "http://jabber.org/protocol/chatstates";

    private KeptStanza() {}

    /// Whether a message says something that lasts.
    static boolean isToBeKept(Message message) {
        return message.getExtensions().stream()
                .map(each -> each.getNamespace())
                .anyMatch(
                        namespace -> !namespace.equals(ARCHIVE) && !namespace.equals(CHAT_STATES));
    }

    static String write(Message message) {
        return XmlSafeWriter.sectionsUnended(message.toXML(XmlEnvironment.EMPTY).toString());
    }

    /// Reads a message that an earlier run has kept, as the doors of that session would have; but
    /// what the server and the rooms call it is not believed, since it is not known any more
    /// whether they announced to.
    ///
    /// @param self our own address in that session
    /// @param rooms we were in
    /// @param at when it came
    /// @return what it says; nothing for what can't be read
    public static List<XmppEvent> read(
            String xml,
            EntityFullJid self,
            List<RoomStanding> rooms,
            Instant at,
            List<XmppExtension> extensions) {
        SmackStart.ensure();
        try {
            var tree = StanzaReader.read(PacketParserUtils.getParserFor(xml));
            return Stanzas.messageOf(tree)
                    .map(message -> Doors.later(self, rooms, extensions, () -> at).read(message))
                    .orElse(List.of());
        } catch (XmlPullParserException | IOException unreadable) {
            return List.of(); // it went through once, but a character of it can't be written in XML
        }
    }
}
