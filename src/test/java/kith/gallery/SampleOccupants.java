package kith.gallery;

import kith.model.Availability;
import kith.model.Hat;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Presence;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Who is in the room of the pictures.
final class SampleOccupants {

    private SampleOccupants() {}

    static List<Occupant> all() {
        return List.of(
                who(
                        "Priya Natarajan",
                        Role.MODERATOR,
                        Affiliation.OWNER,
                        Availability.AVAILABLE,
                        ""),
                who("Henrik Dahl", Role.MODERATOR, Affiliation.ADMIN, Availability.AVAILABLE, ""),
                who(
                        "Tom Okafor",
                        Role.PARTICIPANT,
                        Affiliation.MEMBER,
                        Availability.FREE_TO_CHAT,
                        ""),
                who(
                        "Samuel Otieno",
                        Role.PARTICIPANT,
                        Affiliation.MEMBER,
                        Availability.AVAILABLE,
                        ""),
                me("Mara"),
                who("Layla Haddad", Role.PARTICIPANT, Affiliation.NONE, Availability.AVAILABLE, ""),
                who(
                        "Émile Fournier",
                        Role.PARTICIPANT,
                        Affiliation.NONE,
                        Availability.AWAY,
                        "Back at two"),
                who(
                        "Jonas Weber",
                        Role.PARTICIPANT,
                        Affiliation.NONE,
                        Availability.BUSY,
                        "Konzentriert bis 11"),
                who(
                        "zé_ninguém",
                        Role.PARTICIPANT,
                        Affiliation.NONE,
                        Availability.NOT_AVAILABLE,
                        "On holiday"),
                who("paperplane", Role.VISITOR, Affiliation.NONE, Availability.AVAILABLE, ""));
    }

    static List<Occupant> wearingHats() {
        return all().stream().map(SampleOccupants::dressed).toList();
    }

    private static Occupant dressed(Occupant bare) {
        var hats =
                switch (bare.nick()) {
                    case "Henrik Dahl" -> List.of(new Hat("urn:hats:paper", "Paper"));
                    case "Tom Okafor" ->
                            List.of(
                                    new Hat("urn:hats:host", "Host", OptionalDouble.of(140)),
                                    new Hat("urn:hats:drum", "Keeper of the spare drums"));
                    default -> List.<Hat>of();
                };
        return new Occupant(
                bare.nick(),
                bare.role(),
                bare.affiliation(),
                bare.address(),
                bare.presence(),
                bare.isMe(),
                Optional.empty(),
                hats);
    }

    private static Occupant me(String nick) {
        return new Occupant(
                nick,
                Role.PARTICIPANT,
                Affiliation.MEMBER,
                Optional.empty(),
                Presence.AVAILABLE,
                true);
    }

    private static Occupant who(
            String nick,
            Role role,
            Affiliation affiliation,
            Availability availability,
            String status) {
        return new Occupant(
                nick,
                role,
                affiliation,
                Optional.empty(),
                new Presence(availability, status),
                false);
    }
}
