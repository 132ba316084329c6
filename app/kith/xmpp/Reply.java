package kith.xmpp;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StanzaError;

import java.util.List;

/// Our answer to a request, and what the request told us.
public record Reply(IQ answer, List<XmppEvent> events) {

    /// Yes, without more.
    public static Reply yes(RequestEnvelope in, List<XmppEvent> events) {
        return new Reply(IQ.createResultIQ(in.request()), events);
    }

    public static Reply with(IQ answer) {
        return new Reply(answer, List.of());
    }

    public static Reply no(RequestEnvelope in, StanzaError.Condition condition) {
        return new Reply(IQ.createErrorResponse(in.request(), condition), List.of());
    }
}
