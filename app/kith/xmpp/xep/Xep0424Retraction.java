package kith.xmpp.xep;

import kith.model.Content;
import kith.xmpp.Envelope;
import kith.xmpp.IncomingMessage;
import kith.xmpp.IncomingMessage.Way;
import kith.xmpp.Tree;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppExtension;

import org.jivesoftware.smack.packet.MessageBuilder;
import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// XEP-0424 Message Retraction, version 0.4.2: takes back a message, and reads what an archive has
/// put in the place of one (§4). Whose words may be taken back by whom, the store decides.
///
/// Words beside it are for programs that know nothing of it (§3), whether or not they are marked as
/// such: nobody who knows of it shows them. Not here: what rooms do ([Xep0425Moderation]), and
/// version 0.2, which names messages in another way.
final class Xep0424Retraction implements XmppExtension {

    static final String NAMESPACE = "urn:xmpp:message-retract:1";

    /// Of version 0.2; archives still put it in the place of messages.
    static final String OLD_NAMESPACE = "urn:xmpp:message-retract:0";

    static final String NAME = "retract";
    static final String TOMBSTONE = "retracted";

    /// As the example has it (§3), in English: whom it reaches, nobody knows.
    private static final String WORDS =
            "/me retracted a previous message, but it's unsupported by your client.";

    @Override
    public Set<String> features() {
        return Set.of(NAMESPACE);
    }

    /// Makes a message one that takes back another.
    ///
    /// @param target the id of that one
    static void add(MessageBuilder message, String target) {
        message.setBody(WORDS)
                .addExtension(
                        StandardExtensionElement.builder(NAME, NAMESPACE)
                                .addAttribute("id", target)
                                .build())
                .addExtension(Xep0428Fallback.ofWhole(NAMESPACE))
                .addExtension(Xep0334Hints.store());
    }

    /// Whether it takes back a message, or is to be taken for nothing because it only says that a
    /// room did.
    static boolean isIn(Envelope in) {
        return target(in).isPresent() || Xep0425Moderation.isIn(in);
    }

    /// What takes back a message, of those that name one; of two, neither counts.
    static Optional<StandardExtensionElement> elementIn(Envelope in) {
        var all = Tree.allIn(in.message(), NAME, NAMESPACE);
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    static Optional<String> target(StandardExtensionElement element) {
        return Tree.attribute(element, "id").filter(id -> !id.isEmpty());
    }

    private static Optional<String> target(Envelope in) {
        return elementIn(in).flatMap(Xep0424Retraction::target);
    }

    @Override
    public List<XmppEvent> read(Envelope in) {
        if (in.isError() || Xep0425Moderation.isIn(in)) {
            return List.of();
        }
        return target(in)
                .<Content>map(Content.Retraction::new)
                .or(() -> isTombstone(in) ? Optional.of(Content.RETRACTED) : Optional.empty())
                .map(content -> List.of(arrived(in, content)))
                .orElse(List.of());
    }

    static XmppEvent arrived(Envelope in, Content content) {
        return new XmppEvent.MessageArrived(
                new IncomingMessage(
                        in.peer(), in.isRoom(), in.ids(), in.author(), in.at(), content, in.way()));
    }

    /// Only an archive puts one anywhere. It doesn't say what it was that others sent so, so
    /// nothing that it says of by whom or why is believed; what did it is in the archive, too (§5).
    static boolean isTombstone(Envelope in) {
        return in.way() == Way.ARCHIVE
                && in.body().isEmpty()
                && (in.payload(TOMBSTONE, NAMESPACE).isPresent()
                        || in.payload(TOMBSTONE, OLD_NAMESPACE).isPresent()
                        || Xep0425Moderation.isTombstone(in));
    }
}
