package kith.xmpp.door;

import kith.xmpp.AnswerEnvelope;
import kith.xmpp.PayloadIq;
import kith.xmpp.Tree;

import org.jxmpp.jid.BareJid;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What our account and the rooms have said in this session that they support (XEP-0030): the door
/// believes ids only from those that announce to give them, as others let anyone's through.
///
/// Core lane only.
final class KnownFeatures {

    private static final String INFO = "http://jabber.org/protocol/disco#info";
    private static final String STANZA_IDS = "urn:xmpp:sid:0";
    private static final String ARCHIVE = "urn:xmpp:mam:2";
    private static final String OCCUPANT_IDS = "urn:xmpp:occupant-id:0";

    private final Map<BareJid, Set<String>> features = new HashMap<>();

    void heard(AnswerEnvelope in) {
        var asked = in.request().getTo();
        if (asked == null || asked.hasResource() || !in.isTo("query", INFO) || isOfNode(in)) {
            return;
        }
        in.answered()
                .ifPresent(
                        info ->
                                features.put(
                                        asked.asBareJid(),
                                        Tree.children(info, "feature").stream()
                                                .flatMap(it -> Tree.attribute(it, "var").stream())
                                                .collect(Collectors.toUnmodifiableSet())));
    }

    /// What is said of a node is not said of the entity.
    private static boolean isOfNode(AnswerEnvelope in) {
        return in.request() instanceof PayloadIq asked
                && Tree.attribute(asked.payload(), "node").isPresent();
    }

    /// Whether it replaces forged stanza ids by its own (XEP-0359 §6, XEP-0313 §5.1.3).
    boolean givesStanzaIds(BareJid entity) {
        return has(entity, STANZA_IDS) || has(entity, ARCHIVE);
    }

    boolean givesOccupantIds(BareJid room) {
        return has(room, OCCUPANT_IDS);
    }

    private boolean has(BareJid entity, String feature) {
        return features.getOrDefault(entity, Set.of()).contains(feature);
    }
}
