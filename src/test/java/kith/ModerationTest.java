package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.lab.LabAccount;
import kith.lab.RoomPlan;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.lab.XmppServer;
import kith.model.Affiliated;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Delivery;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.Room;
import kith.model.RoomAct;
import kith.model.RoomChange;
import kith.model.RoomList;
import kith.model.RoomListing;
import kith.model.RoomSettings;
import kith.model.RoomState;
import kith.model.RoomState.Cause;
import kith.model.VoiceRequest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// What people of every standing do to each other in a room of a real server, and what each of them
/// sees of it (XEP-0045 §§7.13, 8 to 10).
@ParameterizedClass
@EnumSource
class ModerationTest {

    @TempDir Path folder;

    private final XmppServer server;
    private final LabAccount anna;
    private final LabAccount bob;
    private final LabAccount carol;
    private final EntityBareJid room;
    private KithUser annas;
    private KithUser bobs;
    private KithUser carols;

    ModerationTest(ServerKind kind) {
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

    @Test
    void rolesOfOneVisit() {
        assertThat(act(annas, RoomAct.TAKE_VOICE, "too loud", "Bob")).isEmpty();
        awaitRole(bobs, "Bob", Role.VISITOR);
        awaitRole(carols, "Bob", Role.VISITOR);
        assertThat(act(annas, RoomAct.GIVE_VOICE, "", "Bob")).isEmpty();
        awaitRole(bobs, "Bob", Role.PARTICIPANT);

        assertThat(act(annas, RoomAct.KICK, "off topic", "Bob")).isEmpty();
        awaitOut(bobs, Cause.KICKED, "off topic");
        awaitGone(carols, "Bob");
        bobs.enter(room); // may come back

        awaitRole(annas, "Bob", Role.PARTICIPANT);
        assertThat(act(annas, RoomAct.MAKE_MODERATOR, "", "Bob")).isEmpty();
        awaitRole(bobs, "Bob", Role.MODERATOR);
        assertThat(act(bobs, RoomAct.TAKE_VOICE, "", "Carol")).isEmpty();
        awaitRole(carols, "Carol", Role.VISITOR);
        assertThat(act(bobs, RoomAct.KICK, "bye", "Carol")).isEmpty();
        awaitOut(carols, Cause.KICKED, "bye");
        assertThat(act(annas, RoomAct.UNMAKE_MODERATOR, "", "Bob")).isEmpty();
        awaitRole(bobs, "Bob", Role.PARTICIPANT);
    }

    /// Who may not is told so, and nothing happens.
    @Test
    void whatSomebodyMayNot() {
        for (var wish : List.of(RoomAct.KICK, RoomAct.TAKE_VOICE, RoomAct.MAKE_MODERATOR)) {
            assertThat(act(bobs, wish, "", "Carol")).get().isIn(REFUSALS);
        }
        assertThat(actByAddress(bobs, RoomAct.BAN, carol.jid(), "")).get().isIn(REFUSALS);
        assertThat(actByAddress(bobs, RoomAct.MAKE_MEMBER, bob.jid(), "")).get().isIn(REFUSALS);
        assertThat(listing(bobs, RoomList.BANNED)).isInstanceOf(RoomListing.Refused.class);

        assertThat(act(annas, RoomAct.MAKE_MODERATOR, "", "Bob")).isEmpty();
        awaitRole(bobs, "Bob", Role.MODERATOR);
        assertThat(act(bobs, RoomAct.KICK, "", "Anna")).get().isIn(REFUSALS);
        assertThat(act(bobs, RoomAct.TAKE_VOICE, "", "Anna")).get().isIn(REFUSALS);
        assertThat(actByAddress(bobs, RoomAct.BAN, carol.jid(), "")).get().isIn(REFUSALS);

        assertThat(actByAddress(annas, RoomAct.MAKE_ADMIN, bob.jid(), "")).isEmpty();
        awaitAffiliation(bobs, "Bob", Affiliation.ADMIN);
        assertThat(act(bobs, RoomAct.KICK, "", "Anna")).get().isIn(REFUSALS);
        assertThat(actByAddress(bobs, RoomAct.BAN, anna.jid(), "")).get().isIn(REFUSALS);
        assertThat(actByAddress(bobs, RoomAct.MAKE_OWNER, bob.jid(), "")).get().isIn(REFUSALS);
        assertThat(actByAddress(annas, RoomAct.UNLIST, anna.jid(), ""))
                .as("the last owner stays")
                .get()
                .isIn(Reason.NICK_TAKEN, Reason.NOT_ALLOWED);
        assertThat(act(annas, RoomAct.KICK, "", "nobody"))
                .get()
                .isIn(Reason.NOT_FOUND, Reason.NOT_ACCEPTABLE, Reason.NOT_ALLOWED);
        awaitRole(annas, "Carol", Role.PARTICIPANT);
        awaitAffiliation(annas, "Anna", Affiliation.OWNER);
    }

    /// What Bob may do in each role and affiliation of those who are in (§5), and that all else is
    /// refused and changes nothing. Carol loses her voice where he may take it.
    @Test
    void everybodyMayDoWhatTheirStandingHasAndNothingElse() {
        assertThat(act(annas, RoomAct.TAKE_VOICE, "", "Bob")).isEmpty();
        awaitRole(bobs, "Bob", Role.VISITOR);
        assertThat(bobsPowers()).isEmpty();

        // the rooms of ejabberd let every participant change the subject
        var participants =
                server.kind() == ServerKind.EJABBERD ? Set.of("say", "subject") : Set.of("say");
        assertThat(act(annas, RoomAct.GIVE_VOICE, "", "Bob")).isEmpty();
        awaitRole(bobs, "Bob", Role.PARTICIPANT);
        assertThat(bobsPowers()).isEqualTo(participants);

        assertThat(actByAddress(annas, RoomAct.MAKE_MEMBER, bob.jid(), "")).isEmpty();
        awaitAffiliation(bobs, "Bob", Affiliation.MEMBER);
        assertThat(bobsPowers()).isEqualTo(participants);

        assertThat(act(annas, RoomAct.MAKE_MODERATOR, "", "Bob")).isEmpty();
        awaitRole(bobs, "Bob", Role.MODERATOR);
        assertThat(bobsPowers()).containsExactlyInAnyOrder("say", "subject", "silence");

        assertThat(actByAddress(annas, RoomAct.MAKE_ADMIN, bob.jid(), "")).isEmpty();
        awaitAffiliation(bobs, "Bob", Affiliation.ADMIN);
        assertThat(bobsPowers()).containsExactlyInAnyOrder("say", "subject", "silence", "banned");

        assertThat(actByAddress(annas, RoomAct.MAKE_OWNER, bob.jid(), "")).isEmpty();
        awaitAffiliation(bobs, "Bob", Affiliation.OWNER);
        assertThat(bobsPowers())
                .containsExactlyInAnyOrder("say", "subject", "silence", "banned", "settings");
    }

    private Set<String> bobsPowers() {
        var powers = new TreeSet<String>();
        var key = bobs.chat(room);
        bobs.kith().say(key, Chat.Kind.ROOM, "words " + UUID.randomUUID());
        await("the room's answer").atMost(RunningKith.PATIENCE).until(() -> isAnswered(key));
        if (!(bobs.kith().texts(key).getLast().delivery() instanceof Delivery.Failed)) {
            powers.add("say");
        }
        var subject = bobs.kith().session().rooms().changeSubject(key, UUID.randomUUID() + "");
        if (outcome(subject).isEmpty()) {
            powers.add("subject");
        }
        if (act(bobs, RoomAct.TAKE_VOICE, "", "Carol").isEmpty()) {
            powers.add("silence");
            awaitRole(annas, "Carol", Role.VISITOR);
            assertThat(act(annas, RoomAct.GIVE_VOICE, "", "Carol")).isEmpty();
        }
        awaitRole(annas, "Carol", Role.PARTICIPANT);
        if (listing(bobs, RoomList.BANNED) instanceof RoomListing.Known) {
            powers.add("banned");
        }
        var settings =
                bobs.kith()
                        .session()
                        .roomServices()
                        .owners()
                        .settings(key)
                        .toCompletableFuture()
                        .orTimeout(RunningKith.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                        .join();
        if (settings instanceof RoomSettings.Form) {
            powers.add("settings");
        }
        return powers;
    }

    private boolean isAnswered(ChatKey key) {
        return bobs.kith().texts(key).stream()
                .noneMatch(
                        it ->
                                it.delivery() instanceof Delivery.Queued
                                        || it.delivery() instanceof Delivery.Sending);
    }

    private static final List<Reason> REFUSALS = List.of(Reason.FORBIDDEN, Reason.NOT_ALLOWED);

    @Test
    void lastingStandings() {
        assertThat(actByAddress(annas, RoomAct.MAKE_MEMBER, bob.jid(), "helps")).isEmpty();
        awaitAffiliation(bobs, "Bob", Affiliation.MEMBER);
        assertThat(addresses(annas, RoomList.MEMBERS)).containsExactly(bob.jid());
        assertThat(actByAddress(annas, RoomAct.MAKE_ADMIN, bob.jid(), "")).isEmpty();
        awaitAffiliation(carols, "Bob", Affiliation.ADMIN);
        awaitRole(bobs, "Bob", Role.MODERATOR);
        assertThat(addresses(annas, RoomList.MEMBERS)).isEmpty();
        assertThat(addresses(bobs, RoomList.ADMINS)).containsExactly(bob.jid());
        assertThat(addresses(annas, RoomList.OWNERS)).contains(anna.jid());

        assertThat(actByAddress(bobs, RoomAct.BAN, carol.jid(), "spam")).isEmpty();
        awaitOut(carols, Cause.BANNED, "spam");
        awaitGone(annas, "Carol");
        assertThat(addresses(bobs, RoomList.BANNED)).containsExactly(carol.jid());
        join(carols);
        awaitRefused(carols, Reason.FORBIDDEN);
        assertThat(actByAddress(bobs, RoomAct.UNLIST, carol.jid(), "")).isEmpty();
        assertThat(addresses(annas, RoomList.BANNED)).isEmpty();
        carols.enter(room);

        assertThat(actByAddress(annas, RoomAct.MAKE_OWNER, bob.jid(), "")).isEmpty();
        awaitAffiliation(annas, "Bob", Affiliation.OWNER);
        assertThat(actByAddress(annas, RoomAct.UNLIST, anna.jid(), "")).isEmpty();
        awaitAffiliation(annas, "Anna", Affiliation.NONE);
        assertThat(addresses(bobs, RoomList.OWNERS)).contains(bob.jid()).doesNotContain(anna.jid());
    }

    /// Prosody looks at the first of several only, and says that all is done.
    @Test
    void severalAtOnce() {
        var strangers =
                IntStream.range(0, 5)
                        .mapToObj(
                                i -> JidCreate.bareFromOrThrowUnchecked("s" + i + "@birke.example"))
                        .toList();
        assertThat(
                        change(
                                annas,
                                strangers.stream()
                                        .map(it -> RoomChange.adding(it, RoomList.BANNED, "spam"))
                                        .toList()))
                .isEmpty();
        assertThat(addresses(annas, RoomList.BANNED)).containsExactlyElementsOf(strangers);
        assertThat(
                        change(
                                annas,
                                entries(annas, RoomList.BANNED).stream()
                                        .limit(3)
                                        .map(it -> RoomChange.of(RoomAct.UNLIST, it, ""))
                                        .toList()))
                .isEmpty();
        assertThat(addresses(annas, RoomList.BANNED)).hasSize(2);

        assertThat(act(annas, RoomAct.TAKE_VOICE, "quiet", "Bob", "Carol")).isEmpty();
        awaitRole(bobs, "Bob", Role.VISITOR);
        awaitRole(carols, "Carol", Role.VISITOR);
        assertThat(act(annas, RoomAct.KICK, "closing", "Bob", "Carol")).isEmpty();
        awaitOut(bobs, Cause.KICKED, "closing");
        awaitOut(carols, Cause.KICKED, "closing");
    }

    @Test
    void voiceIsAskedForAndGiven() {
        assertThat(act(annas, RoomAct.TAKE_VOICE, "", "Bob")).isEmpty();
        awaitRole(bobs, "Bob", Role.VISITOR);
        var voice = bobs.kith().session().roomServices().moderation().voice();
        var asked = voice.ask(bobs.chat(room));
        var request = awaitRequest(annas);
        assertThat(request.nick()).isEqualTo("Bob");
        assertThat(request.address().asBareJid().equals(bob.jid())).isTrue();
        assertThat(requests(carols)).isEmpty();
        assertThat(outcome(answer(annas, request, true))).isEmpty();
        awaitRole(bobs, "Bob", Role.PARTICIPANT);
        assertThat(outcome(asked)).isEmpty();
        assertThat(requests(annas)).isEmpty();
    }

    @Test
    void voiceIsDenied() {
        assertThat(act(annas, RoomAct.TAKE_VOICE, "", "Carol")).isEmpty();
        awaitRole(carols, "Carol", Role.VISITOR);
        var asked =
                carols.kith().session().roomServices().moderation().voice().ask(carols.chat(room));
        assertThat(outcome(answer(annas, awaitRequest(annas), false))).isEmpty();
        assertThat(requests(annas)).isEmpty();
        assertThat(act(annas, RoomAct.TAKE_VOICE, "", "Bob")).isEmpty(); // behind the answer
        awaitRole(carols, "Bob", Role.VISITOR);
        assertThat(role(carols, "Carol")).contains(Role.VISITOR);
        assertThat(asked.toCompletableFuture()).isNotDone();
    }

    private KithUser user(String name, LabAccount account) {
        var user = new KithUser(name, server, account, folder.resolve(name));
        user.come();
        user.enter(room);
        return user;
    }

    private Optional<Reason> act(KithUser who, RoomAct act, String reason, String... nicks) {
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

    private Optional<Reason> actByAddress(
            KithUser who, RoomAct act, BareJid address, String reason) {
        return change(
                who,
                List.of(new RoomChange(act, "", Optional.of(address), Optional.empty(), reason)));
    }

    private Optional<Reason> change(KithUser who, List<RoomChange> changes) {
        return outcome(
                who.kith()
                        .session()
                        .roomServices()
                        .moderation()
                        .people()
                        .change(who.chat(room), changes));
    }

    private CompletionStage<Optional<Refusal>> answer(
            KithUser who, VoiceRequest request, boolean isGranted) {
        return who.kith()
                .session()
                .roomServices()
                .moderation()
                .voice()
                .answer(who.chat(room), request, isGranted);
    }

    private static Optional<Reason> outcome(CompletionStage<Optional<Refusal>> asked) {
        return asked.toCompletableFuture()
                .orTimeout(RunningKith.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join()
                .map(Refusal::reason);
    }

    private RoomListing listing(KithUser who, RoomList list) {
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

    private List<Affiliated> entries(KithUser who, RoomList list) {
        return ((RoomListing.Known) listing(who, list)).entries();
    }

    private List<BareJid> addresses(KithUser who, RoomList list) {
        return entries(who, list).stream().map(Affiliated::address).toList();
    }

    private List<VoiceRequest> requests(KithUser who) {
        return who.kith().session().roomServices().moderation().voice().of(who.chat(room)).get();
    }

    private VoiceRequest awaitRequest(KithUser who) {
        return await(who.name() + " is asked")
                .atMost(RunningKith.PATIENCE)
                .until(() -> requests(who), asked -> !asked.isEmpty())
                .getFirst();
    }

    private void join(KithUser who) {
        var chat = who.chat(room);
        who.kith().session().rooms().join(chat.account(), room, who.name(), Optional.empty());
    }

    private Optional<Occupant> occupant(KithUser who, String nick) {
        return who.kith().session().rooms().occupants(who.chat(room)).get().stream()
                .filter(each -> each.nick().equals(nick))
                .findFirst();
    }

    private Optional<Role> role(KithUser who, String nick) {
        return occupant(who, nick).map(Occupant::role);
    }

    private void awaitRole(KithUser who, String nick, Role role) {
        await(who.name() + " sees " + nick + " as " + role)
                .atMost(RunningKith.PATIENCE)
                .until(() -> role(who, nick).equals(Optional.of(role)));
    }

    private void awaitAffiliation(KithUser who, String nick, Affiliation affiliation) {
        await(who.name() + " sees " + nick + " as " + affiliation)
                .atMost(RunningKith.PATIENCE)
                .until(
                        () ->
                                occupant(who, nick)
                                        .map(Occupant::affiliation)
                                        .equals(Optional.of(affiliation)));
    }

    private void awaitGone(KithUser who, String nick) {
        await(who.name() + " sees " + nick + " no more")
                .atMost(RunningKith.PATIENCE)
                .until(() -> occupant(who, nick).isEmpty());
    }

    private RoomState state(KithUser who) {
        return who.kith()
                .session()
                .rooms()
                .room(who.chat(room))
                .get()
                .map(Room::state)
                .orElse(RoomState.LEFT);
    }

    private void awaitOut(KithUser who, Cause cause, String reason) {
        await(who.name() + " is out")
                .atMost(RunningKith.PATIENCE)
                .until(
                        () ->
                                state(who) instanceof RoomState.Removed removed
                                        && removed.cause() == cause
                                        && removed.reason().equals(reason));
    }

    private void awaitRefused(KithUser who, Reason reason) {
        await(who.name() + " is not let in")
                .atMost(RunningKith.PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(state(who))
                                        .isInstanceOfSatisfying(
                                                RoomState.Refused.class,
                                                it ->
                                                        assertThat(it.refusal().reason())
                                                                .isEqualTo(reason)));
    }
}
