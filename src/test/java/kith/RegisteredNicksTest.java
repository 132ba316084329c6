package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.lab.HeardCodes;
import kith.lab.LabAccount;
import kith.lab.LabUser;
import kith.lab.RoomPlan;
import kith.lab.Sends;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.lab.XmppServer;
import kith.model.Occupant;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.Room;
import kith.model.RoomState;
import kith.xmpp.PayloadIq;

import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.jxmpp.jid.EntityBareJid;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Nicks that a room of Prosody's has registered for somebody, and has them use (XEP-0045 §§7.2.2,
/// 7.2.9, 7.6, 7.10).
class RegisteredNicksTest {

    private static final String FORM = "http://jabber.org/protocol/muc#register";

    @TempDir Path folder;

    private final XmppServer server = ServerKind.PROSODY.shared(ServerProfile.STRICT_ROOMS);

    private final LabAccount alice = server.newAccount("alice");
    private final LabAccount bob = server.newAccount("bob");
    private final EntityBareJid room = server.newRoomAddress("registered");
    private KithUser hers;

    @BeforeEach
    void register() {
        server.createRoom(RoomPlan.open(room, "Registered").ownedBy(alice.jid(), bob.jid()));
        register(alice, "Ali");
        hers = new KithUser("Alice", server, alice, folder.resolve("alice"));
        hers.come();
    }

    @AfterEach
    void go() {
        hers.close();
    }

    /// Bob, to whom the same happens, hears the code as it is.
    @Test
    @Sends(prosody = {"110", "210"})
    void whoeverComesByAnotherIsCalledByTheirs(TestInfo test) {
        register(bob, "Rob");
        try (var his = LabUser.signIn(server, bob)) {
            var codes = HeardCodes.of(his);
            hers.enter(room);
            assertThat(state().nick()).isEqualTo("Ali");
            assertThat(hers.kith().session().rooms().occupants(hers.chat(room)).get())
                    .filteredOn(Occupant::isMe)
                    .extracting(Occupant::nick)
                    .containsExactly("Ali");
            his.join(room, "Bob");
            codes.assertSent(test.getTestMethod().orElseThrow(), ServerKind.PROSODY);
        }
        hers.go();
        hers.come();
        hers.kith().awaitJoined(hers.chat(room));
        assertThat(state().nick()).as("asked for from now on").isEqualTo("Ali");
    }

    @Test
    void nobodyGetsAnotherThanTheirs() {
        hers.enter(room);
        assertThat(
                        hers.kith()
                                .session()
                                .rooms()
                                .changeNick(hers.chat(room), "Alice")
                                .toCompletableFuture()
                                .orTimeout(RunningKith.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                                .join()
                                .map(Refusal::reason))
                .contains(Reason.NOT_ACCEPTABLE);
        assertThat(state().nick()).isEqualTo("Ali");
        assertThat(state().state()).isEqualTo(RoomState.JOINED);
    }

    @Test
    void nobodyGetsSomebodyElses() {
        register(bob, "Rob");
        try (var carol =
                new KithUser("Rob", server, server.newAccount("carol"), folder.resolve("carol"))) {
            carol.come();
            carol.kith()
                    .session()
                    .rooms()
                    .join(carol.chat(room).account(), room, "Rob", Optional.empty());
            await("refused")
                    .atMost(RunningKith.PATIENCE)
                    .until(
                            () ->
                                    carol.kith()
                                            .session()
                                            .rooms()
                                            .room(carol.chat(room))
                                            .get()
                                            .map(Room::state)
                                            .equals(
                                                    Optional.of(
                                                            new RoomState.Refused(
                                                                    Refusal.of(
                                                                            Reason.NICK_TAKEN)))));
        }
    }

    private Room state() {
        return hers.kith().session().rooms().room(hers.chat(room)).get().orElseThrow();
    }

    /// As a client does that comes once and goes.
    private void register(LabAccount account, String nick) {
        var form =
                StandardExtensionElement.builder("x", "jabber:x:data")
                        .addAttribute("type", "submit")
                        .addElement(field("FORM_TYPE", FORM))
                        .addElement(field("muc#register_roomnick", nick))
                        .build();
        var query =
                StandardExtensionElement.builder("query", "jabber:iq:register")
                        .addElement(form)
                        .build();
        try (var user = LabUser.signIn(server, account)) {
            var _ = user.ask(PayloadIq.set(room, query));
        }
    }

    private static StandardExtensionElement field(String name, String value) {
        return StandardExtensionElement.builder("field", "jabber:x:data")
                .addAttribute("var", name)
                .addElement("value", value)
                .build();
    }
}
