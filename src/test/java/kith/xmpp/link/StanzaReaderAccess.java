package kith.xmpp.link;

import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.util.PacketParserUtils;
import org.jivesoftware.smack.xml.XmlPullParserException;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Lets tests elsewhere read XML as a connection does.
public final class StanzaReaderAccess {

    private StanzaReaderAccess() {}

    /// Reads one stanza of a client's stream.
    public static StandardExtensionElement read(String xml) {
        SmackStart.ensure();
        var stanza =
                xml.strip().replaceFirst("^<(message|presence|iq)", "<$1 xmlns='jabber:client'");
        try {
            return StanzaReader.read(PacketParserUtils.getParserFor(stanza));
        } catch (XmlPullParserException e) {
            throw new IllegalArgumentException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
