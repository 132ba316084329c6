package kith.session.account;

import kith.model.Account;
import kith.model.PasswordKeeping;

import org.jxmpp.jid.EntityBareJid;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// Where the accounts' passwords are kept, by the user's choice for each. Never in plain text but
/// in the file that was chosen explicitly.
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

    /// Looks for the account's password; completes on io, empty where it has to be asked for.
    CompletionStage<Optional<String>> find(Account account) {
        return inOrder(
                () -> store(account.keeping()).flatMap(store -> store.find(account.address())));
    }

    /// Keeps the password in the way that was chosen; completes on io.
    CompletionStage<Void> keep(EntityBareJid address, PasswordKeeping keeping, String password) {
        return inOrder(() -> store(keeping).ifPresent(store -> store.keep(address, password)));
    }

    /// Forgets the account's password; completes on io.
    CompletionStage<Void> forget(Account account) {
        return inOrder(
                () -> store(account.keeping()).ifPresent(store -> store.forget(account.address())));
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
