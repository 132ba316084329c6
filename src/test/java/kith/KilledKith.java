package kith;

import kith.desktop.PasswordFile;
import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.PasswordKeeping;
import kith.model.ServerAddress;
import kith.session.Session;
import kith.session.feed.SessionEvent;
import kith.xmpp.link.TrustedCertificates;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/// A Kith without a window in a process of its own, which writes to a friend all the time and says
/// of each message when it is safe, until it is killed.
final class KilledKith {

    private KilledKith() {}

    /// Lives until it is killed.
    ///
    /// @param arguments folder, CA bundle, address, password, host, port, and the friend's address
    public static void main(String[] arguments) throws InterruptedException {
        var folder = Path.of(arguments[0]);
        var me = JidCreate.entityBareFromOrThrowUnchecked(arguments[2]);
        var secrets = new PasswordFile(folder.resolve("passwords"));
        var wiring =
                Wiring.open(
                        folder,
                        CompletableFuture.completedFuture(Optional.empty()),
                        secrets,
                        TrustedCertificates.ofBundle(Path.of(arguments[1])));
        var session = wiring.session();
        var server = new ServerAddress.Given(arguments[4], Integer.parseInt(arguments[5]));
        provision(session, me, arguments[3], server);
        session.accounts().connectAll();
        var account = session.accounts().accounts().get().getFirst().account().id();
        write(session, account, JidCreate.bareFromOrThrowUnchecked(arguments[6]));
    }

    private static void provision(
            Session session, EntityBareJid me, String password, ServerAddress server) {
        session.accounts()
                .provision(me, password, server, PasswordKeeping.FILE)
                .toCompletableFuture()
                .join();
    }

    /// One after the other, each once the one before is safe: so it never gets far ahead.
    private static void write(Session session, AccountId account, BareJid friend)
            throws InterruptedException {
        var chat = new ChatKey(account, friend);
        var safe = new LinkedBlockingQueue<String>();
        session.feed()
                .listen(
                        event -> {
                            if (event instanceof SessionEvent.MessageAdded(var message)
                                    && message.isMine()) {
                                safe.add(message.ids().stanza());
                            }
                        });
        session.tabs().open(chat, Chat.Kind.CONTACT);
        while (true) {
            session.chats().send(chat, "killed " + UUID.randomUUID());
            System.out.println("safe " + safe.take());
        }
    }
}
