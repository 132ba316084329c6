package kith.xmpp;

import kith.xmpp.link.StanzaReaderAccess;

import org.jivesoftware.smack.packet.Stanza;

/// Stanzas from raw XML, read as from a stream.
public final class Xml {

    private Xml() {}

    /// The stanza in a text that quotes attributes with apostrophes.
    public static <S extends Stanza> S stanza(Class<S> kind, String xml) {
        return kind.cast(Stanzas.of(StanzaReaderAccess.read(xml)).orElseThrow());
    }
}
