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
import kith.model.RoomTraits.Trait;
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
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/// Nicks that a room of Prosody's has registered for somebody, and has them use (XEP-0045 §§7.2.2,
/// 7.2.9, 7.6, 7.10).
class RegisteredNicksTest {

    private static final String FORM = "http://jabber.org/protocol/muc#register";

    @TempDir Path folder;

    private final XmppServer server = ServerKind.PROSODY.shared(ServerProfile.STRICT_ROOMS);

    private final LabAccount alice = server.newAccount("alice");
    private final LabAccount bob = server.newAccount("bob");
    private final LabAccount carol = server.newAccount("carol");
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
        try (var other = new KithUser("Rob", server, carol, folder.resolve("carol"))) {
            other.come();
            awaitTaken(other);
        }
    }

    /// Kith hands in the form itself, finds the nick when it would join, and gives it up.
    @Test
    void theRoomKeepsTheNickThatTheUserWants() throws Exception {
        try (var his = new KithUser("Bob", server, bob, folder.resolve("bob"));
                var other = new KithUser("Bob", server, carol, folder.resolve("carol"))) {
            his.come();
            other.come();
            his.enter(room);
            var key = his.chat(room);
            await("the room says that it keeps nicks")
                    .atMost(RunningKith.PATIENCE)
                    .until(
                            () -> his.kith().session().rooms().room(key).get().orElseThrow(),
                            it -> it.traits().is(Trait.REGISTRATION));
            assertThat(reserved(his)).isEmpty();

            var membership = his.kith().session().roomServices().membership();
            var form = get(membership.form(key)).given().orElseThrow();
            assertThat(form.nick()).isEmpty();
            var filled = form.form().with("muc#register_roomnick", "Bob");
            assertThat(get(membership.submit(key, filled))).isEmpty();
            assertThat(get(membership.form(key)).given().orElseThrow().nick()).contains("Bob");
            assertThat(reserved(his)).as("what is proposed for joining").contains("Bob");
            assertThat(his.kith().session().rooms().room(key).get().map(Room::state))
                    .contains(RoomState.JOINED);

            his.kith().session().rooms().leave(key);
            awaitTaken(other);

            assertThat(get(membership.remove(key))).isEmpty();
            assertThat(reserved(his)).isEmpty();
            other.enter(room);
        }
    }

    /// Somebody would be called as somebody else is who isn't there.
    private void awaitTaken(KithUser user) {
        var key = user.chat(room);
        var rooms = user.kith().session().rooms();
        rooms.join(key.account(), room, user.name(), Optional.empty());
        await("refused")
                .atMost(RunningKith.PATIENCE)
                .until(
                        () -> rooms.room(key).get().map(Room::state),
                        Optional.of(new RoomState.Refused(Refusal.of(Reason.NICK_TAKEN)))::equals);
    }

    private Optional<String> reserved(KithUser user) throws Exception {
        return get(user.kith()
                        .session()
                        .roomServices()
                        .directory()
                        .reservedNick(user.chat(room).account(), room))
                .given()
                .orElseThrow();
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(RunningKith.PATIENCE.toSeconds(), TimeUnit.SECONDS);
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
