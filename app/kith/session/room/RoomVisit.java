package kith.session.room;

import kith.model.ChatKey;
import kith.model.Occupant;
import kith.model.Refusal;
import kith.model.Room;
import kith.model.RoomState;
import kith.model.RoomTraits;
import kith.model.RoomTraits.Trait;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One room while the program runs: its state and who is in it. Core lane only.
final class RoomVisit {

    /// So many people are few.
    private static final int FEW = 20;

    private final Map<String, Occupant> occupants = new LinkedHashMap<>();
    private final Confided confided = new Confided();
    private final PastNicks past = new PastNicks();
    private Room room;
    private Optional<String> password = Optional.empty();
    private RoomTraits traits = RoomTraits.UNKNOWN;
    private boolean hasBeenIn;
    private boolean hasBeenInElsewhere;
    private boolean isComingBack;
    private boolean isReached = true;

    RoomVisit(Room room) {
        this.room = room;
    }

    Room room() {
        return new Room(
                room.key(),
                room.name(),
                room.nick(),
                room.state(),
                room.subject(),
                isSilent() ? 0 : occupants.size(),
                traits,
                isReached);
    }

    /// With what is believed of them.
    List<Occupant> occupants() {
        return isSilent() ? List.of() : believed();
    }

    private List<Occupant> believed() {
        return occupants.values().stream().map(each -> each.believing(traits)).toList();
    }

    /// As [#occupants] has them.
    Optional<Occupant> occupant(String nick) {
        return Optional.ofNullable(occupants.get(nick)).map(each -> each.believing(traits));
    }

    /// What was written to people in it of whom only the nick is known.
    Confided confided() {
        return confided;
    }

    Set<String> nicks() {
        return Collections.unmodifiableSet(occupants.keySet());
    }

    /// Whether what the user has seen there is told to those who are there: they know each other,
    /// or are few.
    boolean isSmall() {
        return room.state() instanceof RoomState.Joined
                && (traits.isPrivate() || occupants.size() <= FEW);
    }

    /// How many are in it.
    int size() {
        return occupants.size();
    }

    ChatKey key() {
        return room.key();
    }

    Optional<String> password() {
        return password;
    }

    /// Whether the user wants to be in: they are, they are waiting to be, or are out by nobody's
    /// wish.
    boolean isWanted() {
        return room.state() instanceof RoomState.Joined
                || isAsking()
                || (isThere() && RoomReturns.isPassing(room.state()));
    }

    /// Whether the room was asked, or is to be.
    boolean isAsking() {
        return room.state() instanceof RoomState.Joining;
    }

    /// Whether the room was asked and has not answered. Whom it has named by then are in it still
    /// when it lets us in late, for it doesn't name them again.
    boolean isSilent() {
        return isSilence(room.state());
    }

    private static boolean isSilence(RoomState state) {
        return state instanceof RoomState.Refused(Refusal refusal)
                && refusal.reason() == Refusal.Reason.TIMED_OUT;
    }

    /// The user, or what they wish elsewhere, has the room asked.
    void ask(String nick, Optional<String> withPassword) {
        isComingBack = false;
        asking(nick, withPassword);
    }

    /// It is asked as the last time, by itself.
    void askAgain() {
        asking(room.nick(), password);
    }

    /// Whether the room had let us in when it was asked last, under the same nick, and nobody has
    /// had it asked since: it may not have noticed that we were gone.
    boolean isComingBack() {
        return isComingBack;
    }

    private void asking(String nick, Optional<String> withPassword) {
        password = withPassword;
        empty();
        room = new Room(room.key(), room.name(), nick, RoomState.JOINING, room.subject(), 0);
    }

    void state(RoomState state) {
        if (!(state instanceof RoomState.Joined || isSilence(state))) {
            empty();
        }
        room = new Room(room.key(), room.name(), room.nick(), state, room.subject(), 0);
    }

    private void empty() {
        isReached = true; // as far as is known
        believed().forEach(past::left); // who comes by their nicks meanwhile isn't known
        occupants.clear();
        confided.endAll();
        // says so again who lets us in
        traits = traits.with(Set.of(), Set.of(Trait.LOGGED, Trait.OCCUPANT_IDS, Trait.HATS));
    }

    /// The user was in it once: there is such a room.
    void wasIn() {
        hasBeenIn = true;
        isComingBack = true;
    }

    /// Whether it has ever let us in, also before the program was started.
    boolean hasBeenIn() {
        return hasBeenIn;
    }

    /// The user is in it on another device.
    void wasInElsewhere() {
        hasBeenInElsewhere = true;
    }

    /// Whether there is such a room, for the user was in it: no mistyped address.
    private boolean isThere() {
        return hasBeenIn || hasBeenInElsewhere;
    }

    void joined(String nick) {
        wasIn();
        room = new Room(room.key(), room.name(), nick, RoomState.JOINED, room.subject(), 0);
    }

    /// Whether the room answers.
    void reached(boolean isReachedNow) {
        isReached = isReachedNow;
    }

    void subject(String subject) {
        room = new Room(room.key(), room.name(), room.nick(), room.state(), subject, 0);
    }

    void name(String name) {
        room = new Room(room.key(), name, room.nick(), room.state(), room.subject(), 0);
    }

    /// What it says of itself; that it writes down what is said, it tells only who is in.
    void traits(RoomTraits described) {
        boolean isLogged = traits.is(Trait.LOGGED);
        traits = described.with(isLogged ? Set.of(Trait.LOGGED) : Set.of(), Set.of());
    }

    void traits(Set<Trait> now, Set<Trait> noMore) {
        traits = traits.with(now, noMore);
    }

    /// Someone is there, maybe in place of who was there under their nick.
    Entry put(Occupant occupant) {
        var now = occupant.believing(traits);
        var before = occupant(occupant.nick());
        var arrival = before.map(known -> goesOn(known, now)).orElseGet(() -> past.came(now));
        if (arrival.newcomer() == Newcomer.OTHER) {
            confided.end(occupant.nick());
        }
        occupants.put(occupant.nick(), occupant.inVisit(arrival.visit()));
        return new Entry(before, occupant, arrival.newcomer());
    }

    /// Who is there stays who they are, unless the room says otherwise.
    private PastNicks.Arrival goesOn(Occupant known, Occupant now) {
        return PastNicks.compare(known, now) == Newcomer.OTHER
                ? past.after(known, now)
                : new PastNicks.Arrival(Newcomer.SAME, known.visit());
    }

    /// Somebody who is there.
    ///
    /// @param before who was there under their nick until now; empty where nobody was
    /// @param newcomer what they are to who had it last
    record Entry(Optional<Occupant> before, Occupant now, Newcomer newcomer) {}

    /// Whoever is there under this nick has gone.
    ///
    /// @return whether anybody was
    boolean remove(String nick) {
        confided.end(nick);
        var gone = occupant(nick);
        gone.ifPresent(past::left);
        occupants.remove(nick);
        return gone.isPresent();
    }

    /// Someone is called otherwise now.
    ///
    /// @return who that is, under the new nick; empty where nobody is known under the old one: then
    ///   their presence under the new one follows and says who they are
    Optional<Occupant> rename(String from, String to) {
        confided.end(from);
        confided.end(to);
        var known = occupants.remove(from);
        if (known == null) {
            return Optional.empty();
        }
        past.left(known.believing(traits));
        var renamed = known.renamed(to);
        renamed = renamed.inVisit(past.came(renamed.believing(traits)).visit());
        occupants.put(to, renamed);
        if (known.isMe()) {
            room = new Room(room.key(), room.name(), to, room.state(), room.subject(), 0);
        }
        return Optional.of(renamed);
    }
}
