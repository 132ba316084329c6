package kith.lab.world;

import kith.lab.LabAccount;

import java.util.List;

/// Somebody in the sample world.
///
/// @param user the address before the `@`; names the conversation with Mara, too
/// @param group where Mara keeps the contact; empty for a stranger, who is only met in rooms
/// @param show `offline`, or how the person is available (RFC 6121 §4.7.2.1, `available` for none)
/// @param status what the person says about that; may be empty
/// @param devices how many clients are signed in
record SamplePerson(
        String user, String name, String group, String show, String status, int devices) {

    static List<SamplePerson> all() {
        return Table.read("people.tsv", 6).stream()
                .map(
                        row ->
                                new SamplePerson(
                                        row.get(0),
                                        row.get(1),
                                        row.get(2),
                                        row.get(3),
                                        row.get(4),
                                        Integer.parseInt(row.get(5))))
                .toList();
    }

    LabAccount account() {
        return SampleWorld.account(user);
    }

    boolean isContact() {
        return !group.isEmpty();
    }

    boolean isOnline() {
        return !show.equals("offline");
    }

    /// What the person says when spoken to, in turn.
    List<String> answers() {
        return Table.read("answers.tsv", 2).stream()
                .filter(row -> row.getFirst().equals(user))
                .map(List::getLast)
                .toList();
    }
}
