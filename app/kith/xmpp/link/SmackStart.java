package kith.xmpp.link;

import org.jivesoftware.smack.SASLAuthentication;
import org.jivesoftware.smack.SmackConfiguration;
import org.jivesoftware.smack.java7.XmppHostnameVerifier;
import org.jivesoftware.smack.packet.ExtensionElement;
import org.jivesoftware.smack.parsing.StandardExtensionElementProvider;
import org.jivesoftware.smack.provider.ExtensionElementProvider;
import org.jivesoftware.smack.provider.ProviderManager;
import org.jivesoftware.smack.sasl.core.SASLAnonymous;
import org.jivesoftware.smack.sasl.core.SASLXOauth2Mechanism;
import org.jivesoftware.smack.sasl.core.SCRAMSHA1Mechanism;
import org.jivesoftware.smack.sasl.core.ScramSha1PlusMechanism;
import org.jivesoftware.smack.sasl.javax.SASLPlainMechanism;
import org.jivesoftware.smack.sm.provider.StreamManagementStreamFeatureProvider;
import org.jivesoftware.smack.util.stringencoder.Base64;
import org.jivesoftware.smack.util.stringencoder.java7.Java7Base64Encoder;
import org.jivesoftware.smack.xml.SmackXmlParser;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Smack's process-wide settings, made once before its first connection.
///
/// Smack would load some hundred classes by name, each with listeners and providers of its own.
/// None of them is loaded here: Kith reads stanzas itself ([StanzaReader]), and what isn't there
/// can neither believe or answer a stranger, nor cost time at start. Any thread; who comes first
/// does the work, which takes a while.
public final class SmackStart {

    /// Packages (lower case) and classes that Smack's configuration file would load by name.
    private static final String[] UNUSED = {
        "org.jivesoftware.smack.initializer",
        "org.jivesoftware.smack.ReconnectionManager",
        "org.jivesoftware.smack.util.dns",
        "org.jivesoftware.smack.extensions",
        "org.jivesoftware.smack.experimental",
        "org.jivesoftware.smack.legacy",
        "org.jivesoftware.smack.tcp",
        "org.jivesoftware.smack.sasl",
        "org.jivesoftware.smack.android",
        "org.jivesoftware.smack.java7",
        "org.jivesoftware.smack.im",
        "org.jivesoftware.smack.websocket",
        "org.jivesoftware.smackx",
    };

    private static final int REPLY_TIMEOUT_MILLIS = 30_000;

    /// Smack allocates this many places for each request it waits for.
    private static final int COLLECTOR_SIZE = 300;

    /// Held here, or its level would be forgotten.
    private static final Logger SMACK = Logger.getLogger("org.jivesoftware");

    static {
        if (SMACK.getLevel() == null) {
            SMACK.setLevel(Level.SEVERE); // it tells each lost connection with a page of stack
        }
        XmlLimits.lift();
        SmackConfiguration.addDisabledSmackClasses(UNUSED);
        SmackConfiguration.setDefaultReplyTimeout(REPLY_TIMEOUT_MILLIS);
        SmackConfiguration.setStanzaCollectorSize(COLLECTOR_SIZE);
        SmackConfiguration.setDefaultHostnameVerifier(new XmppHostnameVerifier());
        Base64.setEncoder(Java7Base64Encoder.getInstance());
        var parsers = SmackXmlParser.getXmlPullParserFactory();
        SmackXmlParser.setXmlPullParserFactory(
                reader -> new StreamParser(parsers.newXmlPullParser(reader)));
        provide();
        chooseMechanisms();
    }

    private SmackStart() {}

    /// Makes the settings unless they are made.
    public static void ensure() {
        // the class is initialised by now
    }

    private static void provide() {
        ProviderManager.addStreamFeatureProvider(
                "sm", "urn:xmpp:sm:3", untyped(new StreamManagementStreamFeatureProvider()));
        ProviderManager.addStreamFeatureProvider(
                ClientState.FEATURE,
                ClientState.FEATURE_NAMESPACE,
                untyped(StandardExtensionElementProvider.INSTANCE));
    }

    @SuppressWarnings("unchecked") // Smack reads features untyped, but asks for this type
    private static ExtensionElementProvider<ExtensionElement> untyped(
            ExtensionElementProvider<?> provider) {
        return (ExtensionElementProvider<ExtensionElement>) provider;
    }

    private static void chooseMechanisms() {
        for (var mechanism :
                List.of(
                        SCRAMSHA1Mechanism.class, // believes any iteration count
                        ScramSha1PlusMechanism.class,
                        SASLXOauth2Mechanism.class,
                        SASLAnonymous.class)) {
            SASLAuthentication.unregisterSASLMechanism(mechanism.getName());
        }
        SASLAuthentication.registerSASLMechanism(Scram.sha256());
        SASLAuthentication.registerSASLMechanism(Scram.sha1());
        SASLAuthentication.registerSASLMechanism(new SASLPlainMechanism());
    }
}
