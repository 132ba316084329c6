package kith;

import kith.desktop.PasswordFile;
import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageKey;
import kith.model.PasswordKeeping;
import kith.model.ServerAddress;
import kith.session.Session;
import kith.session.account.Credentials;
import kith.session.feed.SessionEvent;
import kith.xmpp.link.DnsNames;
import kith.xmpp.link.TrustedCertificates;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/// A Kith without a window in a process of its own, which writes to a friend all the time and says
/// of each message when it is safe, and how many it has of the friend's, until it is killed; first
/// how long the store took to open, in ms.
final class KilledKith {

    private KilledKith() {}

    /// Lives until it is killed.
    ///
    /// @param arguments folder, CA bundle, address, password, host, port, the friend's address, and
    ///   which of its lives this is
    public static void main(String[] arguments) throws InterruptedException {
        var folder = Path.of(arguments[0]);
        var me = JidCreate.entityBareFromOrThrowUnchecked(arguments[2]);
        var secrets = new PasswordFile(folder.resolve("passwords"));
        long begin = System.nanoTime();
        var wiring =
                Wiring.open(
                        folder,
                        CompletableFuture.completedFuture(Optional.empty()),
                        secrets,
                        TrustedCertificates.ofBundle(Path.of(arguments[1])),
                        new DnsNames());
        System.out.println("open " + (System.nanoTime() - begin) / 1_000_000);
        var session = wiring.session();
        var server = new ServerAddress.Given(arguments[4], Integer.parseInt(arguments[5]));
        provision(session, me, arguments[3], server);
        session.accounts().connectAll();
        var account = session.accounts().accounts().get().getFirst().account().id();
        write(session, account, JidCreate.bareFromOrThrowUnchecked(arguments[6]), arguments[7]);
    }

    private static void provision(
            Session session, EntityBareJid me, String password, ServerAddress server) {
        session.accounts()
                .provision(me, new Credentials(password), server, PasswordKeeping.FILE)
                .toCompletableFuture()
                .join();
    }

    /// One after the other, each once the one before is safe and few enough are not on the server:
    /// else it would spend its lives writing and never send.
    private static void write(Session session, AccountId account, BareJid friend, String life)
            throws InterruptedException {
        var chat = new ChatKey(account, friend);
        var safe = new LinkedBlockingQueue<String>();
        var his = new HashSet<String>(); // on the core lane
        var unsent = new Unsent();
        session.feed()
                .listen(
                        event -> {
                            switch (event) {
                                case SessionEvent.MessageAdded(var message) -> {
                                    note(message, safe, his);
                                    unsent.note(message);
                                }
                                case SessionEvent.MessageChanged(var message) ->
                                        unsent.note(message);
                                default -> {} // of no interest here
                            }
                        });
        session.history()
                .each(
                        Optional.of(chat),
                        message -> {
                            note(message, new ArrayDeque<>(), his);
                            unsent.note(message);
                        })
                .toCompletableFuture()
                .join();
        session.tabs().open(chat, Chat.Kind.CONTACT);
        for (long number = 0; true; number++) {
            unsent.awaitFew();
            session.chats().send(chat, "life %s, %d".formatted(life, number));
            System.out.println("safe " + safe.take());
        }
    }

    private static void note(Message message, Queue<String> mine, Set<String> his) {
        if (message.isMine()) {
            mine.add(message.ids().stanza());
        } else if (his.add(message.ids().stanza())) {
            System.out.println("has " + his.size());
        }
    }

    /// Which of its messages are not on the server yet.
    private static final class Unsent {

        private static final int MOST = 300;

        private final Set<MessageKey> unsent = new HashSet<>();

        synchronized void note(Message message) {
            boolean isUnsent =
                    message.delivery() instanceof Delivery.Queued
                            || message.delivery() instanceof Delivery.Sending;
            if (message.isMine() && isUnsent) {
                unsent.add(message.key());
            } else {
                unsent.remove(message.key());
            }
            notifyAll();
        }

        synchronized void awaitFew() throws InterruptedException {
            while (unsent.size() >= MOST) {
                wait();
            }
        }
    }
}
