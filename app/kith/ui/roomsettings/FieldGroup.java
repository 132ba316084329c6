package kith.ui.roomsettings;

import java.util.List;

/// What belongs together in how a room is set up, in the order in which it is shown;
/// `roomsettings.group.<value>` in the texts.
enum FieldGroup {
    /// What the room is.
    ABOUT("roomname", "roomdesc", "lang"),
    /// Who gets in and how.
    ACCESS(
            "membersonly",
            "allowinvites",
            "allowmemberinvites",
            "passwordprotectedroom",
            "roomsecret",
            "publicroom",
            "maxusers"),
    /// Who sees whom.
    PRIVACY("whois", "getmemberlist", "presencebroadcast"),
    /// Who may say what.
    TALK("moderatedroom", "changesubject", "allowpm"),
    /// What stays.
    KEEPING(
            "persistentroom",
            "enablearchiving",
            "mam",
            "enablelogging",
            "historylength",
            "defaulthistorymessages",
            "maxhistoryfetch"),
    /// Who decides.
    PEOPLE("roomowners", "roomadmins"),
    /// What Kith doesn't know.
    OTHER;

    private static final List<String> BEGINNINGS =
            List.of("muc#roomconfig_", "muc#", "{http://prosody.im/protocol/muc}roomconfig_");

    /// Apart by spaces: an enum has nothing that could change.
    private final String known;

    FieldGroup(String... known) {
        this.known = String.join(" ", known);
    }

    /// The group of a field.
    static FieldGroup of(String name) {
        var word = word(name);
        for (var group : values()) {
            if (group.known().contains(word)) {
                return group;
            }
        }
        return OTHER;
    }

    /// Where in the group a field stands; all that nobody knows stand where they stood.
    int place(String name) {
        return known().indexOf(word(name));
    }

    private List<String> known() {
        return List.of(known.split(" ", -1));
    }

    /// What is left of a field's name without what all have.
    static String word(String name) {
        return BEGINNINGS.stream()
                .filter(name::startsWith)
                .findFirst()
                .map(beginning -> name.substring(beginning.length()))
                .orElse(name);
    }
}
