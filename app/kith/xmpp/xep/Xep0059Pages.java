package kith.xmpp.xep;

import kith.xmpp.Tree;

import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.util.Optional;
import java.util.OptionalInt;

/// XEP-0059 Result Set Management: asks for a list page by page, forwards, and reads where in it an
/// answer lies. One who doesn't know it answers with all there is, which is then the only page.
final class Xep0059Pages {

    private static final String NAME = "set";
    private static final String NAMESPACE = "http://jabber.org/protocol/rsm";

    private Xep0059Pages() {}

    /// What asks for a page.
    ///
    /// @param max how many at most
    /// @param after what [#next] said of the page before; empty for the first page
    static StandardExtensionElement request(int max, Optional<String> after) {
        var set = StandardExtensionElement.builder(NAME, NAMESPACE);
        set.addElement("max", Integer.toString(max));
        after.ifPresent(it -> set.addElement("after", it));
        return set.build();
    }

    /// By what to ask for the page after an answer; empty where that was the last. Whoever counts
    /// says by it which is (§2.6), the others by an empty page (§2.2): see the caller.
    ///
    /// @param size how many were in the answer
    static Optional<String> next(StandardExtensionElement answer, int size) {
        var last = text(answer, "last").filter(it -> !it.isEmpty());
        var first = Tree.child(answer, NAME, NAMESPACE).flatMap(set -> Tree.child(set, "first"));
        var index = first.flatMap(it -> Tree.attribute(it, "index")).map(Xep0059Pages::number);
        var count = count(answer);
        boolean isLast =
                size == 0
                        || (index.filter(OptionalInt::isPresent).isPresent()
                                && count.isPresent()
                                && index.get().getAsInt() + size >= count.getAsInt());
        return last.filter(it -> !isLast);
    }

    /// How many there are on all pages, where the answer says so.
    static OptionalInt count(StandardExtensionElement answer) {
        return text(answer, "count").map(Xep0059Pages::number).orElse(OptionalInt.empty());
    }

    private static Optional<String> text(StandardExtensionElement answer, String name) {
        return Tree.child(answer, NAME, NAMESPACE)
                .flatMap(set -> Tree.child(set, name))
                .map(Tree::text);
    }

    /// A number that somebody wrote: not negative, and such as things can be counted by.
    static OptionalInt number(String text) {
        var digits = text.strip();
        return digits.matches("[0-9]{1,9}")
                ? OptionalInt.of(Integer.parseInt(digits))
                : OptionalInt.empty();
    }
}
