package kith.xmpp;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.IqData;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;

import java.util.UUID;

/// A request or an answer whose content is a plain tree.
public final class PayloadIq extends IQ {

    private final StandardExtensionElement payload;

    private PayloadIq(IqData data, StandardExtensionElement payload) {
        super(data, payload.getQName());
        this.payload = payload;
    }

    /// A question, to the account's own server side where there is no recipient.
    public static PayloadIq get(@Nullable Jid to, StandardExtensionElement payload) {
        return request(IQ.Type.get, to, payload);
    }

    /// An order, to the account's own server side where there is no recipient.
    public static PayloadIq set(@Nullable Jid to, StandardExtensionElement payload) {
        return request(IQ.Type.set, to, payload);
    }

    /// A request or an answer as it came.
    static PayloadIq of(IqData data, StandardExtensionElement payload) {
        return new PayloadIq(data, payload);
    }

    /// The answer to a request.
    public static PayloadIq result(IQ request, StandardExtensionElement payload) {
        return new PayloadIq(IqData.createResponseData(request), payload);
    }

    public StandardExtensionElement payload() {
        return payload;
    }

    @Override
    protected IQChildElementXmlStringBuilder getIQChildElementBuilder(
            IQChildElementXmlStringBuilder xml) {
        payload.getAttributes().forEach(xml::attribute);
        if (payload.getElements().isEmpty() && Tree.text(payload).isEmpty()) {
            xml.setEmptyElement();
            return xml;
        }
        xml.rightAngleBracket();
        xml.text(Tree.text(payload));
        xml.append(payload.getElements());
        return xml;
    }

    private static PayloadIq request(
            IQ.Type type, @Nullable Jid to, StandardExtensionElement payload) {
        var data = StanzaBuilder.buildIqData(UUID.randomUUID().toString()).ofType(type).to(to);
        return new PayloadIq(data, payload);
    }
}
