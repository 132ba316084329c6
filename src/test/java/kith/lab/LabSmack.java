package kith.lab;

import org.jivesoftware.smack.experimental.ExperimentalInitializer;
import org.jivesoftware.smack.extensions.ExtensionsInitializer;
import org.jivesoftware.smack.im.SmackImInitializer;
import org.jivesoftware.smack.provider.ProviderManager;

import java.util.List;

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
    }
}
