package kith.xmpp.xep;

import kith.xmpp.AnswerEnvelope;

import org.jxmpp.jid.BareJid;

import java.util.Optional;

/// That a room answers what it is and supports (XEP-0045 §6.4).
record RoomAnswer(BareJid room, DiscoInfo info) {

    /// Empty for any other answer.
    static Optional<RoomAnswer> in(AnswerEnvelope in) {
        var asked = in.request().getTo();
        return asked != null && asked.isEntityBareJid() && Xep0030Disco.isAboutAll(in)
                ? in.answered()
                        .map(DiscoInfo::of)
                        .filter(info -> info.features().contains(Xep0045Rooms.NAMESPACE))
                        .map(info -> new RoomAnswer(asked.asBareJid(), info))
                : Optional.empty();
    }
}
