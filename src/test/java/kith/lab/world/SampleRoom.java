package kith.lab.world;

import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;

/// A room in the sample world.
///
/// @param local the address before the `@`; names the room's talk, too
/// @param owner a [SamplePerson#user]
/// @param occupants users who are in it whenever they are online
record SampleRoom(String local, String name, String subject, String owner, List<String> occupants) {

    static List<SampleRoom> all() {
        return Table.read("rooms.tsv", 5).stream()
                .map(
                        row ->
                                new SampleRoom(
                                        row.get(0),
                                        row.get(1),
                                        row.get(2),
                                        row.get(3),
                                        List.of(row.get(4).split(" ", -1))))
                .toList();
    }

    EntityBareJid jid() {
        return JidCreate.entityBareFromOrThrowUnchecked(local + "@rooms." + SampleWorld.HOST);
    }
}
