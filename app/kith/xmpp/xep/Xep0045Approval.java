package kith.xmpp.xep;

import kith.model.DataForm;
import kith.model.DataForm.Field;
import kith.model.DataForm.FieldType;
import kith.model.Nick;
import kith.model.RegistrationRequest;
import kith.xmpp.Envelope;
import kith.xmpp.Tree;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.RegistrationRequested;
import kith.xmpp.XmppExtension;
import kith.xmpp.XmppLink;

import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jxmpp.jid.BareJid;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// XEP-0045 §9.9: a room's admins say who becomes a member, by forms that it sends them.
///
/// Believed is the room alone, by its bare address. Fields that the XEP doesn't know are shown as
/// they come, and go back; what asks for no yes or no is none.
public final class Xep0045Approval implements XmppExtension {

    private static final String REGISTER = Xep0045Rooms.NAMESPACE + "#register";

    /// Answers somebody who wants to be a member.
    ///
    /// @return the id of the answer; empty where there was no session to hand it to
    public Optional<String> answer(
            XmppLink link, BareJid room, RegistrationRequest request, boolean isGranted) {
        var id = UUID.randomUUID().toString();
        boolean isSent =
                link.send(
                        StanzaBuilder.buildMessage(id)
                                .to(room)
                                .addExtension(Xep0004Forms.submit(request.answered(isGranted)))
                                .build());
        return isSent ? Optional.of(id) : Optional.empty();
    }

    @Override
    public List<XmppEvent> read(Envelope in) {
        return Xep0045Voice.isOfRoom(in)
                ? in.payload("x", Xep0004Forms.NAMESPACE)
                        .flatMap(Xep0045Approval::request)
                        .<List<XmppEvent>>map(
                                it -> List.of(new RegistrationRequested(in.peer(), it)))
                        .orElse(List.of())
                : List.of();
    }

    private static Optional<RegistrationRequest> request(StandardExtensionElement payload) {
        return Tree.attribute(payload, "type")
                .filter("form"::equals)
                .map(_ -> Xep0004Forms.read(payload))
                .filter(Xep0045Approval::asksForApproval)
                .map(RegistrationRequest::new)
                .filter(it -> it.nick().isEmpty() || Nick.isOne(it.nick()));
    }

    private static boolean asksForApproval(DataForm form) {
        boolean isOfRegistration =
                form.field("FORM_TYPE").map(Field::value).filter(REGISTER::equals).isPresent();
        return isOfRegistration
                && form.isWhole()
                && form.field(RegistrationRequest.ALLOW)
                        .filter(it -> it.type() == FieldType.BOOLEAN)
                        .isPresent();
    }
}
