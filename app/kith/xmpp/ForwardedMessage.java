package kith.xmpp;

import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.util.Optional;

/// A message inside another one (XEP-0297), as a carbon or an archive wraps it. Only what it says,
/// nothing about whether to believe it: that is the door's.
///
/// @param kind what it is wrapped in
/// @param id the archive's name for it (XEP-0313 §4.2)
/// @param queryId what it answers (XEP-0313 §4.1.1)
/// @param message the one inside; empty where there is none, or more than one
/// @param delay when the wrapper's sender had it, as they wrote it
public record ForwardedMessage(
        Kind kind,
        Optional<String> id,
        Optional<String> queryId,
        Optional<Message> message,
        Optional<StandardExtensionElement> delay) {

    private static final String FORWARD = "urn:xmpp:forward:0";
    private static final String DELAY = "urn:xmpp:delay";
    private static final String CLIENT = "jabber:client";

    /// What wraps messages.
    public enum Kind {
        /// A copy of what another device of ours got (XEP-0280).
        CARBON_RECEIVED("received", "urn:xmpp:carbons:2"),
        /// A copy of what another device of ours sent.
        CARBON_SENT("sent", "urn:xmpp:carbons:2"),
        /// What an archive has (XEP-0313).
        ARCHIVE_RESULT("result", "urn:xmpp:mam:2");

        private final String name;
        private final String namespace;

        Kind(String name, String namespace) {
            this.name = name;
            this.namespace = namespace;
        }
    }

    /// The wrapper in a message, the first if there are several.
    public static Optional<ForwardedMessage> in(Message message) {
        for (var kind : Kind.values()) {
            var wrapper = Tree.in(message, kind.name, kind.namespace);
            if (wrapper.isPresent()) {
                return Optional.of(of(kind, wrapper.get()));
            }
        }
        return Optional.empty();
    }

    /// Whether a message wraps another.
    public static boolean isIn(Message message) {
        for (var kind : Kind.values()) {
            if (Tree.in(message, kind.name, kind.namespace).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static ForwardedMessage of(Kind kind, StandardExtensionElement wrapper) {
        var forwarded = Tree.children(wrapper, "forwarded", FORWARD);
        var messages =
                forwarded.stream()
                        .flatMap(it -> Tree.children(it, "message", CLIENT).stream())
                        .toList();
        return new ForwardedMessage(
                kind,
                Tree.attribute(wrapper, "id"),
                Tree.attribute(wrapper, "queryid"),
                messages.size() == 1 ? Stanzas.messageOf(messages.getFirst()) : Optional.empty(),
                forwarded.stream()
                        .flatMap(it -> Tree.children(it, "delay", DELAY).stream())
                        .findFirst());
    }
}
