package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.RunningKith.MemorySecrets;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.lab.XmppServer;
import kith.model.Chat;
import kith.model.Contact;
import kith.model.Room;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// One Kith with two accounts at once, on two servers that don't know each other. Each has a friend
/// and is in a room, and these have the same addresses and names on both.
class TwoAccountsTest {

    private final MemorySecrets secrets = new MemorySecrets();
    private final XmppServer prosody = ServerKind.PROSODY.shared(ServerProfile.NORMAL);
    private final XmppServer ejabberd = ServerKind.EJABBERD.shared(ServerProfile.NORMAL);

    @TempDir Path folder;

    @Test
    void eachAccountHasItsOwnAndGoesAlone() {
        var sam = prosody.newAccount("twin-sam");
        ejabberd.addAccount(sam.jid(), sam.password());
        var room = prosody.newRoomAddress("twins");
        try (var home = new AccountWorld(prosody, "home", sam, room, folder);
                var work = new AccountWorld(ejabberd, "work", sam, room, folder)) {
            try (var kith = open()) {
                home.enter(kith);
                work.enter(kith);
                home.talk(kith);
                work.talk(kith);
                bothAreWhole(kith, home, work);
            }
            try (var kith = open()) {
                home.comeBack(kith);
                work.comeBack(kith);
                bothAreWhole(kith, home, work);
                work.talk(kith);
                home.talk(kith);
                bothAreWhole(kith, home, work);

                var id = home.id();
                kith.session().accounts().remove(id).toCompletableFuture().join();
                onlyOneIsLeft(kith, work, home);
                home.talkToNobody();
                work.talk(kith);
                onlyOneIsLeft(kith, work, home);
            }
            try (var kith = open()) {
                work.comeBack(kith);
                work.talk(kith);
                onlyOneIsLeft(kith, work, home);
            }
        }
    }

    private RunningKith open() {
        return RunningKith.open(folder.resolve("mine"), prosody, secrets);
    }

    private static void bothAreWhole(RunningKith kith, AccountWorld home, AccountWorld work) {
        home.isWhole(kith);
        work.isWhole(kith);
        assertThat(kith.session().tabs().tabs().get().order()).hasSize(4);
        assertThat(kith.session().faults().fault().get()).isEmpty();
    }

    private void onlyOneIsLeft(RunningKith kith, AccountWorld left, AccountWorld gone) {
        await("one to be left")
                .atMost(RunningKith.PATIENCE)
                .untilAsserted(() -> isAllThatIsShown(kith, left));
        left.isWhole(kith);
        assertThat(kith.bodies(gone.chat())).isEmpty();
        assertThat(kith.bodies(gone.room())).isEmpty();
        assertThat(secrets.find(gone.me().jid())).isEmpty();
        assertThat(secrets.find(left.me().jid())).contains(left.me().password());
        assertThat(kith.session().faults().fault().get()).isEmpty();
    }

    private static void isAllThatIsShown(RunningKith kith, AccountWorld left) {
        var session = kith.session();
        assertThat(session.accounts().accounts().get())
                .singleElement()
                .satisfies(each -> assertThat(each.account().id()).isEqualTo(left.id()));
        assertThat(session.chatList().chats().get())
                .extracting(Chat::key)
                .containsExactlyInAnyOrder(left.chat(), left.room());
        assertThat(session.roster().contacts().get())
                .extracting(Contact::chat)
                .containsExactly(left.chat());
        assertThat(session.rooms().rooms().get())
                .extracting(Room::key)
                .containsExactly(left.room());
        var tabs = session.tabs().tabs().get();
        assertThat(tabs.order()).containsExactlyInAnyOrder(left.chat(), left.room());
        assertThat(tabs.order()).containsAll(tabs.selected().stream().toList()).isNotEmpty();
    }
}
