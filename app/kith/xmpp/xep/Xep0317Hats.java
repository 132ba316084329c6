package kith.xmpp.xep;

import kith.model.Hat;
import kith.xmpp.Tree;

import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// XEP-0317 Hats, version 0.2, as they come in presences (§3.1); with the hue that later versions
/// have. Whether the room vouches for them is another matter (§2). Not done: putting them on
/// others (§3.2, §3.3).
final class Xep0317Hats {

    static final String NAMESPACE = "urn:xmpp:hats:0";

    /// Nobody wears more.
    private static final int MOST = 8;

    /// In code points; the rest of a title is cut off.
    private static final int LONGEST_TITLE = 40;

    private static final int LONGEST_URI = 1_000;

    private Xep0317Hats() {}

    static List<Hat> in(Presence presence) {
        var seen = new HashSet<String>();
        return Tree.in(presence, "hats", NAMESPACE).stream()
                .flatMap(hats -> Tree.children(hats, "hat").stream())
                .flatMap(each -> hat(each).stream())
                .filter(hat -> seen.add(hat.uri()))
                .limit(MOST)
                .toList();
    }

    private static Optional<Hat> hat(StandardExtensionElement hat) {
        var title =
                Tree.attribute(hat, "title").map(Xep0317Hats::brief).filter(it -> !it.isEmpty());
        return Tree.attribute(hat, "uri")
                .filter(uri -> !uri.isEmpty() && uri.length() <= LONGEST_URI)
                .flatMap(uri -> title.map(it -> new Hat(uri, it, hue(hat))));
    }

    private static String brief(String title) {
        var line = title.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LONGEST_TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
    }

    private static OptionalDouble hue(StandardExtensionElement hat) {
        return Tree.attribute(hat, "hue")
                .filter(text -> text.matches("[0-9]{1,3}(\\.[0-9]{1,15})?"))
                .map(Double::parseDouble)
                .filter(degrees -> degrees < 360)
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }
}
