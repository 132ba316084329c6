package kith.xmpp.xep;

import kith.model.Reply;
import kith.xmpp.Envelope;
import kith.xmpp.Tree;
import kith.xmpp.XmppExtension;

import org.jivesoftware.smack.packet.MessageBuilder;
import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.util.Optional;
import java.util.Set;

/// XEP-0461 Message Replies, version 0.3: what stands beside the words of an answer. Which message
/// it names, the store knows.
///
/// What is marked as repeating the other message (XEP-0428) is left out of the words only where it
/// looks like that, a quotation at the beginning, and something follows: a sender can't hide words
/// from us that other programs show.
final class Xep0461Replies implements XmppExtension {

    private static final String NAME = "reply";
    private static final String NAMESPACE = "urn:xmpp:reply:0";

    @Override
    public Set<String> features() {
        return Set.of(NAMESPACE);
    }

    /// Adds what it answers to a message.
    ///
    /// @param body of that message
    static void add(MessageBuilder message, Reply reply, String body) {
        var element =
                StandardExtensionElement.builder(NAME, NAMESPACE)
                        .addAttribute("id", reply.target());
        reply.author().ifPresent(author -> element.addAttribute("to", author.toString()));
        message.addExtension(element.build());
        if (reply.quoted() > 0) {
            int end = body.codePointCount(0, reply.quoted());
            message.addExtension(Xep0428Fallback.of(NAMESPACE, end));
        }
    }

    /// What a message answers; empty where it answers none.
    static Optional<Reply> in(Envelope in, String body) {
        return in.payload(NAME, NAMESPACE)
                .flatMap(
                        reply ->
                                Tree.attribute(reply, "id")
                                        .filter(id -> !id.isEmpty())
                                        .map(
                                                id ->
                                                        new Reply(
                                                                id,
                                                                Tree.address(reply, "to"),
                                                                quoted(in, body))));
    }

    private static int quoted(Envelope in, String body) {
        return Xep0428Fallback.endIn(in, NAMESPACE)
                .filter(end -> end <= body.codePointCount(0, body.length()))
                .map(end -> body.offsetByCodePoints(0, end))
                .map(end -> end < body.length() && body.charAt(end) == '\n' ? end + 1 : end)
                .filter(end -> isQuotation(body.substring(0, end)))
                .filter(end -> !body.substring(end).isBlank())
                .orElse(0);
    }

    private static boolean isQuotation(String text) {
        return text.lines().allMatch(line -> line.startsWith(">") || line.isBlank());
    }
}
