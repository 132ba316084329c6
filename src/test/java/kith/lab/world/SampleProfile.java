package kith.lab.world;

import static org.awaitility.Awaitility.await;

import kith.Wiring;
import kith.desktop.Directories;
import kith.desktop.PasswordFile;
import kith.lab.LabAccount;
import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.PasswordKeeping;
import kith.model.RoomState;
import kith.model.ServerAddress;
import kith.session.Session;
import kith.session.account.Credentials;
import kith.session.feed.SessionEvent;
import kith.xmpp.link.DnsNames;
import kith.xmpp.link.TrustedCertificates;
import kith.xmpp.link.XmlLimits;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Makes Mara's profile as if she had used Kith before: signed in, in her rooms, with her history
/// and three tabs. Made with Kith's own session, so a JVM of its own.
final class SampleProfile {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private SampleProfile() {}

    /// Makes it and ends the JVM. The environment's `SSL_CERT_FILE` has to name the server's CA.
    ///
    /// @param args what `--data-dir` will name; the server's port on loopback
    public static void main(String[] args) throws IOException, InterruptedException {
        XmlLimits.lift(); // before any class that reads XML
        var directories = Directories.of(new Directories.Place.Folder(Path.of(args[0]))).create();
        var server = new ServerAddress.Given("127.0.0.1", Integer.parseInt(args[1]));
        var passwords = new PasswordFile(directories.data().resolve("passwords"));
        try (var wiring =
                Wiring.open(
                        directories.data(),
                        CompletableFuture.completedFuture(Optional.empty()),
                        passwords,
                        TrustedCertificates.ofSystem(),
                        new DnsNames())) {
            fill(wiring.session(), server);
        }
        System.exit(0); // Smack's threads would stay
    }

    private static void fill(Session session, ServerAddress server) throws InterruptedException {
        LabAccount me = SampleWorld.me();
        var caughtUp = new CountDownLatch(1);
        try (var _ =
                session.feed()
                        .listen(
                                event -> {
                                    if (event instanceof SessionEvent.CaughtUp) {
                                        caughtUp.countDown();
                                    }
                                })) {
            session.accounts()
                    .provision(
                            me.jid(), new Credentials(me.password()), server, PasswordKeeping.FILE)
                    .toCompletableFuture()
                    .join();
            session.accounts().connectAll();
            if (!caughtUp.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("Mara's history does not come");
            }
        }
        AccountId account = session.accounts().accounts().get().getFirst().account().id();
        for (var room : SampleRoom.all()) {
            session.rooms().join(account, room.jid(), SampleWorld.MY_NICK, Optional.empty());
            awaitTalk(session, new ChatKey(account, room.jid()), Talk.read(room.local()));
        }
        openTabs(session, account);
        markRead(session);
    }

    /// Waits until the room has let Mara in and its newest message is here.
    private static void awaitTalk(Session session, ChatKey room, Talk talk) {
        String newest = talk.lines().getLast().text();
        await("talk in " + room.peer())
                .atMost(PATIENCE)
                .until(() -> isJoined(session, room) && texts(session, room).contains(newest));
    }

    private static boolean isJoined(Session session, ChatKey room) {
        return session.rooms()
                .room(room)
                .get()
                .filter(it -> it.state() instanceof RoomState.Joined)
                .isPresent();
    }

    private static List<String> texts(Session session, ChatKey room) {
        var texts = new ArrayList<String>();
        session.history()
                .each(
                        Optional.of(room),
                        message -> {
                            if (message.content() instanceof Content.Text text) {
                                texts.add(text.body());
                            }
                        })
                .toCompletableFuture()
                .join();
        return texts;
    }

    /// All that is in the history by now is old.
    private static void markRead(Session session) {
        for (var chat : session.chatList().chats().get()) {
            session.chats().markRead(chat.key());
        }
        await("nothing unread")
                .atMost(PATIENCE)
                .until(
                        () ->
                                session.chatList().chats().get().stream()
                                        .allMatch(chat -> chat.unread() == 0));
    }

    private static void openTabs(Session session, AccountId account) {
        var layla = new ChatKey(account, SampleWorld.account("layla").jid());
        var olena = new ChatKey(account, SampleWorld.account("olena").jid());
        var print = new ChatKey(account, SampleRoom.all().getFirst().jid());
        session.tabs().open(olena, Chat.Kind.CONTACT);
        session.tabs().open(print, Chat.Kind.ROOM);
        session.tabs().open(layla, Chat.Kind.CONTACT);
        await("tabs").atMost(PATIENCE).until(() -> session.tabs().tabs().get().order().size() == 3);
    }
}
