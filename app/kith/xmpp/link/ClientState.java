package kith.xmpp.link;

import org.jivesoftware.smack.packet.Nonza;
import org.jivesoftware.smack.packet.XmlEnvironment;

/// XEP-0352 Client State Indication, version 1.0.0: whether somebody is looking. While nobody is,
/// the server may hold back what can wait. Every stream begins active, a resumed one too (§5.2).
enum ClientState implements Nonza {
    ACTIVE("active"),
    INACTIVE("inactive");

    /// The stream feature by which a server offers it (§4.1).
    static final String FEATURE = "csi";

    static final String FEATURE_NAMESPACE = "urn:xmpp:csi:0";

    private final String name;

    ClientState(String name) {
        this.name = name;
    }

    static ClientState of(boolean isActive) {
        return isActive ? ACTIVE : INACTIVE;
    }

    @Override
    public String getElementName() {
        return name;
    }

    @Override
    public String getNamespace() {
        return FEATURE_NAMESPACE;
    }

    @Override
    public CharSequence toXML(XmlEnvironment environment) {
        return "<" + name + " xmlns='" + FEATURE_NAMESPACE + "'/>";
    }
}
