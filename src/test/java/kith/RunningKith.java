package kith;

import static org.awaitility.Awaitility.await;

import javafx.stage.Stage;

import kith.base.Timer;
import kith.lab.LabAccount;
import kith.lab.LabCa;
import kith.lab.Ledger;
import kith.lab.XmppServer;
import kith.model.AccountId;
import kith.model.Availability;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.PasswordKeeping;
import kith.model.RoomState;
import kith.model.ServerAddress;
import kith.session.Session;
import kith.session.account.Credentials;
import kith.session.account.SecretStore;
import kith.session.export.HistoryEntry;
import kith.ui.fx.Appearance;
import kith.ui.fx.FxThread;
import kith.ui.shell.Shell;
import kith.ui.text.Texts;
import kith.xmpp.link.DnsNames;
import kith.xmpp.link.Names;
import kith.xmpp.link.TrustedCertificates;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.EntityJid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// A Kith in a folder of its own, as it runs for a user; without a window until [#show].
final class RunningKith implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    /// After which it is looked again whether something that mostly is there at once is there.
    private static final Duration SOON = Duration.ofMillis(20);

    private final Wiring wiring;

    private RunningKith(Wiring wiring) {
        this.wiring = wiring;
    }

    /// Opens the profile and connects the accounts that are in it.
    ///
    /// @param secrets outlives a restart, as a key ring does
    static RunningKith open(Path folder, XmppServer server, SecretStore secrets) {
        return open(folder, TrustedCertificates.ofBundle(server.ca().bundle()), secrets);
    }

    /// The same with servers that others vouch for.
    static RunningKith open(Path folder, TrustedCertificates trust, SecretStore secrets) {
        return open(folder, trust, new DnsNames(), secrets);
    }

    /// The same with servers that others name.
    static RunningKith open(
            Path folder, TrustedCertificates trust, Names names, SecretStore secrets) {
        return open(
                folder, trust, names, secrets, UnaryOperator.identity(), InstantSource.system());
    }

    /// The same with servers of the lab, and a time of its own.
    static RunningKith open(Path folder, LabCa ca, SecretStore secrets, UnaryOperator<Timer> time) {
        return open(folder, ca, secrets, time, InstantSource.system());
    }

    /// The same with a clock of its own, too.
    static RunningKith open(
            Path folder,
            LabCa ca,
            SecretStore secrets,
            UnaryOperator<Timer> time,
            InstantSource clock) {
        var trust = TrustedCertificates.ofBundle(ca.bundle());
        return open(folder, trust, new DnsNames(), secrets, time, clock);
    }

    private static RunningKith open(
            Path folder,
            TrustedCertificates trust,
            Names names,
            SecretStore secrets,
            UnaryOperator<Timer> time,
            InstantSource clock) {
        var kith =
                new RunningKith(
                        Wiring.open(
                                folder,
                                CompletableFuture.completedFuture(Optional.of(secrets)),
                                secrets,
                                trust,
                                names,
                                time,
                                clock));
        kith.session().accounts().connectAll();
        return kith;
    }

    /// The address of its first account.
    EntityBareJid address() {
        return session().accounts().accounts().get().getFirst().account().address();
    }

    Session session() {
        return wiring.session();
    }

    /// Adds an account and waits until it is signed in.
    AccountId add(XmppServer server, LabAccount account) {
        return add(server.address(), account);
    }

    /// The same by another way than straight to its server.
    AccountId add(InetSocketAddress at, LabAccount account) {
        return add(new ServerAddress.Given(at.getHostString(), at.getPort()), account);
    }

    /// The same at an address of any kind.
    AccountId add(ServerAddress at, LabAccount account) {
        session()
                .accounts()
                .provision(
                        account.jid(),
                        new Credentials(account.password()),
                        at,
                        PasswordKeeping.KEY_RING)
                .toCompletableFuture()
                .join();
        session().accounts().connectAll();
        return awaitOnline(account.jid());
    }

    /// Waits until the first account is signed in.
    AccountId awaitOnline() {
        await("accounts")
                .atMost(PATIENCE)
                .until(() -> !session().accounts().accounts().get().isEmpty());
        return awaitOnline(address());
    }

    /// Waits until an account is signed in.
    AccountId awaitOnline(EntityBareJid address) {
        return await("sign-in of " + address)
                .atMost(PATIENCE)
                .until(() -> online(address), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<AccountId> online(EntityBareJid address) {
        return session().accounts().accounts().get().stream()
                .filter(each -> each.account().address().equals(address))
                .filter(each -> each.connection().isOnline())
                .map(each -> each.account().id())
                .findFirst();
    }

    void awaitPresence(ChatKey contact, Availability availability) {
        await("presence of " + contact.peer())
                .atMost(PATIENCE)
                .until(
                        () ->
                                session()
                                        .roster()
                                        .contact(contact)
                                        .get()
                                        .map(each -> each.presence().availability())
                                        .equals(Optional.of(availability)));
    }

    void awaitJoined(ChatKey room) {
        await("in " + room.peer())
                .atMost(PATIENCE)
                .until(
                        () ->
                                session()
                                        .rooms()
                                        .room(room)
                                        .get()
                                        .filter(each -> each.state() instanceof RoomState.Joined)
                                        .isPresent());
    }

    void awaitSubject(ChatKey room, String subject) {
        await("subject of " + room.peer())
                .atMost(PATIENCE)
                .until(
                        () ->
                                session()
                                        .rooms()
                                        .room(room)
                                        .get()
                                        .filter(each -> each.subject().equals(subject))
                                        .isPresent());
    }

    /// Waits until it is known how long one has to wait between two messages in a room.
    void awaitPause(ChatKey room, Duration pause) {
        await("to wait " + pause)
                .atMost(PATIENCE)
                .until(
                        () ->
                                session()
                                        .roomServices()
                                        .moderation()
                                        .offers()
                                        .pause(room)
                                        .get()
                                        .equals(pause));
    }

    /// Waits until the chat holds so many texts, and none of ours waits for the server.
    void awaitTexts(ChatKey chat, int count) {
        await(count + " messages with " + chat.peer())
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(SOON)
                .until(
                        () -> {
                            var texts = texts(chat);
                            return texts.size() == count
                                    && texts.stream().allMatch(RunningKith::isSettled);
                        });
    }

    /// Whether the chat holds so many texts, and none of ours waits for the server.
    boolean hasSettled(ChatKey chat, int count) {
        var texts = texts(chat);
        return texts.size() >= count && texts.stream().allMatch(RunningKith::isSettled);
    }

    /// All messages of a chat, in the order of the timeline.
    List<Message> messages(ChatKey chat) {
        var found = new ArrayList<Message>();
        session().history().each(Optional.of(chat), found::add).toCompletableFuture().join();
        return found;
    }

    /// Those with words in them.
    List<Message> texts(ChatKey chat) {
        return messages(chat).stream()
                .filter(each -> each.content() instanceof Content.Text)
                .toList();
    }

    /// The words alone.
    List<String> bodies(ChatKey chat) {
        return texts(chat).stream().map(RunningKith::body).toList();
    }

    /// Whether it is here, or there by a receipt.
    static boolean hasArrived(Message message) {
        return !message.isMine()
                || message.delivery() instanceof Delivery.Delivered
                || message.delivery() instanceof Delivery.Read;
    }

    static String body(Message message) {
        return message.content() instanceof Content.Text(String body, _, _, _) ? body : "";
    }

    /// The same as a ledger writes it.
    ///
    /// @param conversation what the ledger calls the chat
    /// @param me what the ledger calls us
    List<Ledger.Entry> entries(ChatKey chat, String conversation, String me) {
        return texts(chat).stream()
                .map(
                        each ->
                                new Ledger.Entry(
                                        conversation,
                                        each.ids().stanza(),
                                        each.isMine() ? me : each.author().nick(),
                                        ((Content.Text) each.content()).body()))
                .toList();
    }

    void say(ChatKey chat, Chat.Kind kind, String text) {
        session().tabs().open(chat, kind);
        session().chats().send(chat, text);
    }

    /// Opens its window, as for a user; hides it when they quit.
    Stage show() {
        return show(shell -> {});
    }

    /// The same where something is done with it before it is seen.
    Stage show(Consumer<Shell> prepare) {
        return show(prepare, link -> {});
    }

    /// The same where links that lead out of it are told of.
    Stage show(Consumer<Shell> prepare, Consumer<URI> open) {
        return FxThread.call(
                () -> {
                    var stage = new Stage();
                    var shell =
                            Window.shell(
                                    stage,
                                    wiring,
                                    new Appearance(),
                                    Texts.of(Locale.ENGLISH),
                                    new ChatLinks(wiring.session()),
                                    open,
                                    stage::hide);
                    prepare.accept(shell);
                    shell.show();
                    stage.requestFocus();
                    return stage;
                });
    }

    ChatKey chat(AccountId account, BareJid peer) {
        return new ChatKey(account, peer);
    }

    @Override
    public void close() {
        wiring.close();
    }

    private static boolean isSettled(Message message) {
        return !(message.delivery() instanceof Delivery.Queued)
                && !(message.delivery() instanceof Delivery.Sending);
    }

    /// Secrets that live as long as the test.
    static final class MemorySecrets implements SecretStore {

        private final Map<EntityJid, String> passwords = new ConcurrentHashMap<>();

        @Override
        public Optional<String> find(EntityJid account) {
            return Optional.ofNullable(passwords.get(account));
        }

        @Override
        public void keep(EntityJid account, String password) {
            passwords.put(account, password);
        }

        @Override
        public void forget(EntityJid account) {
            passwords.remove(account);
        }
    }

    /// All that is known of a chat's messages, in the order of the timeline.
    List<HistoryEntry> history(ChatKey chat) {
        var found = new ArrayList<HistoryEntry>();
        var walk = session().history().walk(chat);
        try {
            while (walk.hasNext()) {
                found.addAll(walk.next());
            }
        } catch (IOException stop) {
            throw new UncheckedIOException(stop);
        }
        return found;
    }
}
