package kith.lab;

import org.jivesoftware.smack.experimental.ExperimentalInitializer;
import org.jivesoftware.smack.extensions.ExtensionsInitializer;
import org.jivesoftware.smack.im.SmackImInitializer;
import org.jivesoftware.smack.provider.ProviderManager;
import org.jivesoftware.smackx.muc.packet.MUCUser;

import java.util.List;
import java.util.stream.IntStream;

/// Smack as the lab's own users need it, apart from Kith.
final class LabSmack {

    /// The JDK's limits that would end a long stream after 100,000 escaped characters, or at a deep
    /// or wide stanza.
    private static final List<String> UNLIMITED =
            List.of(
                    "jdk.xml.maxGeneralEntitySizeLimit",
                    "jdk.xml.totalEntitySizeLimit",
                    "jdk.xml.entityExpansionLimit",
                    "jdk.xml.maxElementDepth",
                    "jdk.xml.elementAttributeLimit",
                    "jdk.xml.maxXMLNameLimit");

    /// Smack keeps each that it meets in one map, which several connections must not write to at
    /// once: all are there before the first.
    private static final List<Integer> STATUS_CODES = IntStream.range(100, 1_000).boxed().toList();

    private LabSmack() {}

    /// To be called before anything of Smack is loaded. Limits that are set already stay: in a test
    /// of Kith they are Kith's. What Kith keeps Smack from loading is loaded nevertheless.
    static synchronized void prepare() {
        for (String limit : UNLIMITED) {
            if (System.getProperty(limit) == null) {
                System.setProperty(limit, "0");
            }
        }
        boolean isWhole = ProviderManager.getIQProvider("query", "jabber:iq:roster") != null;
        if (!isWhole) {
            new SmackImInitializer().initialize();
            new ExtensionsInitializer().initialize();
            new ExperimentalInitializer().initialize();
        }
        STATUS_CODES.forEach(MUCUser.Status::create);
    }
}
