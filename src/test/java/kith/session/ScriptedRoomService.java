package kith.session;

import kith.model.Refusal;
import kith.xmpp.PayloadIq;
import kith.xmpp.RefusedException;
import kith.xmpp.Xml;

import org.jivesoftware.smack.packet.IQ;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Services for rooms that answer what is asked of them and of new rooms there, each as the test
/// says. What owners are asked for is kept.
final class ScriptedRoomService {

    /// The form of a service that can do all.
    static final String FORM =
            """
            <x xmlns='jabber:x:data' type='form'>
            <field type='hidden' var='FORM_TYPE'>
            <value>http://jabber.org/protocol/muc#roomconfig</value></field>
            <field type='text-single' var='muc#roomconfig_roomname'/>
            <field type='text-single' var='muc#roomconfig_roomdesc'/>
            <field type='fixed'><value>Who gets in</value></field>
            <field type='boolean' var='muc#roomconfig_membersonly'><value>0</value></field>
            <field type='boolean' var='muc#roomconfig_persistentroom'><value>0</value></field>
            <field type='boolean' var='muc#roomconfig_publicroom'><value>1</value></field>
            <field type='list-single' var='muc#roomconfig_whois'><value>moderators</value>
            <option><value>moderators</value></option><option><value>anyone</value></option></field>
            <field type='boolean' var='muc#roomconfig_enablearchiving'><value>0</value></field>
            <field type='list-multi' var='x-moon'><value>full</value><value>new</value>
            <option><value>full</value></option><option><value>new</value></option></field>
            </x>
            """;

    private final List<String> services = new ArrayList<>();
    private final Map<String, Refusal.Reason> refused = new HashMap<>();
    private final List<String> ordered = new ArrayList<>();
    private String form = FORM;
    private boolean isThere;
    private boolean isSilent;
    private boolean isHeld;
    private final List<CompletableFuture<IQ>> held = new ArrayList<>();

    /// @param addresses of services, in the server's order
    ScriptedRoomService(String... addresses) {
        services.addAll(List.of(addresses));
    }

    /// From now on every room that is asked for is there already.
    void hasAllRooms() {
        isThere = true;
    }

    /// From now on says nothing to who asks about a room.
    void isSilentAboutRooms() {
        isSilent = true;
    }

    /// From now on gives this form.
    void give(String xml) {
        form = xml;
    }

    /// From now on refuses what owners send with this in it.
    void refuse(String words, Refusal.Reason reason) {
        refused.put(words, reason);
    }

    /// From now on keeps its answers to itself.
    void hold() {
        isHeld = true;
    }

    /// Answers all that it kept.
    void answerHeld(IQ answer) {
        isHeld = false;
        held.forEach(each -> each.complete(answer));
    }

    /// What owners sent, oldest first, without what stands around it and the types of fields.
    List<String> ordered() {
        return ordered;
    }

    Optional<CompletionStage<IQ>> answer(IQ request) {
        if (!(request instanceof PayloadIq asked)) {
            return Optional.empty();
        }
        var to = String.valueOf(request.getTo());
        return switch (asked.payload().getNamespace()) {
            case "http://jabber.org/protocol/disco#items" -> Optional.of(result(asked, items()));
            case "http://jabber.org/protocol/disco#info" -> Optional.of(info(asked, to));
            case "http://jabber.org/protocol/muc#owner" -> Optional.of(owner(asked));
            default -> Optional.empty();
        };
    }

    private String items() {
        var items = new StringBuilder("<query xmlns='http://jabber.org/protocol/disco#items'>");
        services.forEach(each -> items.append("<item jid='" + each + "'/>"));
        return items + "</query>";
    }

    private CompletionStage<IQ> info(PayloadIq asked, String to) {
        boolean isService = services.contains(to) && !to.startsWith("irc.");
        if (isService) {
            return result(asked, identity("text"));
        }
        if (to.startsWith("irc.")) {
            return result(asked, identity("irc"));
        }
        if (to.contains("@") && isSilent) {
            return refusal(Refusal.Reason.TIMED_OUT);
        }
        return to.contains("@") && isThere
                ? result(asked, identity("text"))
                : refusal(Refusal.Reason.NOT_FOUND);
    }

    private static String identity(String type) {
        return "<query xmlns='http://jabber.org/protocol/disco#info'>"
                + "<identity category='conference' type='"
                + type
                + "'/>"
                + "<feature var='http://jabber.org/protocol/muc'/></query>";
    }

    private CompletionStage<IQ> owner(PayloadIq asked) {
        if (asked.getType() == IQ.Type.get) {
            return refused.containsKey("form")
                    ? refusal(refused.get("form"))
                    : result(
                            asked,
                            "<query xmlns='http://jabber.org/protocol/muc#owner'>"
                                    + form
                                    + "</query>");
        }
        var xml = asked.payload().getElements().getFirst().toXML().toString();
        ordered.add(xml.replaceAll("<field type='[^']*' ", "<field "));
        if (isHeld) {
            held.add(new CompletableFuture<>());
            return held.getLast();
        }
        return refused.entrySet().stream()
                .filter(each -> xml.contains(each.getKey()))
                .findFirst()
                .map(each -> refusal(each.getValue()))
                .orElseGet(() -> CompletableFuture.completedStage(IQ.createResultIQ(asked)));
    }

    private static CompletionStage<IQ> result(PayloadIq asked, String payload) {
        return CompletableFuture.completedStage(
                Xml.stanza(
                        IQ.class,
                        "<iq type='result' id='%s' from='%s'>%s</iq>"
                                .formatted(asked.getStanzaId(), asked.getTo(), payload)));
    }

    private static CompletionStage<IQ> refusal(Refusal.Reason reason) {
        return CompletableFuture.failedStage(new RefusedException(Refusal.of(reason)));
    }
}
