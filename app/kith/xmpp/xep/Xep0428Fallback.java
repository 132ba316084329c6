package kith.xmpp.xep;

import kith.xmpp.Envelope;
import kith.xmpp.Tree;
import kith.xmpp.XmppExtension;

import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// XEP-0428 Fallback Indication, version 0.2: which words of a message only say again what stands
/// beside them, for programs that know nothing of that.
///
/// Whoever reads it decides whether it may be left out: the sender could call all a fallback, and
/// nobody's words are to be lost.
final class Xep0428Fallback implements XmppExtension {

    private static final String NAME = "fallback";
    private static final String NAMESPACE = "urn:xmpp:fallback:0";

    /// As the examples of XEP-0461 have it; some programs took it from there.
    private static final String OTHER_NAMESPACE = "urn:xmpp:feature-fallback:0";

    private static final String BODY = "body";

    @Override
    public Set<String> features() {
        return Set.of(NAMESPACE);
    }

    /// @param what the namespace of what stands beside the words
    /// @param end of the part at the beginning of the body that is for it alone, in code points
    ///   (XEP-0426)
    static StandardExtensionElement of(String what, int end) {
        var part =
                StandardExtensionElement.builder(BODY, NAMESPACE)
                        .addAttribute("start", "0")
                        .addAttribute("end", String.valueOf(end))
                        .build();
        return StandardExtensionElement.builder(NAME, NAMESPACE)
                .addAttribute("for", what)
                .addElement(part)
                .build();
    }

    /// @param what the namespace of what stands beside the words, all of which are for it alone
    static StandardExtensionElement ofWhole(String what) {
        return StandardExtensionElement.builder(NAME, NAMESPACE).addAttribute("for", what).build();
    }

    /// @param what the namespace of what stands beside the body, all of which is for it alone
    static StandardExtensionElement ofBody(String what) {
        return StandardExtensionElement.builder(NAME, NAMESPACE)
                .addAttribute("for", what)
                .addElement(new StandardExtensionElement(BODY, NAMESPACE))
                .build();
    }

    /// How many code points at the beginning of the body are for it alone; empty where none are.
    static Optional<Integer> endIn(Envelope in, String what) {
        return all(in, what).stream()
                .flatMap(each -> Tree.children(each, BODY).stream())
                .filter(part -> Tree.attribute(part, "start").filter("0"::equals).isPresent())
                .flatMap(part -> Tree.attribute(part, "end").stream())
                .flatMap(end -> number(end).stream())
                .findFirst();
    }

    /// Whether the whole body is for it alone.
    static boolean isWhole(Envelope in, String what) {
        var length = in.body().map(body -> body.codePointCount(0, body.length())).orElse(0);
        return all(in, what).stream().anyMatch(each -> isWhole(each, length));
    }

    private static boolean isWhole(StandardExtensionElement fallback, int length) {
        var bodies = Tree.children(fallback, BODY);
        return fallback.getElements().isEmpty()
                || bodies.stream().anyMatch(part -> isWholePart(part, length));
    }

    private static boolean isWholePart(StandardExtensionElement part, int length) {
        var start = Tree.attribute(part, "start");
        var end = Tree.attribute(part, "end");
        return (start.isEmpty() && end.isEmpty())
                || (start.filter("0"::equals).isPresent()
                        && end.flatMap(Xep0428Fallback::number)
                                .filter(it -> it >= length)
                                .isPresent());
    }

    private static List<StandardExtensionElement> all(Envelope in, String what) {
        var found = Tree.allIn(in.message(), NAME, NAMESPACE);
        var namespace = found.isEmpty() ? OTHER_NAMESPACE : NAMESPACE;
        return Tree.allIn(in.message(), NAME, namespace).stream()
                .filter(each -> Tree.attribute(each, "for").filter(what::equals).isPresent())
                .toList();
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[0-9]{1,7}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
