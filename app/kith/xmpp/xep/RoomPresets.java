package kith.xmpp.xep;

import static java.util.Map.entry;

import kith.model.DataForm;
import kith.model.NewRoom;
import kith.model.NewRoom.Trait;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How a room gets what it is to have: by which fields of its configuration (XEP-0045 §15.5.3), and
/// those that services have for what is not standardised.
final class RoomPresets {

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

    private RoomPresets() {}

    /// A value, and the fields that may have it.
    private record Setting(String value, List<String> fields) {

        Setting(String value, String... fields) {
            this(value, List.of(fields));
        }

        /// The fields of a form that can have it.
        List<String> fitting(DataForm form) {
            return fields.stream().filter(name -> takes(form, name, value)).toList();
        }
    }

    /// A form in which stands what makes a room the one that is wanted.
    ///
    /// @param missing what it has no place for
    record Filled(DataForm form, Set<Trait> missing) {}

    static Filled fill(DataForm form, NewRoom room) {
        var values = new HashMap<String, List<String>>();
        var missing = EnumSet.noneOf(Trait.class);
        settings(room)
                .forEach(
                        (trait, setting) -> {
                            var fields = setting.fitting(form);
                            fields.forEach(name -> values.put(name, List.of(setting.value())));
                            if (fields.isEmpty()) {
                                missing.add(trait);
                            }
                        });
        if (room.kind() == NewRoom.Kind.PUBLIC_CHANNEL) {
            BARS.forEach(bar -> values.put(bar, List.of("0")));
        }
        return new Filled(form.with(values), missing);
    }

    private static Map<Trait, Setting> settings(NewRoom room) {
        var settings = new EnumMap<Trait, Setting>(Trait.class);
        settings.put(Trait.NAME, new Setting(room.name(), ROOM + "roomname"));
        if (!room.description().isEmpty()) {
            settings.put(Trait.DESCRIPTION, new Setting(room.description(), ROOM + "roomdesc"));
        }
        settings.putAll(SETTINGS);
        settings.keySet().retainAll(all(room));
        return settings;
    }

    private static boolean takes(DataForm form, String name, String value) {
        return form.field(name)
                .filter(DataForm.Field::isAsked)
                .filter(field -> isOffered(field, value))
                .isPresent();
    }

    private static boolean isOffered(DataForm.Field field, String value) {
        return switch (field.type()) {
            case LIST_SINGLE, LIST_MULTI ->
                    field.options().stream().anyMatch(option -> option.value().equals(value));
            case BOOLEAN,
                    FIXED,
                    HIDDEN,
                    JID_MULTI,
                    JID_SINGLE,
                    TEXT_MULTI,
                    TEXT_PRIVATE,
                    TEXT_SINGLE ->
                    true;
        };
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
                    EnumSet.of(Trait.PERSISTENT, Trait.SEMI_ANONYMOUS, Trait.LISTED, Trait.ARCHIVE);
        };
    }
}
