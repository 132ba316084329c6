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

    private final Map<String, Face> shown = new HashMap<>();
    private Map<String, Occupant> byNick = Map.of();

    /// Takes in who is there now.
    ///
    /// @return whether somebody who was shown looks otherwise now
    boolean follow(List<Occupant> occupants) {
        var newest = HashMap.<String, Occupant>newHashMap(occupants.size());
        occupants.forEach(occupant -> newest.put(occupant.nick(), occupant));
        byNick = newest;
        boolean isOther =
                shown.entrySet().stream()
                        .anyMatch(each -> !look(each.getKey()).equals(each.getValue()));
        if (isOther) {
            shown.clear(); // whoever is shown still will be asked for again
        }
        return isOther;
    }

    Face of(Author author) {
        return shown.computeIfAbsent(author.nick(), this::look);
    }

    private Face look(String nick) {
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
