package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import kith.RunningKith.MemorySecrets;
import kith.lab.LabAccount;
import kith.lab.LabUser;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.lab.XmppServer;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.Step;
import kith.xmpp.Xml;

import org.jivesoftware.smack.packet.IQ;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The truth about each message, on real servers: it came (XEP-0184), it was read (XEP-0333), and
/// what is read on one device is read on the others (XEP-0490), whoever was away meanwhile.
class MarksTest {

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void theSenderLearnsThatItCameAndThatItWasRead(ServerKind kind) {
        var server = kind.shared(ServerProfile.NORMAL);
        var hers = server.newAccount("alice");
        var his = server.newAccount("bob");
        server.befriend(hers, his, "Friends");
        try (var alice = RunningKith.open(folder.resolve("a"), server, new MemorySecrets())) {
            var toBob = new ChatKey(alice.add(server, hers), his.jid());
            var secrets = new MemorySecrets();
            try (var bob = RunningKith.open(folder.resolve("b"), server, secrets)) {
                var toAlice = new ChatKey(bob.add(server, his), hers.jid());
                alice.say(toBob, Chat.Kind.CONTACT, "one");
                await("it came")
                        .atMost(RunningKith.PATIENCE)
                        .until(() -> are(alice, toBob, Delivery.DELIVERED, 1));
                bob.session().chats().markRead(toAlice);
                await("it was read")
                        .atMost(RunningKith.PATIENCE)
                        .until(() -> are(alice, toBob, Delivery.READ, 1));
            }
            IntStream.range(0, 3).forEach(i -> alice.say(toBob, Chat.Kind.CONTACT, "more " + i));
            await("the server has them")
                    .atMost(RunningKith.PATIENCE)
                    .until(() -> are(alice, toBob, Delivery.ON_SERVER, 3));
            try (var bob = RunningKith.open(folder.resolve("b"), server, secrets)) {
                var toAlice = new ChatKey(bob.awaitOnline(), hers.jid());
                await("they came")
                        .atMost(RunningKith.PATIENCE)
                        .until(() -> are(alice, toBob, Delivery.DELIVERED, 3));
                bob.session().chats().markRead(toAlice);
                await("they were read")
                        .atMost(RunningKith.PATIENCE)
                        .until(() -> are(alice, toBob, Delivery.READ, 4));
            }
        }
    }

    /// Also where the server doesn't know all options of publishing (ejabberd 23.01).
    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void h10HowFarEachChatIsReadIsKept(ServerKind kind) {
        var server = kind.shared(ServerProfile.NORMAL);
        var hers = server.newAccount("alice");
        var friends = List.of(server.newAccount("bob"), server.newAccount("carol"));
        friends.forEach(each -> server.befriend(hers, each, "Friends"));
        try (var alice = RunningKith.open(folder.resolve("a"), server, new MemorySecrets())) {
            var account = alice.add(server, hers);
            for (var each : friends) {
                try (var friend =
                        RunningKith.open(
                                folder.resolve(each.jid().toString()),
                                server,
                                new MemorySecrets())) {
                    var toAlice = new ChatKey(friend.add(server, each), hers.jid());
                    friend.say(toAlice, Chat.Kind.CONTACT, "one");
                    var chat = new ChatKey(account, each.jid());
                    await("it came")
                            .atMost(RunningKith.PATIENCE)
                            .until(() -> alice.texts(chat).size() == 1);
                    alice.session().chats().markRead(chat);
                }
            }
            await("both are kept")
                    .atMost(RunningKith.PATIENCE)
                    .until(
                            () ->
                                    friends.stream()
                                            .allMatch(
                                                    each ->
                                                            positions(server, hers)
                                                                    .contains(
                                                                            each.jid()
                                                                                    .toString())));
        }
    }

    private static String positions(XmppServer server, LabAccount account) {
        try (var other = LabUser.signIn(server, account)) {
            var all =
                    """
                    <iq type='get' id='b'><pubsub xmlns='http://jabber.org/protocol/pubsub'>
                    <items node='urn:xmpp:mds:displayed:0'/></pubsub></iq>
                    """;
            return other.ask(Xml.stanza(IQ.class, all)).toXML().toString();
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void eachStepIsKnownWithItsTimeAndTheDeviceThatSaidIt(ServerKind kind) {
        var server = kind.shared(ServerProfile.NORMAL);
        var hers = server.newAccount("alice");
        var his = server.newAccount("bob");
        server.befriend(hers, his, "Friends");
        try (var alice = RunningKith.open(folder.resolve("a"), server, new MemorySecrets());
                var bob = RunningKith.open(folder.resolve("b"), server, new MemorySecrets())) {
            var toBob = new ChatKey(alice.add(server, hers), his.jid());
            var toAlice = new ChatKey(bob.add(server, his), hers.jid());
            alice.session().chats().forward(toBob, Chat.Kind.CONTACT, "Forwarded:\n> one");
            await("it came")
                    .atMost(RunningKith.PATIENCE)
                    .until(() -> are(alice, toBob, Delivery.DELIVERED, 1));
            assertThat(bob.texts(toAlice))
                    .singleElement()
                    .satisfies(it -> assertThat(it.words()).contains("Forwarded:\n> one"));
            bob.session().attention().watching(Optional.of(toAlice));
            await("it was read")
                    .atMost(RunningKith.PATIENCE)
                    .until(() -> are(alice, toBob, Delivery.READ, 1));
            await("all of it is known")
                    .atMost(RunningKith.PATIENCE)
                    .untilAsserted(
                            () ->
                                    assertThat(steps(alice, toBob))
                                            .extracting(Step::kind)
                                            .containsExactlyInAnyOrder(
                                                    Step.Kind.QUEUED,
                                                    Step.Kind.SENT,
                                                    Step.Kind.ON_SERVER,
                                                    Step.Kind.DELIVERED,
                                                    Step.Kind.READ));
            assertThat(steps(alice, toBob))
                    .isSortedAccordingTo(Comparator.comparing(Step::at))
                    .filteredOn(step -> step.by().isPresent())
                    .extracting(Step::kind, step -> step.by().orElseThrow().asBareJid())
                    .containsExactly(
                            tuple(Step.Kind.DELIVERED, his.jid()),
                            tuple(Step.Kind.READ, his.jid()));
            assertThat(steps(bob, toAlice))
                    .extracting(Step::kind)
                    .containsExactly(Step.Kind.ARRIVED, Step.Kind.SEEN);
        }
    }

    private static List<Step> steps(RunningKith kith, ChatKey chat) {
        return kith.history(chat).stream().flatMap(entry -> entry.steps().stream()).toList();
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void whatIsReadOnOneDeviceIsReadOnTheOthers(ServerKind kind) {
        var server = kind.shared(ServerProfile.NORMAL);
        var hers = server.newAccount("alice");
        var his = server.newAccount("bob");
        server.befriend(hers, his, "Friends");
        var secrets = new MemorySecrets();
        try (var bob = RunningKith.open(folder.resolve("b"), server, new MemorySecrets());
                var desk = RunningKith.open(folder.resolve("d"), server, new MemorySecrets())) {
            var toAlice = new ChatKey(bob.add(server, his), hers.jid());
            var atDesk = new ChatKey(desk.add(server, hers), his.jid());
            try (var lap = RunningKith.open(folder.resolve("l"), server, secrets)) {
                var onLap = new ChatKey(lap.add(server, hers), his.jid());
                bob.say(toAlice, Chat.Kind.CONTACT, "one");
                bob.say(toAlice, Chat.Kind.CONTACT, "two");
                await("both have both")
                        .atMost(RunningKith.PATIENCE)
                        .until(() -> unread(desk, atDesk) == 2 && unread(lap, onLap) == 2);
                desk.session().chats().markRead(atDesk);
                await("read on the other")
                        .atMost(RunningKith.PATIENCE)
                        .until(() -> unread(lap, onLap) == 0);
            }
            bob.say(toAlice, Chat.Kind.CONTACT, "three");
            await("the desk has it")
                    .atMost(RunningKith.PATIENCE)
                    .until(() -> unread(desk, atDesk) == 1);
            desk.session().chats().markRead(atDesk);
            bob.awaitTexts(toAlice, 3);
            await("read")
                    .atMost(RunningKith.PATIENCE)
                    .until(() -> are(bob, toAlice, Delivery.READ, 3));
            bob.say(toAlice, Chat.Kind.CONTACT, "four");
            try (var lap = RunningKith.open(folder.resolve("l"), server, secrets)) {
                var onLap = new ChatKey(lap.awaitOnline(), his.jid());
                lap.awaitTexts(onLap, 4);
                await("three was read while it was away")
                        .atMost(RunningKith.PATIENCE)
                        .until(() -> unread(lap, onLap) == 1);
                assertThat(unread(desk, atDesk)).isEqualTo(1);
            }
        }
    }

    private static boolean are(RunningKith kith, ChatKey chat, Delivery delivery, int count) {
        return own(kith, chat).stream().filter(each -> each.delivery().equals(delivery)).count()
                == count;
    }

    private static List<Message> own(RunningKith kith, ChatKey chat) {
        return kith.texts(chat).stream().filter(Message::isMine).toList();
    }

    private static int unread(RunningKith kith, ChatKey chat) {
        return kith.session().chatList().chat(chat).get().map(Chat::unread).orElse(0);
    }
}
