package kith.xmpp.xep;

import kith.xmpp.Tree;

import org.jivesoftware.smack.packet.Presence;

import java.util.Optional;

/// XEP-0421 Occupant identifiers, version 1.0.0, in presences: who somebody is in a room whatever
/// their nick. Whether the room vouches for it is another matter (§4). Those of messages the door
/// reads.
final class Xep0421OccupantIds {

    static final String NAMESPACE = "urn:xmpp:occupant-id:0";

    /// Longer ones are somebody's joke (§4.1 allows 128 characters).
    private static final int LONGEST = 1_000;

    private Xep0421OccupantIds() {}

    static Optional<String> in(Presence presence) {
        return Tree.in(presence, "occupant-id", NAMESPACE)
                .flatMap(it -> Tree.attribute(it, "id"))
                .filter(id -> !id.isEmpty() && id.length() <= LONGEST);
    }
}
