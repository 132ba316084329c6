package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import kith.lab.LabUser;
import kith.lab.PastStanza;
import kith.lab.RoomPlan;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.model.ArchivePage;
import kith.model.Availability;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Presence;
import kith.model.Refusal;
import kith.xmpp.ArchiveQuery;
import kith.xmpp.ArchiveQuery.Paging;
import kith.xmpp.IncomingMessage;
import kith.xmpp.IncomingMessage.Way;
import kith.xmpp.XmppEvent.MessageAcknowledged;
import kith.xmpp.XmppEvent.MessageArrived;
import kith.xmpp.XmppEvent.MessageRefused;
import kith.xmpp.XmppEvent.OccupantChanged;
import kith.xmpp.XmppEvent.PresenceChanged;
import kith.xmpp.XmppEvent.RoomEnded;
import kith.xmpp.XmppEvent.RoomJoined;
import kith.xmpp.XmppEvent.RoomNamed;
import kith.xmpp.XmppEvent.RoomRefused;
import kith.xmpp.XmppEvent.RosterItemChanged;
import kith.xmpp.XmppEvent.RosterReceived;
import kith.xmpp.XmppEvent.SubjectChanged;
import kith.xmpp.XmppEvent.TypingChanged;

import org.jivesoftware.smackx.chatstates.ChatState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jxmpp.jid.BareJid;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A link and the people and rooms of a real server.
class ConversationTest {

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void messagesGoBothWaysAndAreAcknowledged(ServerKind kind) {
        var server = kind.shared(ServerProfile.NORMAL);
        var alice = server.newAccount("alice");
        var bob = server.newAccount("bob");
        try (var link = TestLink.online(server, alice);
                var other = LabUser.signIn(server, bob)) {
            available(link);
            var id = UUID.randomUUID().toString();
            assertThat(
                            link.extensions()
                                    .rfc6121Messages()
                                    .send(
                                            link.link(),
                                            chat(link, bob.jid()),
                                            Chat.Kind.CONTACT,
                                            id,
                                            new Content.Text(
                                                    "Tea\u0000 & <cake> ]]> \uD83D\uDE00?")))
                    .isTrue();
            assertThat(other.awaitMessage("Tea\uFFFD & <cake> ]]> \uD83D\uDE00?").id())
                    .isEqualTo(id);
            assertThat(link.await(MessageAcknowledged.class).id()).isEqualTo(id);

            other.say(link.address(), "Gladly");
            var message = link.await(MessageArrived.class).message();
            assertThat(message.content()).isEqualTo(new Content.Text("Gladly"));
            assertThat(message.peer().toString()).isEqualTo(bob.jid().toString());
            assertThat(message.author().isMine()).isFalse();

            other.showTyping(link.address(), ChatState.composing);
            assertThat(link.await(TypingChanged.class).isTyping()).isTrue();
            assertThat(link.faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void anErrorComesBackForAMessageToNobody(ServerKind kind) {
        var server = kind.shared(ServerProfile.NORMAL);
        var alice = server.newAccount("alice");
        try (var link = TestLink.online(server, alice)) {
            var nobody = server.newRoomAddress("nowhere");
            link.extensions()
                    .rfc6121Messages()
                    .send(
                            link.link(),
                            chat(link, nobody),
                            Chat.Kind.ROOM,
                            "m-1",
                            new Content.Text("Hello?"));
            var refused = link.await(MessageRefused.class);
            assertThat(refused.id()).isEqualTo("m-1");
            assertThat(refused.peer().toString()).isEqualTo(nobody.toString());
            assertThat(refused.refusal().reason())
                    .isIn(Refusal.Reason.NOT_FOUND, Refusal.Reason.NOT_ACCEPTABLE);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void rosterAndPresencesArrive(ServerKind kind) throws Exception {
        var server = kind.shared(ServerProfile.NORMAL);
        var alice = server.newAccount("alice");
        var bob = server.newAccount("bob");
        server.befriend(alice, bob, "Friends");
        try (var other = LabUser.signIn(server, bob);
                var link = TestLink.online(server, alice)) {
            other.show(org.jivesoftware.smack.packet.Presence.Mode.dnd, "Writing", 7);
            TestLink.await(link.extensions().rfc6121Roster().fetch(link.link(), Optional.empty()));
            var roster = link.await(RosterReceived.class);
            assertThat(roster.items()).hasSize(1);
            assertThat(roster.items().getFirst().groups()).containsExactly("Friends");
            available(link);
            var presence = link.await(PresenceChanged.class);
            assertThat(presence.from().toString()).isEqualTo(other.jid().toString());
            assertThat(presence.presence()).isEqualTo(new Presence(Availability.BUSY, "Writing"));
            assertThat(presence.priority()).isEqualTo(7);

            var carol = server.newAccount("carol").jid();
            TestLink.await(
                    link.extensions()
                            .rfc6121Roster()
                            .add(link.link(), carol, "Carol & Co", List.of()));
            assertThat(link.await(RosterItemChanged.class).item().name()).isEqualTo("Carol & Co");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void anotherDeviceOfOursIsCopied(ServerKind kind) throws Exception {
        var server = kind.shared(ServerProfile.NORMAL);
        var alice = server.newAccount("alice");
        var bob = server.newAccount("bob");
        try (var phone = LabUser.signIn(server, alice, server.address(), "phone");
                var other = LabUser.signIn(server, bob);
                var link = TestLink.online(server, alice)) {
            TestLink.await(link.extensions().xep0280Carbons().enable(link.link()));
            available(link);
            phone.say(other.jid(), "from my phone");
            var sent = link.await(MessageArrived.class).message();
            assertThat(sent.way()).isEqualTo(Way.CARBON);
            assertThat(sent.author().isMine()).isTrue();
            assertThat(sent.peer().toString()).isEqualTo(bob.jid().toString());
            other.say(phone.jid(), "to your phone");
            var got = link.heard().awaitEvents(MessageArrived.class, 2).getLast().message();
            assertThat(got.way()).isEqualTo(Way.CARBON);
            assertThat(got.author().isMine()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void aRoomIsJoinedTalkedInAndLeft(ServerKind kind) {
        var server = kind.shared(ServerProfile.NORMAL);
        var alice = server.newAccount("alice");
        var bob = server.newAccount("bob");
        var room = server.newRoomAddress("den");
        server.createRoom(RoomPlan.open(room, "The den").withSubject("Tea at five"));
        try (var other = LabUser.signIn(server, bob);
                var link = TestLink.online(server, alice)) {
            other.join(room, "Bob");
            var rooms = link.extensions().xep0045Rooms();
            rooms.join(link.link(), room, "Alice", Optional.empty(), Optional.empty());
            assertThat(link.await(RoomJoined.class).nick()).isEqualTo("Alice");
            assertThat(link.await(RoomNamed.class).name()).isEqualTo("The den");
            assertThat(link.await(SubjectChanged.class).subject()).isEqualTo("Tea at five");
            assertThat(link.heard().awaitEvents(OccupantChanged.class, 2))
                    .extracting(each -> each.occupant().nick())
                    .containsExactlyInAnyOrder("Bob", "Alice");

            link.extensions()
                    .rfc6121Messages()
                    .send(
                            link.link(),
                            chat(link, room),
                            Chat.Kind.ROOM,
                            "r-1",
                            new Content.Text("Hello all"));
            other.awaitMessage("Hello all");
            other.sayIn(room, "Hello Alice");
            var said = texts(link, 2);
            assertThat(said.getFirst().author().isMine()).isTrue();
            assertThat(said.getFirst().ids().origin()).contains("r-1");
            assertThat(said.getLast().author().isMine()).isFalse();
            assertThat(said.getLast().author().nick()).isEqualTo("Bob");
            assertThat(said).allMatch(IncomingMessage::isRoom);

            rooms.leave(link.link(), room, "Alice");
            assertThat(link.await(RoomEnded.class).room().toString()).isEqualTo(room.toString());
            assertThat(link.faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void aRoomThatWantsAPasswordSaysSo(ServerKind kind) {
        var server = kind.shared(ServerProfile.NORMAL);
        var alice = server.newAccount("alice");
        var room = server.newRoomAddress("vault");
        server.createRoom(RoomPlan.open(room, "Vault").withPassword("sesame"));
        try (var link = TestLink.online(server, alice)) {
            var rooms = link.extensions().xep0045Rooms();
            rooms.join(link.link(), room, "Alice", Optional.empty(), Optional.empty());
            assertThat(link.await(RoomRefused.class).refusal().reason())
                    .isEqualTo(Refusal.Reason.PASSWORD_NEEDED);
            rooms.join(link.link(), room, "Alice", Optional.of("sesame"), Optional.empty());
            assertThat(link.await(RoomJoined.class).nick()).isEqualTo("Alice");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void anArchiveIsReadPageByPage(ServerKind kind) throws Exception {
        var server = kind.shared(ServerProfile.NORMAL);
        var alice = server.newAccount("alice");
        var bob = server.newAccount("bob");
        var begin = Instant.parse("2026-11-01T08:00:00Z");
        var stanzas = new ArrayList<PastStanza>();
        for (int i = 0; i < 25; i++) {
            stanzas.add(PastStanza.chat(bob.jid(), alice.jid(), begin.plusSeconds(i), "m" + i));
        }
        server.fillArchive(alice.jid(), stanzas);
        try (var link = TestLink.online(server, alice)) {
            var own = alice.jid();
            assertThat(
                            TestLink.await(
                                    link.extensions().xep0313Archive().supported(link.link(), own)))
                    .isTrue();
            var newest = page(link, own, new Paging.Newest(), 10);
            assertThat(newest.isComplete()).isFalse();
            assertThat(bodies(link)).containsExactlyElementsOf(names(15, 25));
            assertThat(newest.firstAt()).isEqualTo(begin.plusSeconds(15));
            assertThat(newest.lastAt()).isEqualTo(begin.plusSeconds(24));

            var before = page(link, own, new Paging.Before(newest.first().orElseThrow()), 20);
            assertThat(before.isComplete()).isTrue();
            assertThat(bodies(link).subList(10, 25)).containsExactlyElementsOf(names(0, 15));

            var after = page(link, own, new Paging.After(newest.last().orElseThrow()), 10);
            assertThat(after.isComplete()).isTrue();
            assertThat(after.first()).isEmpty();

            var since = page(link, own, new Paging.Since(begin.plusSeconds(20)), 10);
            assertThat(since.isComplete()).isTrue();
            assertThat(bodies(link).subList(25, 30)).containsExactlyElementsOf(names(20, 25));
            var ids =
                    link.heard().events(MessageArrived.class).stream()
                            .map(each -> each.message().ids().archive().orElseThrow())
                            .toList();
            assertThat(ids.getFirst()).isEqualTo(newest.first().orElseThrow());
            assertThat(ids.subList(0, 25)).doesNotHaveDuplicates();
        }
    }

    private static ArchivePage page(TestLink link, BareJid archive, Paging paging, int max)
            throws Exception {
        var query = new ArchiveQuery(archive, Optional.empty(), paging, max);
        return TestLink.await(link.extensions().xep0313Archive().page(link.link(), query));
    }

    private static List<String> bodies(TestLink link) {
        return link.heard().events(MessageArrived.class).stream()
                .map(each -> ((Content.Text) each.message().content()).body())
                .toList();
    }

    private static List<String> names(int from, int until) {
        return java.util.stream.IntStream.range(from, until).mapToObj(i -> "m" + i).toList();
    }

    private static List<IncomingMessage> texts(TestLink link, int count) {
        return link.heard().awaitEvents(MessageArrived.class, count).stream()
                .map(MessageArrived::message)
                .filter(message -> message.content() instanceof Content.Text)
                .toList();
    }

    private static void available(TestLink link) {
        link.extensions().rfc6121Presence().send(link.link(), Presence.AVAILABLE);
    }

    private static ChatKey chat(TestLink link, BareJid peer) {
        return new ChatKey(link.link().account(), peer);
    }
}
