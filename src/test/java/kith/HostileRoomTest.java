package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.lab.LabUser;
import kith.lab.ServerKind;
import kith.model.Chat;
import kith.model.Message;
import kith.model.Occupant;
import kith.model.RoomNotice.Succeeded;
import kith.model.RoomState;
import kith.model.RoomTraits.Trait;

import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Optional;

/// What somebody in a room may send through a real server to pass for another, or for the room
/// (H06, H18, H20, H21): what comes of it live, and from the archive with a new profile.
@ParameterizedClass
@EnumSource
class HostileRoomTest extends FriendsFixture {

    private static final String USER = "http://jabber.org/protocol/muc#user";

    private LabUser eve;
    private KithUser annas;

    HostileRoomTest(ServerKind kind) {
        super(kind, "hostile");
    }

    @BeforeEach
    void enter() {
        eve = LabUser.signIn(server(), server().newAccount("eve"));
        eve.join(room, "Eve");
        annas = user("Anna", anna, "anna");
        annas.enter(room);
    }

    @AfterEach
    void goEve() {
        eve.close();
    }

    @Test
    void h06AnAddressBesideTheWordsIsNobodys() {
        say(
                "trust me",
                user("item")
                        .addAttribute("jid", bob.jid().toString())
                        .addAttribute("affiliation", "owner")
                        .addAttribute("role", "moderator"));
        annas.kith().awaitTexts(annas.chat(room), 1);
        assertThat(authors(annas)).containsExactly("Eve");
        assertThat(eveAsSeen()).hasValueSatisfying(HostileRoomTest::isNobody);
        assertThat(authors(anew())).containsExactly("Eve");
    }

    private static void isNobody(Occupant occupant) {
        assertThat(occupant.address()).isEmpty();
        assertThat(occupant.affiliation()).isEqualTo(Occupant.Affiliation.NONE);
        assertThat(occupant.role()).isEqualTo(Occupant.Role.PARTICIPANT);
    }

    /// Codes that would put us out, and a room that would be gone, of which only the room may say
    /// so.
    @Test
    void h18AnOccupantIsNotTheRoom() {
        for (var code : List.of("104", "172", "301", "307", "321", "322", "332", "333")) {
            say(code, user("status").addAttribute("code", code));
        }
        say("destroyed", user("destroy").addAttribute("reason", "gone"));
        say("declined", user("decline").addAttribute("from", bob.jid().toString()));
        annas.kith().awaitTexts(annas.chat(room), 10);
        var now = annas.kith().session().rooms().room(annas.chat(room)).get().orElseThrow();
        assertThat(now.state()).isEqualTo(RoomState.JOINED);
        assertThat(now.traits().is(Trait.NON_ANONYMOUS)).isFalse();
    }

    @Test
    void h18ASubjectBesideWordsIsNone() {
        eve.send(
                StanzaBuilder.buildMessage("both")
                        .to(room)
                        .ofType(org.jivesoftware.smack.packet.Message.Type.groupchat)
                        .setSubject("Free beer")
                        .setBody("look up")
                        .build());
        eve.sayIn(room, "done");
        annas.kith().awaitTexts(annas.chat(room), 2);
        assertThat(annas.kith().session().rooms().room(annas.chat(room)).get().orElseThrow())
                .satisfies(it -> assertThat(it.subject()).isEmpty());
    }

    /// Whose nick it was is not who comes by it next; nor what they said.
    @Test
    void h20WhoTakesTheNickOfSomebodyWhoLeftIsAnother() {
        var bobs = user("Bob", bob, "bob");
        bobs.enter(room);
        bobs.kith().say(bobs.chat(room), Chat.Kind.ROOM, "I am Bob");
        annas.kith().awaitTexts(annas.chat(room), 1);
        bobs.go();
        await("Bob's leaving").atMost(RunningKith.PATIENCE).until(() -> occupant("Bob").isEmpty());
        eve.leave(room);
        eve.join(room, "Bob");
        eve.sayIn(room, "so am I");
        annas.kith().awaitTexts(annas.chat(room), 2);
        var said = annas.kith().texts(annas.chat(room));
        assertThat(said).extracting(it -> it.author().nick()).containsExactly("Bob", "Bob");
        if (hasOccupantIds) {
            assertThat(said.getFirst().author().occupantId())
                    .isPresent()
                    .isNotEqualTo(said.getLast().author().occupantId());
        }
        var saidIn = annas.kith().session().rooms().saidIn();
        assertThat(saidIn.of(said.getFirst().key()))
                .isPresent()
                .isNotEqualTo(saidIn.of(said.getLast().key()));
        assertThat(annas.kith().session().roomServices().notices().of(annas.chat(room)).get())
                .filteredOn(Succeeded.class::isInstance)
                .singleElement()
                .satisfies(
                        it -> {
                            var succeeded = (Succeeded) it;
                            assertThat(succeeded.who().first()).containsExactly("Bob");
                            assertThat(succeeded.isCertain()).isEqualTo(hasOccupantIds);
                        });
    }

    /// Somebody has our nick while we are away, and it is in the archive: what they said isn't
    /// ours, here or on a device that is new, and stands for nothing that we have written. Ours is
    /// there once, and where the room says who is who it is ours also on the new device.
    @Test
    void h21WhoHadOurNickWhileWeWereAwayIsNotUs() {
        var chat = annas.chat(room);
        annas.kith().say(chat, Chat.Kind.ROOM, "I am Anna");
        await("sent").atMost(RunningKith.PATIENCE).until(() -> annas.kith().hasSettled(chat, 1));
        annas.go();
        eve.leave(room);
        eve.join(room, "Anna");
        eve.sayIn(room, "so am I");
        eve.leave(room);
        annas.come();
        annas.kith().say(chat, Chat.Kind.ROOM, "so am I");
        await("all").atMost(RunningKith.PATIENCE).until(() -> annas.kith().hasSettled(chat, 3));
        assertThat(annas.kith().texts(chat))
                .extracting(Message::isMine)
                .containsExactly(true, false, true);
        assertThat(annas.kith().bodies(chat)).containsExactly("I am Anna", "so am I", "so am I");
        annas.go();
        annas.come();
        annas.kith().awaitJoined(chat);
        assertThat(annas.kith().texts(chat))
                .extracting(Message::isMine)
                .containsExactly(true, false, true);
        var news = anew();
        assertThat(news.kith().texts(news.chat(room)))
                .extracting(Message::isMine)
                .containsExactly(hasOccupantIds, false, hasOccupantIds);
    }

    /// Anna on a device that is new, who has it all from the room's archive.
    private KithUser anew() {
        int all = annas.kith().texts(annas.chat(room)).size();
        annas.go();
        annas = user("Anna", anna, "new");
        annas.enter(room);
        annas.kith().awaitTexts(annas.chat(room), all);
        return annas;
    }

    private List<String> authors(KithUser user) {
        return user.kith().texts(user.chat(room)).stream().map(it -> it.author().nick()).toList();
    }

    private Optional<Occupant> eveAsSeen() {
        return occupant("Eve");
    }

    private Optional<Occupant> occupant(String nick) {
        return annas.kith().session().rooms().occupants(annas.chat(room)).get().stream()
                .filter(it -> it.nick().equals(nick))
                .findFirst();
    }

    private static StandardExtensionElement.Builder user(String element) {
        return StandardExtensionElement.builder(element, USER);
    }

    private void say(String words, StandardExtensionElement.Builder inside) {
        eve.send(
                StanzaBuilder.buildMessage(words.replace(' ', '-'))
                        .to(room)
                        .ofType(org.jivesoftware.smack.packet.Message.Type.groupchat)
                        .setBody(words)
                        .addExtension(
                                StandardExtensionElement.builder("x", USER)
                                        .addElement(inside.build())
                                        .build())
                        .build());
    }
}
