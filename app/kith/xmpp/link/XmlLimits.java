package kith.xmpp.link;

import java.util.List;

/// The limits of the JDK's XML parser, which are made for documents and would end a stream that
/// lives for weeks.
///
/// The parser counts over its whole life, and a stream has one parser: after 100,000 `&amp;` in all
/// it would stop (JDK-8343004). An attribute, a name or a nesting too many would end the stream as
/// well, and any peer can send those. Without DTDs, which are off, the limits protect nothing that
/// the stream's own does not: `StanzaReader` holds the one on nesting.
///
/// Must be applied before the JDK's XML classes load: the first statement of `main`. This class
/// loads nothing else.
public final class XmlLimits {

    private static final List<String> NAMES =
            List.of(
                    "maxGeneralEntitySizeLimit",
                    "totalEntitySizeLimit",
                    "entityExpansionLimit",
                    "maxElementDepth",
                    "elementAttributeLimit",
                    "maxXMLNameLimit");

    private XmlLimits() {}

    /// Lifts them, for the whole process. Doing it again changes nothing.
    public static void lift() {
        for (var name : NAMES) {
            System.setProperty("jdk.xml." + name, "0");
        }
    }
}
