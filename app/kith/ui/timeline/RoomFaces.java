package kith.ui.timeline;

import kith.model.Author;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Presence;
import kith.ui.timeline.TimelineRow.Face;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How those who write in a room look now: colour, standing, presence.
///
/// Somebody who isn't in the room any more is known by nick alone, and by nick alone somebody else
/// may be there now; that is all a room without occupant ids (XEP-0421) can tell.
final class RoomFaces {

    private Map<String, Occupant> byNick = Map.of();

    void follow(List<Occupant> occupants) {
        var newest = HashMap.<String, Occupant>newHashMap(occupants.size());
        occupants.forEach(occupant -> newest.put(occupant.nick(), occupant));
        byNick = newest;
    }

    Face of(Author author) {
        var nick = author.nick();
        var occupant = byNick.get(nick);
        if (occupant == null) {
            return new Face(nick, nick, Optional.empty(), false, Presence.UNKNOWN);
        }
        var affiliation =
                Optional.of(occupant.affiliation())
                        .filter(each -> each == Affiliation.OWNER || each == Affiliation.ADMIN);
        return new Face(
                nick,
                occupant.address().map(Object::toString).orElse(nick),
                affiliation,
                affiliation.isEmpty() && occupant.role() == Role.MODERATOR,
                occupant.presence());
    }
}
