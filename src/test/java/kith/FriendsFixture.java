package kith;

import kith.base.Timer;
import kith.lab.LabAccount;
import kith.lab.RoomPlan;
import kith.lab.RosterEntry;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.lab.XmppServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.jxmpp.jid.EntityBareJid;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Anna and Bob, who know each other on a real server, and a room there. Whoever comes goes at the
/// end.
abstract class FriendsFixture {

    @TempDir Path folder;

    /// Whether rooms say whose nick it is (XEP-0421).
    final boolean hasOccupantIds;

    final LabAccount anna;
    final LabAccount bob;
    final EntityBareJid room;
    private final XmppServer server;
    private final List<KithUser> users = new ArrayList<>();

    /// @param name of the room, a word
    FriendsFixture(ServerKind kind, String name) {
        this(kind, ServerProfile.NORMAL, name);
    }

    /// The same on a server that is set up otherwise.
    FriendsFixture(ServerKind kind, ServerProfile profile, String name) {
        hasOccupantIds = kind == ServerKind.PROSODY;
        server = kind.shared(profile);
        anna = server.newAccount("anna");
        bob = server.newAccount("bob");
        room = server.newRoomAddress(name);
    }

    @BeforeEach
    void befriend() {
        server.addContacts(anna.jid(), List.of(RosterEntry.both(bob.jid(), "Bob")));
        server.addContacts(bob.jid(), List.of(RosterEntry.both(anna.jid(), "Anna")));
        server.createRoom(RoomPlan.open(room, room.getLocalpart().toString()));
    }

    @AfterEach
    void goAll() {
        users.forEach(KithUser::close);
    }

    XmppServer server() {
        return server;
    }

    /// Somebody comes, on a device of theirs.
    ///
    /// @param profile of that device
    KithUser user(String name, LabAccount account, String profile) {
        return user(name, account, profile, UnaryOperator.identity());
    }

    /// The same with a time of their own.
    KithUser user(String name, LabAccount account, String profile, UnaryOperator<Timer> time) {
        return user(name, account, profile, time, InstantSource.system());
    }

    /// The same with a clock of their own, too.
    KithUser user(
            String name,
            LabAccount account,
            String profile,
            UnaryOperator<Timer> time,
            InstantSource clock) {
        var user = new KithUser(name, server, account, folder.resolve(profile), time, clock);
        users.add(user);
        user.come();
        return user;
    }
}
