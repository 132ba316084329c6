package kith;

import static org.awaitility.Awaitility.await;

import kith.lab.LabAccount;
import kith.lab.RoomPlan;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.lab.XmppServer;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.RoomAct;
import kith.model.RoomChange;
import kith.model.RoomList;
import kith.model.RoomListing;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityBareJid;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/// A room of a real server that Anna owns, with Bob and Carol in it, and what they ask of it about
/// each other.
abstract class ModeratedRoomFixture {

    @TempDir Path folder;

    final LabAccount anna;
    final LabAccount bob;
    final LabAccount carol;
    final EntityBareJid room;
    private final XmppServer server;
    KithUser annas;
    KithUser bobs;
    KithUser carols;

    ModeratedRoomFixture(ServerKind kind) {
        server = kind.shared(ServerProfile.NORMAL);
        anna = server.newAccount("anna");
        bob = server.newAccount("bob");
        carol = server.newAccount("carol");
        room = server.newRoomAddress("moderated");
    }

    /// Anna owns the room.
    @BeforeEach
    void enter() {
        server.createRoom(RoomPlan.open(room, "Moderated").ownedBy(anna.jid()));
        annas = user("Anna", anna);
        bobs = user("Bob", bob);
        carols = user("Carol", carol);
        awaitRole(annas, "Carol", Role.PARTICIPANT);
        awaitRole(annas, "Bob", Role.PARTICIPANT);
    }

    @AfterEach
    void go() {
        List.of(annas, bobs, carols).forEach(KithUser::close);
    }

    private KithUser user(String name, LabAccount account) {
        var user = new KithUser(name, server, account, folder.resolve(name));
        user.come();
        user.enter(room);
        return user;
    }

    Optional<Reason> act(KithUser who, RoomAct act, String reason, String... nicks) {
        return change(
                who,
                List.of(nicks).stream()
                        .map(
                                nick ->
                                        new RoomChange(
                                                act,
                                                nick,
                                                Optional.empty(),
                                                Optional.empty(),
                                                reason))
                        .toList());
    }

    Optional<Reason> actByAddress(KithUser who, RoomAct act, BareJid address, String reason) {
        return change(
                who,
                List.of(new RoomChange(act, "", Optional.of(address), Optional.empty(), reason)));
    }

    Optional<Reason> change(KithUser who, List<RoomChange> changes) {
        return outcome(
                who.kith()
                        .session()
                        .roomServices()
                        .moderation()
                        .people()
                        .change(who.chat(room), changes));
    }

    static Optional<Reason> outcome(CompletionStage<Optional<Refusal>> asked) {
        return asked.toCompletableFuture()
                .orTimeout(RunningKith.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join()
                .map(Refusal::reason);
    }

    RoomListing listing(KithUser who, RoomList list) {
        return who.kith()
                .session()
                .roomServices()
                .moderation()
                .people()
                .list(who.chat(room), list)
                .toCompletableFuture()
                .orTimeout(RunningKith.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    Optional<Occupant> occupant(KithUser who, String nick) {
        return who.kith().session().rooms().occupants(who.chat(room)).get().stream()
                .filter(each -> each.nick().equals(nick))
                .findFirst();
    }

    Optional<Role> role(KithUser who, String nick) {
        return occupant(who, nick).map(Occupant::role);
    }

    void awaitRole(KithUser who, String nick, Role role) {
        await(who.name() + " sees " + nick + " as " + role)
                .atMost(RunningKith.PATIENCE)
                .until(() -> role(who, nick).equals(Optional.of(role)));
    }

    void awaitAffiliation(KithUser who, String nick, Affiliation affiliation) {
        await(who.name() + " sees " + nick + " as " + affiliation)
                .atMost(RunningKith.PATIENCE)
                .until(
                        () ->
                                occupant(who, nick)
                                        .map(Occupant::affiliation)
                                        .equals(Optional.of(affiliation)));
    }
}
