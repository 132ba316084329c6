package kith.session.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import kith.model.Account;
import kith.model.PasswordKeeping;
import kith.model.Proxy;
import kith.model.ProxyAccess;

import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.EntityJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Resourcepart;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// Where the accounts' passwords and those of their proxies are kept, by the user's choice for
/// each. Never in plain text but in the file that was chosen explicitly.
///
/// Key rings block, so asking is done on io.
public final class Passwords {

    private final CompletableFuture<Optional<SecretStore>> keyRing;
    private final SecretStore file;
    private final Executor io;
    private CompletableFuture<?> last = CompletableFuture.completedFuture(Optional.empty());

    /// @param keyRing the operating system's; empty where it has none. Looked for while the program
    ///   starts, for that takes a while
    /// @param file readable by its owner only
    public Passwords(
            CompletableFuture<Optional<SecretStore>> keyRing, SecretStore file, Executor io) {
        this.keyRing = keyRing;
        this.file = file;
        this.io = io;
    }

    /// Whether the operating system has a key ring for us. Blocks until that is known.
    public boolean hasKeyRing() {
        return keyRing.join().isPresent();
    }

    /// Looks for the account's password and its proxy's; completes on io, empty where they have to
    /// be asked for. A proxy whose password alone is missing is tried without.
    CompletionStage<Optional<Credentials>> find(Account account) {
        return inOrder(
                () -> store(account.keeping()).flatMap(store -> credentials(store, account)));
    }

    /// Keeps the passwords in the way that was chosen; completes on io.
    CompletionStage<Void> keep(
            EntityBareJid address, PasswordKeeping keeping, Credentials credentials) {
        return inOrder(() -> store(keeping).ifPresent(it -> keep(it, address, credentials)));
    }

    /// Forgets the account's passwords; completes on io.
    CompletionStage<Void> forget(Account account) {
        return inOrder(
                () ->
                        store(account.keeping())
                                .ifPresent(
                                        store -> {
                                            store.forget(account.address());
                                            forgetProxy(store, account);
                                        }));
    }

    /// Forgets the password of the account's proxy; completes on io.
    CompletionStage<Void> forgetProxy(Account account) {
        return inOrder(
                () -> store(account.keeping()).ifPresent(store -> forgetProxy(store, account)));
    }

    private static void forgetProxy(SecretStore store, Account account) {
        account.proxy().ifPresent(proxy -> store.forget(ofProxy(account.address(), proxy)));
    }

    private static Optional<Credentials> credentials(SecretStore store, Account account) {
        var address = account.address();
        var proxy =
                account.proxy().map(it -> new ProxyAccess(it, proxyPassword(store, it, address)));
        return store.find(address).map(password -> new Credentials(password, proxy));
    }

    private static String proxyPassword(SecretStore store, Proxy proxy, EntityBareJid address) {
        return proxy.user().flatMap(user -> store.find(ofProxy(address, proxy))).orElse("");
    }

    private static void keep(SecretStore store, EntityBareJid address, Credentials credentials) {
        store.keep(address, credentials.password());
        credentials
                .proxy()
                .ifPresent(
                        access -> {
                            var name = ofProxy(address, access.proxy());
                            if (access.password().isEmpty()) {
                                store.forget(name);
                            } else {
                                store.keep(name, access.password());
                            }
                        });
    }

    /// No account has such an address: accounts have no resource. Each proxy has its own, so that
    /// none is ever told another's password.
    private static EntityJid ofProxy(EntityBareJid address, Proxy proxy) {
        var all = proxy + " " + proxy.user().orElse("");
        var name = "proxy." + UUID.nameUUIDFromBytes(all.getBytes(UTF_8));
        return JidCreate.entityFullFrom(address, Resourcepart.fromOrThrowUnchecked(name));
    }

    private CompletionStage<Void> inOrder(Runnable work) {
        Supplier<Runnable> done =
                () -> {
                    work.run();
                    return work;
                };
        return inOrder(done).thenAccept(it -> {});
    }

    /// One after the other, so that what is looked for finds what was kept before.
    private synchronized <T> CompletionStage<T> inOrder(Supplier<T> work) {
        var next = last.handleAsync((done, failure) -> work.get(), io);
        last = next.handle((done, failure) -> Optional.empty());
        return next;
    }

    private Optional<SecretStore> store(PasswordKeeping keeping) {
        return switch (keeping) {
            case KEY_RING -> keyRing.join();
            case FILE -> Optional.of(file);
            case ASK -> Optional.empty();
        };
    }
}
