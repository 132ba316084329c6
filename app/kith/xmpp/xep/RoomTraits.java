package kith.xmpp.xep;

import kith.model.NewRoom;
import kith.model.NewRoom.Trait;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static java.util.Map.entry;

/// How a room gets what it is to have: by which fields of its configuration (XEP-0045 §15.5.3), and
/// those that services have for what is not standardised.
final class RoomTraits {

    private static final String ROOM = "muc#roomconfig_";

    private static final Map<Trait, Setting> SETTINGS =
            Map.ofEntries(
                    entry(Trait.PERSISTENT, new Setting("1", ROOM + "persistentroom")),
                    entry(Trait.MEMBERS_ONLY, new Setting("1", ROOM + "membersonly")),
                    entry(Trait.NON_ANONYMOUS, new Setting("anyone", ROOM + "whois")),
                    entry(Trait.SEMI_ANONYMOUS, new Setting("moderators", ROOM + "whois")),
                    entry(Trait.HIDDEN, new Setting("0", ROOM + "publicroom")),
                    entry(Trait.LISTED, new Setting("1", ROOM + "publicroom")),
                    entry(
                            Trait.ARCHIVE,
                            new Setting("1", ROOM + "enablearchiving", ROOM + "mam", "mam")));

    /// What keeps people out of a room that is for all. A service that can't do that lets them in.
    private static final List<String> BARS =
            List.of(ROOM + "membersonly", ROOM + "passwordprotectedroom", ROOM + "moderatedroom");

    private RoomTraits() {}

    /// A value, and the fields that may have it.
    private record Setting(String value, List<String> fields) {

        Setting(String value, String... fields) {
            this(value, List.of(fields));
        }

        boolean fill(DataForm form) {
            return fields.stream().filter(field -> form.fill(field, value)).count() > 0;
        }
    }

    /// Fills in what makes a room the one that is wanted.
    ///
    /// @return what the form has no place for
    static Set<Trait> fill(DataForm form, NewRoom room) {
        var missing = EnumSet.noneOf(Trait.class);
        if (!form.fill(ROOM + "roomname", room.name())) {
            missing.add(Trait.NAME);
        }
        if (!room.description().isEmpty() && !form.fill(ROOM + "roomdesc", room.description())) {
            missing.add(Trait.DESCRIPTION);
        }
        if (room.kind() == NewRoom.Kind.PUBLIC_CHANNEL) {
            BARS.forEach(bar -> form.fill(bar, "0"));
        }
        traits(room.kind()).stream()
                .filter(trait -> !SETTINGS.get(trait).fill(form))
                .forEach(missing::add);
        return missing;
    }

    /// All that a room is to have, which a service without any settings doesn't give.
    static Set<Trait> all(NewRoom room) {
        var all = EnumSet.copyOf(traits(room.kind()));
        all.add(Trait.NAME);
        if (!room.description().isEmpty()) {
            all.add(Trait.DESCRIPTION);
        }
        return all;
    }

    private static Set<Trait> traits(NewRoom.Kind kind) {
        return switch (kind) {
            case PRIVATE_GROUP ->
                    EnumSet.of(
                            Trait.PERSISTENT,
                            Trait.MEMBERS_ONLY,
                            Trait.NON_ANONYMOUS,
                            Trait.HIDDEN,
                            Trait.ARCHIVE);
            case PUBLIC_CHANNEL ->
                    EnumSet.of(
                            Trait.PERSISTENT, Trait.SEMI_ANONYMOUS, Trait.LISTED, Trait.ARCHIVE);
        };
    }
}
