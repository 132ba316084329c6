package kith.xmpp.xep;

import kith.xmpp.Tree;

import org.jivesoftware.smack.packet.Presence;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// XEP-0153 vCard-Based Avatars, version 1.1.1: by which hash the picture of whoever sends a
/// presence can be known. The picture is in their vCard ([Xep0054VCard]).
///
/// Only what is announced now counts: who says nothing (§4.1, not ready yet) has none until they
/// do. Not done: having a picture of our own.
final class Xep0153Pictures {

    static final String UPDATE = "vcard-temp:x:update";

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}");

    private Xep0153Pictures() {}

    /// The hash that a presence announces.
    static Optional<String> in(Presence presence) {
        return Tree.in(presence, "x", UPDATE)
                .flatMap(update -> Tree.child(update, "photo"))
                .map(Tree::text)
                .flatMap(Xep0153Pictures::hash);
    }

    /// What was announced, if it is a SHA-1 at all.
    static Optional<String> hash(String announced) {
        return Optional.of(announced.strip().toLowerCase(Locale.ROOT))
                .filter(it -> HASH.matcher(it).matches());
    }
}
