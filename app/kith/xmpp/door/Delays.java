package kith.xmpp.door;

import kith.xmpp.Tree;

import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaView;
import org.jxmpp.jid.Jid;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;

/// When a stanza that was kept on its way was sent (XEP-0203), by the word of one who is to be
/// believed in that.
final class Delays {

    private static final String NAME = "delay";
    private static final String NAMESPACE = "urn:xmpp:delay";

    private Delays() {}

    /// The stamp of the first delay whose author is believed; of a delay without an author nobody
    /// knows who wrote it.
    static Optional<Instant> in(StanzaView stanza, Predicate<Jid> isBelieved) {
        return Tree.allIn(stanza, NAME, NAMESPACE).stream()
                .filter(delay -> Tree.address(delay, "from").filter(isBelieved).isPresent())
                .flatMap(delay -> stamp(delay).stream())
                .findFirst();
    }

    /// The stamp of a delay, to the millisecond (XEP-0082); empty where it is none.
    static Optional<Instant> stamp(StandardExtensionElement delay) {
        try {
            var stamp = OffsetDateTime.parse(Tree.attribute(delay, "stamp").orElse(""));
            return Optional.of(stamp.toInstant().truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeException noStamp) {
            return Optional.empty();
        }
    }
}
