package kith.lab.world;

import static java.util.stream.Collectors.toMap;

import kith.lab.LabAccount;
import kith.lab.PastStanza;
import kith.lab.RoomPlan;
import kith.lab.RosterEntry;
import kith.lab.XmppServer;

import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Resourcepart;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Mara Lindqvist, the people she knows, the rooms she is in, and all they have said lately.
///
/// Everybody's password is the same. Only lays things on a server; who is online and speaks are
/// [Inhabitants].
final class SampleWorld {

    static final String HOST = "hearth.example";

    /// What Mara is called in rooms.
    static final String MY_NICK = "Mara";

    private static final String ME = "mara";
    private static final String MY_NAME = "Mara Lindqvist";
    private static final String PASSWORD = "riso night";

    private final List<SamplePerson> people = SamplePerson.all();
    private final List<SampleRoom> rooms = SampleRoom.all();

    /// The account that is tried.
    static LabAccount me() {
        return account(ME);
    }

    static LabAccount account(String user) {
        return LabAccount.of(user + "@" + HOST, PASSWORD);
    }

    List<SamplePerson> people() {
        return people;
    }

    /// Those in Mara's roster.
    List<SamplePerson> contacts() {
        return people.stream().filter(SamplePerson::isContact).toList();
    }

    List<SampleRoom> rooms() {
        return rooms;
    }

    /// Lays all of it on a server that has none of it yet.
    ///
    /// @param now what the days of old messages are counted back from
    void populate(XmppServer server, Instant now) {
        server.addAccount(me().jid(), PASSWORD);
        people.forEach(each -> server.addAccount(each.account().jid(), PASSWORD));
        server.addContacts(
                me().jid(),
                contacts().stream()
                        .map(it -> RosterEntry.both(it.account().jid(), it.name(), it.group()))
                        .toList());
        for (var contact : contacts()) {
            server.addContacts(
                    contact.account().jid(), List.of(RosterEntry.both(me().jid(), MY_NAME)));
            server.addConversation(me(), contact.account(), conversation(contact, now));
        }
        for (var room : rooms) {
            server.createRoom(
                    RoomPlan.open(room.jid(), room.name())
                            .withSubject(room.subject())
                            .ownedBy(account(room.owner()).jid()));
            server.fillArchive(room.jid(), talk(room, now));
        }
    }

    private List<PastStanza> conversation(SamplePerson contact, Instant now) {
        var you = contact.account().jid();
        return Talk.read(contact.user()).lines().stream()
                .map(
                        line ->
                                line.who().equals(ME)
                                        ? PastStanza.chat(
                                                me().jid(), you, line.at(now), line.text())
                                        : PastStanza.chat(
                                                you, me().jid(), line.at(now), line.text()))
                .toList();
    }

    private List<PastStanza> talk(SampleRoom room, Instant now) {
        Map<String, String> nicks =
                people.stream().collect(toMap(SamplePerson::user, SamplePerson::name));
        return Talk.read(room.local()).lines().stream()
                .map(
                        line -> {
                            var nick = nicks.getOrDefault(line.who(), MY_NICK);
                            var occupant =
                                    JidCreate.entityFullFrom(
                                            room.jid(), Resourcepart.fromOrThrowUnchecked(nick));
                            return PastStanza.groupchat(occupant, line.at(now), line.text());
                        })
                .toList();
    }
}
