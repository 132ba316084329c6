package kith.ui.timeline;

import kith.model.Author;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.OccupantChanges;
import kith.model.OccupantPicture;
import kith.model.Presence;
import kith.model.Reader;
import kith.ui.timeline.TimelineRow.Face;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// How those who write in a room look now: colour, standing, presence.
///
/// Where the room has occupant ids (XEP-0421) somebody is who they were under another nick, and
/// who has their nick now is somebody else; so is whoever is known by that nick alone, as some
/// archives leave out the rest. Without, only of what we heard ourselves is known whose it is: of
/// what an archive has kept, whoever had the nick then may have said it.
final class RoomFaces {

    /// Of so many who are gone the colour and the picture they had are remembered.
    private static final int MOST_REMEMBERED = 10_000;

    /// Those that are shown, as they looked when they were asked for.
    private final Map<Who, Face> shown = new HashMap<>();

    private List<Occupant> known = List.of();
    private final Map<String, Occupant> byNick = new HashMap<>();
    private final Map<String, Occupant> byId = new HashMap<>();

    /// By occupant id, else by nick and visit, who went last at the end.
    private final LinkedHashMap<String, Remembered> remembered = new LinkedHashMap<>();

    /// What stays of whoever goes.
    ///
    /// @param picture only of one whom the room names by an id
    private record Remembered(String colorKey, Optional<OccupantPicture> picture) {}

    /// Whom the room calls so.
    ///
    /// @param visit which of those whom it called so they are; empty where nobody knows
    private record Who(String nick, Optional<String> id, OptionalInt visit) {}

    /// Takes in who is there now.
    ///
    /// @return whether somebody who was shown looks otherwise now
    boolean follow(List<Occupant> occupants) {
        var changes = OccupantChanges.between(known, occupants);
        known = occupants;
        if (changes.count() == 0) {
            return false;
        }
        var lost = new HashSet<String>();
        changes.gone().forEach(each -> forget(each, lost));
        changes.changed().forEach(each -> forget(each.before(), lost));
        changes.changed().forEach(each -> know(each.now()));
        changes.added().forEach(this::know);
        findAgain(lost);
        boolean isOther =
                shown.entrySet().stream()
                        .anyMatch(each -> !look(each.getKey()).equals(each.getValue()));
        if (isOther) {
            shown.clear(); // whoever is shown still will be asked for again
        }
        return isOther;
    }

    /// The rows are built anew: whoever is shown is asked for again, and nobody else followed.
    void showAnew() {
        shown.clear();
    }

    private void forget(Occupant occupant, Set<String> lost) {
        byNick.remove(occupant.nick());
        occupant.occupantId().ifPresent(byId::remove);
        occupant.occupantId().ifPresent(lost::add);
        remember(occupant);
    }

    private void know(Occupant occupant) {
        byNick.put(occupant.nick(), occupant);
        occupant.occupantId().ifPresent(it -> byId.put(it, occupant));
    }

    private void remember(Occupant occupant) {
        var id = occupant.occupantId();
        if (id.isPresent()) {
            remember(id.get(), new Remembered(occupant.colorKey(), occupant.picture()));
        } else if (occupant.address().isPresent()) {
            remember(
                    Occupant.colorKey(occupant.nick(), occupant.visit()),
                    new Remembered(occupant.colorKey(), Optional.empty()));
        }
    }

    /// Somebody may be there under two nicks, and leave with one of them.
    private void findAgain(Set<String> lost) {
        if (!lost.isEmpty()) {
            known.stream()
                    .filter(each -> each.occupantId().filter(lost::contains).isPresent())
                    .forEach(this::know);
        }
    }

    /// @param visit in which their words were said; empty where nobody knows
    Face of(Author author, OptionalInt visit) {
        return shown.computeIfAbsent(
                new Who(author.nick(), author.occupantId(), visit), this::look);
    }

    Face of(Reader reader) {
        return shown.computeIfAbsent(
                new Who(reader.nick(), reader.occupantId(), OptionalInt.empty()), this::look);
    }

    private Face look(Who who) {
        return occupant(who).map(occupant -> look(who.nick(), occupant)).orElseGet(() -> gone(who));
    }

    private Face gone(Who who) {
        var key = who.id().orElseGet(() -> Occupant.colorKey(who.nick(), who.visit().orElse(0)));
        boolean isKnown = who.id().isPresent() || who.visit().isPresent();
        var look = Optional.ofNullable(isKnown ? remembered.get(key) : null);
        return new Face(
                who.nick(),
                look.map(Remembered::colorKey).orElse(key),
                Optional.empty(),
                false,
                Presence.UNKNOWN,
                List.of(),
                look.flatMap(Remembered::picture));
    }

    private static Face look(String nick, Occupant occupant) {
        var affiliation =
                Optional.of(occupant.affiliation())
                        .filter(each -> each == Affiliation.OWNER || each == Affiliation.ADMIN);
        return new Face(
                nick,
                occupant.colorKey(),
                affiliation,
                affiliation.isEmpty() && occupant.role() == Role.MODERATOR,
                occupant.presence(),
                occupant.hats(),
                occupant.picture());
    }

    /// Who it is, if they are here. Of whom the room says who they are is no nick's.
    private Optional<Occupant> occupant(Who who) {
        return who.id()
                .map(byId::get)
                .or(
                        () ->
                                Optional.ofNullable(byNick.get(who.nick()))
                                        .filter(called -> isTheirs(who, called)));
    }

    private static boolean isTheirs(Who who, Occupant called) {
        return called.occupantId().isEmpty() && who.visit().equals(OptionalInt.of(called.visit()));
    }

    private void remember(String id, Remembered look) {
        remembered.putLast(id, look);
        if (remembered.size() > MOST_REMEMBERED) {
            remembered.pollFirstEntry();
        }
    }
}
