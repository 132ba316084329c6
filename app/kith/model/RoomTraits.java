package kith.model;

import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;

/// What a room says of itself to whoever asks, in it or not (XEP-0045 §6.4), and of what it keeps
/// of what is said in it (§§7.2.3, 10.2.1).
///
/// @param description may be empty
/// @param subject may be empty; of a room that we are in, [Room#subject] is newer
/// @param language as a code (RFC 5646); may be empty
/// @param people how many are in it; empty where it doesn't say
public record RoomTraits(
        Set<Trait> traits,
        String description,
        String subject,
        String language,
        OptionalInt people) {

    /// It has said nothing.
    public static final RoomTraits UNKNOWN =
            new RoomTraits(Set.of(), "", "", "", OptionalInt.empty());

    public RoomTraits {
        traits = Set.copyOf(traits);
    }

    /// What a room is, or does. Of one that doesn't say whether it is, it is not known.
    public enum Trait {
        PASSWORD,
        MEMBERS_ONLY,
        /// Visitors may not speak.
        MODERATED,
        /// Everyone in it sees everyone's address.
        NON_ANONYMOUS,
        /// Moderators see everyone's address.
        SEMI_ANONYMOUS,
        /// Not in the service's list.
        HIDDEN,
        /// Gone when the last person has left.
        TEMPORARY,
        /// It has an archive, from which whoever may enter it reads what was said.
        ARCHIVED,
        /// What is said is written down where others may read it (§15.6.2: status 170).
        LOGGED,
        /// Whom it calls by an id is who they say (XEP-0421 §3.3).
        OCCUPANT_IDS,
        /// The hats that people wear are those that it gave them (XEP-0317 §2).
        HATS,
        /// People can register with it, and it keeps their nick for them (XEP-0045 §7.10).
        REGISTRATION
    }

    /// Of a room that says nothing else.
    public static RoomTraits of(Trait... traits) {
        return new RoomTraits(Set.of(traits), "", "", "", OptionalInt.empty());
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /// Whether those who are in it are few, and know each other.
    public boolean isPrivate() {
        return is(Trait.MEMBERS_ONLY) && is(Trait.NON_ANONYMOUS);
    }

    /// The same with other traits.
    ///
    /// @param now what it is from now on
    /// @param noMore what it isn't any more
    public RoomTraits with(Set<Trait> now, Set<Trait> noMore) {
        var changed = EnumSet.noneOf(Trait.class);
        changed.addAll(traits);
        changed.removeAll(noMore);
        changed.addAll(now);
        return new RoomTraits(changed, description, subject, language, people);
    }
}
