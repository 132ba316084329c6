package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import javafx.scene.input.KeyCode;

import kith.lab.LabAccount;
import kith.lab.RoomPlan;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.lab.XmppServer;
import kith.model.Chat;
import kith.model.Content;
import kith.model.Message;
import kith.model.Moderation;
import kith.model.Occupant;
import kith.model.Occupant.Role;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.Removal;
import kith.model.RoomAct;
import kith.model.RoomChange;
import kith.session.search.QueryText;
import kith.session.search.SearchOrder;

import org.h2.mvstore.MVStoreTool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jxmpp.jid.EntityBareJid;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// What a moderator has removed in a room of a real server is gone for all (XEP-0425): for those
/// who are there, those who come back, and on a device that only has the archive to read. Prosody
/// does it by a module of its community, in the words of version 0.2.
///
/// Anna owns the room, Bob moderates it, Carol is there with two devices.
class RemovedMessagesTest {

    private static final String SECRET = "marzipan";
    private static final String OFFER = "Buy " + SECRET + " here";
    private static final String GONE = "- Bob: Advertising";

    @TempDir Path folder;

    private final XmppServer server = ServerKind.PROSODY.shared(ServerProfile.COMMUNITY_MODULES);
    private final LabAccount anna = server.newAccount("anna");
    private final LabAccount bob = server.newAccount("bob");
    private final LabAccount carol = server.newAccount("carol");
    private final EntityBareJid room = server.newRoomAddress("kiosk");
    private final List<KithUser> users = new ArrayList<>();
    private KithUser annas;
    private KithUser bobs;
    private KithUser carols;

    @BeforeEach
    void enter() {
        server.createRoom(RoomPlan.open(room, "Kiosk").ownedBy(anna.jid()));
        annas = user("Anna", anna, "anna");
        bobs = user("Bob", bob, "bob");
        carols = user("Carol", carol, "carol");
        awaitRole(annas, "Bob", Role.PARTICIPANT);
        awaitRole(annas, "Carol", Role.PARTICIPANT);
        assertThat(act(RoomAct.MAKE_MODERATOR, "Bob")).isEmpty();
        awaitRole(bobs, "Bob", Role.MODERATOR);
    }

    @AfterEach
    void go() {
        users.forEach(KithUser::close);
    }

    @Test
    void itIsGoneForAllWhoAreThereAndForWhoComesLater() throws IOException {
        var carolsOther = user("Carol", carol, "carol 2");
        say(annas, "Good evening");
        awaitShown(carols, "Good evening");
        say(carols, OFFER);
        var there = List.of(annas, bobs, carols, carolsOther);
        for (var each : there) {
            awaitShown(each, "Good evening", OFFER);
            assertThat(found(each)).isEqualTo(1);
        }
        annas.go();
        assertThat(filesWithIt("anna")).isNotEmpty();
        annas.come();
        annas.kith().awaitJoined(annas.chat(room));

        assertThat(remove(bobs)).isEmpty();
        for (var each : there) {
            awaitShown(each, "Good evening", GONE);
            assertNothingIsLeft(each);
        }
        say(annas, "Thank you"); // what comes after it is as ever
        for (var each : there) {
            awaitShown(each, "Good evening", GONE, "Thank you");
        }
        for (var each : there) {
            each.go();
        }
        for (var profile : List.of("anna", "bob", "carol", "carol 2")) {
            assertThat(filesWithIt(profile)).as(profile).isEmpty();
        }
        for (var each : there) {
            each.come();
            awaitShown(each, "Good evening", GONE, "Thank you");
            assertNothingIsLeft(each);
        }
        var newDevice = user("Carol", carol, "carol 3");
        awaitShown(newDevice, "Good evening", GONE, "Thank you");
        assertNothingIsLeft(newDevice);
        assertThat(server.archiveOf(room)).noneMatch(it -> it.body().contains(SECRET));
    }

    /// The device has it, and the archive has something else in its place.
    @Test
    void itIsGoneForWhoWasAway() throws IOException {
        say(carols, OFFER);
        awaitShown(annas, OFFER);
        awaitShown(bobs, OFFER);
        assertThat(found(annas)).isEqualTo(1);
        annas.go();
        assertThat(remove(bobs)).isEmpty();
        awaitShown(carols, GONE);
        annas.come();
        awaitShown(annas, GONE);
        assertNothingIsLeft(annas);
        annas.go();
        assertThat(filesWithIt("anna")).isEmpty();
    }

    /// Whoever is no moderator, asked for all the same.
    @Test
    void whoIsNoModeratorRemovesNothing() {
        say(annas, OFFER);
        awaitShown(carols, OFFER);
        assertThat(remove(carols)).contains(Reason.FORBIDDEN);
        assertThat(act(RoomAct.TAKE_VOICE, "Carol")).isEmpty();
        awaitRole(carols, "Carol", Role.VISITOR);
        assertThat(remove(carols)).contains(Reason.FORBIDDEN);
        assertThat(act(RoomAct.UNMAKE_MODERATOR, "Bob")).isEmpty();
        awaitRole(bobs, "Bob", Role.PARTICIPANT);
        awaitShown(bobs, OFFER);
        assertThat(remove(bobs)).contains(Reason.FORBIDDEN);
        say(annas, "Still there"); // behind whatever might have come of it
        for (var each : List.of(annas, bobs, carols)) {
            awaitShown(each, OFFER, "Still there");
        }
    }

    /// Which of the two had it, nobody minds.
    @Test
    void whatIsRemovedTwiceIsGoneOnce() {
        say(carols, OFFER);
        awaitShown(annas, OFFER);
        awaitShown(bobs, OFFER);
        var both = List.of(ask(annas), ask(bobs));
        both.forEach(RemovedMessagesTest::outcome);
        await("gone")
                .atMost(RunningKith.PATIENCE)
                .until(() -> shown(carols).getFirst().startsWith("- "));
        assertThat(shown(carols)).hasSize(1);
    }

    /// Bob, who may, by the menu of the message; Carol's says nothing of it.
    @Test
    void onlyModeratorsAreOfferedIt() {
        say(annas, OFFER);
        awaitShown(bobs, OFFER);
        awaitShown(carols, OFFER);
        await("how")
                .atMost(RunningKith.PATIENCE)
                .until(() -> removal(bobs) == Removal.OLD && removal(carols) == Removal.OLD);
        var carolsWindow = new KithWindow("Carol", carols.kith());
        carolsWindow.low().use();
        carolsWindow.goTo("Kiosk");
        carolsWindow.toMessage(SECRET);
        carolsWindow.openMenu();
        carolsWindow.awaitInMenu("Reply");
        assertThat(carolsWindow.isInMenu("Remove for everyone…")).isFalse();
        KithPopup.over(carolsWindow).press(KeyCode.ESCAPE);
        carolsWindow.awaitShown("no menu", () -> !carolsWindow.isInMenu("Reply"));
        carolsWindow.close();

        try (var window = new KithWindow("Bob", bobs.kith())) {
            window.low().use();
            window.goTo("Kiosk");
            window.toMessage(SECRET);
            window.choose("Remove for everyone…");
            window.awaitText("Remove this message for everyone?");
            KithPopup.over(window).write("Advertising");
            window.click("Remove for everyone");
            window.awaitText("Removed by Bob: Advertising");
            window.awaitNoMessage(SECRET);
            window.picture("removed");
        }
        awaitShown(annas, GONE);
        awaitShown(carols, GONE);
    }

    private KithUser user(String name, LabAccount account, String profile) {
        var user = new KithUser(name, server, account, folder.resolve(profile));
        users.add(user);
        user.come();
        user.enter(room);
        return user;
    }

    private void say(KithUser user, String words) {
        user.kith().say(user.chat(room), Chat.Kind.ROOM, words);
    }

    private Optional<Reason> act(RoomAct act, String nick) {
        var change = new RoomChange(act, nick, Optional.empty(), Optional.empty(), "");
        return outcome(
                annas.kith()
                        .session()
                        .roomServices()
                        .moderation()
                        .people()
                        .change(annas.chat(room), List.of(change)));
    }

    private Optional<Reason> remove(KithUser by) {
        await("how").atMost(RunningKith.PATIENCE).until(() -> removal(by) == Removal.OLD);
        return outcome(ask(by));
    }

    private Removal removal(KithUser user) {
        return user.kith()
                .session()
                .roomServices()
                .moderation()
                .offers()
                .removal(user.chat(room))
                .get();
    }

    private CompletionStage<Optional<Refusal>> ask(KithUser by) {
        var offer =
                messages(by)
                        .filter(it -> it.words().filter(OFFER::equals).isPresent())
                        .findFirst()
                        .orElseThrow();
        return by.kith()
                .session()
                .roomServices()
                .moderation()
                .removals()
                .remove(by.chat(room), List.of(offer.key()), "Advertising");
    }

    private static Optional<Reason> outcome(CompletionStage<Optional<Refusal>> asked) {
        return asked.toCompletableFuture()
                .orTimeout(RunningKith.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join()
                .map(Refusal::reason);
    }

    private void awaitRole(KithUser user, String nick, Role role) {
        await(user.name() + " sees " + nick + " as " + role)
                .atMost(RunningKith.PATIENCE)
                .until(
                        () ->
                                user
                                        .kith()
                                        .session()
                                        .rooms()
                                        .occupants(user.chat(room))
                                        .get()
                                        .stream()
                                        .filter(it -> it.nick().equals(nick))
                                        .map(Occupant::role)
                                        .anyMatch(role::equals));
    }

    private void awaitShown(KithUser user, String... shown) {
        await(user.name() + " sees " + List.of(shown))
                .atMost(RunningKith.PATIENCE)
                .untilAsserted(
                        () -> {
                            assertThat(shown(user)).containsExactly(shown);
                            assertThat(messages(user))
                                    .allMatch(it -> it.ids().archive().isPresent());
                        });
    }

    /// The words of each message, or who has removed it and why.
    private List<String> shown(KithUser user) {
        return messages(user).map(it -> it.words().orElseGet(() -> removed(it))).toList();
    }

    private static String removed(Message message) {
        return message.content() instanceof Content.Retracted(Optional<Moderation> by)
                ? by.map(it -> "- %s: %s".formatted(it.by(), it.reason())).orElse("-")
                : "?";
    }

    private Stream<Message> messages(KithUser user) {
        var found = new ArrayList<Message>();
        var history = user.kith().session().history();
        history.each(Optional.of(user.chat(room)), found::add).toCompletableFuture().join();
        return found.stream().filter(it -> it.words().isPresent() || it.isRetracted());
    }

    /// In the list of chats, and by searching.
    private void assertNothingIsLeft(KithUser user) {
        var last =
                user.kith().session().chatList().chat(user.chat(room)).get().orElseThrow().last();
        assertThat(last.flatMap(Message::words)).isNotEqualTo(Optional.of(OFFER));
        assertThat(found(user)).isZero();
    }

    /// How many messages are found by it, once all is in the index.
    private static int found(KithUser user) {
        var search = user.kith().session().search();
        return search.upToDate()
                .thenCompose(
                        _ ->
                                search.search(
                                        QueryText.read(SECRET, ZoneOffset.UTC),
                                        SearchOrder.NEWEST_FIRST,
                                        0,
                                        1))
                .toCompletableFuture()
                .orTimeout(RunningKith.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join()
                .total();
    }

    /// Of a profile that is closed, what holds the word.
    private List<Path> filesWithIt(String profile) throws IOException {
        var found = new ArrayList<Path>();
        try (var files = Files.walk(folder.resolve(profile))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var kept = Files.readString(used(file), StandardCharsets.ISO_8859_1);
                if (kept.contains(SECRET)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    /// What H2 has given up stays in its file until it needs the room.
    private Path used(Path file) throws IOException {
        if (!file.getFileName().toString().endsWith(".mv.db")) {
            return file;
        }
        var copy = Files.copy(file, folder.resolve("used"), StandardCopyOption.REPLACE_EXISTING);
        MVStoreTool.compact(copy.toString(), false);
        return copy;
    }
}
