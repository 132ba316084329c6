package kith.xmpp;

import kith.model.Refusal;
import kith.model.Refusal.Reason;

import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smack.packet.StanzaView;

/// What a stanza error (RFC 6120 §8.3) means to the user.
public final class Refusals {

    private Refusals() {}

    /// The refusal in a stanza of type error; [Reason#OTHER] where it doesn't say which.
    public static Refusal in(StanzaView stanza) {
        var error = stanza.getError();
        return error == null ? Refusal.of(Reason.OTHER) : of(error);
    }

    public static Refusal of(StanzaError error) {
        var text = error.getDescriptiveText();
        return new Refusal(reason(error.getCondition()), text == null ? "" : text);
    }

    private static Reason reason(StanzaError.Condition condition) {
        return switch (condition) {
            case forbidden -> Reason.FORBIDDEN;
            case not_authorized -> Reason.PASSWORD_NEEDED;
            case registration_required -> Reason.MEMBERS_ONLY;
            case conflict -> Reason.NICK_TAKEN;
            case not_acceptable -> Reason.NOT_ACCEPTABLE;
            case not_allowed -> Reason.NOT_ALLOWED;
            case item_not_found, gone -> Reason.NOT_FOUND;
            case service_unavailable, recipient_unavailable -> Reason.UNAVAILABLE;
            case remote_server_not_found, remote_server_timeout -> Reason.SERVER_NOT_REACHED;
            case policy_violation, resource_constraint -> Reason.LIMIT;
            case jid_malformed -> Reason.BAD_ADDRESS;
            case feature_not_implemented -> Reason.NOT_SUPPORTED;
            case bad_request,
                    internal_server_error,
                    redirect,
                    subscription_required,
                    undefined_condition,
                    unexpected_request ->
                    Reason.OTHER;
        };
    }
}
