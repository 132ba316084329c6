package kith.xmpp;

import kith.model.Mentions.Mention;

import java.util.List;

/// What stands beside the words of a message of ours to a room.
///
/// @param mentions who is in the room and addressed (XEP-0372); ranges are of the body
/// @param isMarkable whether we want to know who has seen it (XEP-0333)
public record Beside(List<Mention> mentions, boolean isMarkable) {

    public static final Beside NOTHING = new Beside(List.of(), false);

    public Beside {
        mentions = List.copyOf(mentions);
    }
}
