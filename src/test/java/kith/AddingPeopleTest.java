package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.lab.LabAccount;
import kith.lab.RosterEntry;
import kith.lab.ServerKind;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Continuation;
import kith.model.Inviter;
import kith.model.NewRoom;
import kith.model.Occupant;
import kith.model.ReceivedInvitation;
import kith.model.Refusal;
import kith.model.RoomMaking;
import kith.model.RoomNotice;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/// A chat of two that becomes a group at a real server (XEP-0045 §7.9), with a third who is no
/// contact of the second.
@ParameterizedClass
@EnumSource
class AddingPeopleTest extends FriendsFixture {

    AddingPeopleTest(ServerKind kind) {
        super(kind, "adding");
    }

    @Test
    void threeGoOnInAGroupAndNobodyElseReadsTheChat() throws Exception {
        var carl = server().newAccount("carl");
        befriend(anna, carl, "Carl");
        befriend(carl, anna, "Anna");
        var annas = user("Anna", anna, "anna");
        var bobs = user("Bob", bob, "bob");
        var carls = user("Carl", carl, "carl");
        var chat = annas.chat(bob.jid());
        annas.kith().say(chat, Chat.Kind.CONTACT, "Shall we ask Carl?");
        awaitBodies(bobs, bobs.chat(anna.jid()), "Shall we ask Carl?");

        var made = (RoomMaking.Made) make(annas, chat, "Anna, Bob, Carl");
        assertThat(made.missing()).isEmpty();
        var group = made.room();
        annas.kith().awaitJoined(group);
        assertThat(invite(annas, chat, group, bob.jid())).isEmpty();
        assertThat(invite(annas, chat, group, carl.jid())).isEmpty();
        awaitLine(annas, chat, group.peer(), "Anna, Bob, Carl");

        var bobsChat = bobs.chat(anna.jid());
        for (var user : List.of(bobs, carls)) {
            var received = awaitInvited(user, group.peer());
            assertThat(received.invitation().inviter()).isEqualTo(new Inviter.Person(anna.jid()));
            assertThat(received.invitation().continues())
                    .contains(new Continuation(Optional.empty()));
            assertThat(received.invitation().reason()).isEqualTo("Anna, Bob, Carl");
            assertThat(received.name()).isEqualTo("Anna");
        }
        assertThat(lines(bobs, bobsChat)).isEmpty();
        bobs.enter(group.peer());
        carls.enter(group.peer());
        awaitLine(bobs, bobsChat, group.peer(), "Anna, Bob, Carl");
        await("all are members")
                .atMost(RunningKith.PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(annas.kith().session().rooms().occupants(group).get())
                                        .extracting(Occupant::affiliation)
                                        .containsExactlyInAnyOrder(
                                                Occupant.Affiliation.OWNER,
                                                Occupant.Affiliation.MEMBER,
                                                Occupant.Affiliation.MEMBER));

        annas.kith().say(group, Chat.Kind.ROOM, "Hello, both of you");
        awaitBodies(carls, carls.chat(group.peer()), "Hello, both of you");
        awaitBodies(bobs, bobs.chat(group.peer()), "Hello, both of you");
        assertThat(bobs.kith().bodies(bobsChat)).containsExactly("Shall we ask Carl?");

        annas.go();
        annas.come();
        assertThat(lines(annas, chat)).containsExactly(group.peer() + ": Anna, Bob, Carl");
    }

    @Test
    void whoIsNotThereIsTold() throws Exception {
        var annas = user("Anna", anna, "anna");
        var chat = annas.chat(bob.jid());
        var group = ((RoomMaking.Made) make(annas, chat, "Anna and Bob")).room();
        annas.kith().awaitJoined(group);
        var nobody = JidCreate.bareFrom("nobody-at-all@" + anna.jid().getDomain());
        assertThat(invite(annas, chat, group, nobody)).isPresent();
        assertThat(invite(annas, chat, group, bob.jid())).isEmpty();
    }

    private void befriend(LabAccount one, LabAccount other, String name) {
        var known =
                one.equals(anna)
                        ? List.of(
                                RosterEntry.both(bob.jid(), "Bob"),
                                RosterEntry.both(other.jid(), name))
                        : List.of(RosterEntry.both(other.jid(), name));
        server().addContacts(one.jid(), known);
    }

    private static RoomMaking make(KithUser user, ChatKey chat, String name) throws Exception {
        var conversions = user.kith().session().roomServices().conversions();
        return get(
                conversions
                        .make(
                                chat,
                                new NewRoom(NewRoom.Kind.PRIVATE_GROUP, name, "", "", user.name()))
                        .outcome());
    }

    private static Optional<Refusal> invite(
            KithUser user, ChatKey chat, ChatKey group, BareJid whom) throws Exception {
        var conversions = user.kith().session().roomServices().conversions();
        return get(conversions.invite(chat, group, whom, "Anna, Bob, Carl"));
    }

    private static ReceivedInvitation awaitInvited(KithUser user, BareJid room) {
        var invitations = user.kith().session().roomServices().invitations();
        return await(user.name() + " is invited")
                .atMost(RunningKith.PATIENCE)
                .until(
                        () ->
                                invitations.waiting().get().stream()
                                        .filter(it -> it.invitation().room().equals(room))
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static void awaitLine(KithUser user, ChatKey chat, BareJid group, String name) {
        await(user.name() + " has the line")
                .atMost(RunningKith.PATIENCE)
                .untilAsserted(
                        () -> assertThat(lines(user, chat)).containsExactly(group + ": " + name));
    }

    private static List<String> lines(KithUser user, ChatKey chat) {
        return user.kith().session().roomServices().continuations().of(chat).get().stream()
                .map(RoomNotice.Continued.class::cast)
                .map(it -> it.group() + ": " + it.name())
                .toList();
    }

    private static void awaitBodies(KithUser user, ChatKey chat, String... bodies) {
        await(user.name() + " reads it")
                .atMost(RunningKith.PATIENCE)
                .untilAsserted(() -> assertThat(user.kith().bodies(chat)).containsExactly(bodies));
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(RunningKith.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
