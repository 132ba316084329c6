package kith;

import kith.base.Lane;
import kith.base.Subscription;
import kith.cli.RequestHandler;
import kith.cli.Workplace;
import kith.desktop.ClaimedInstance;
import kith.desktop.Directories;
import kith.desktop.PasswordFile;
import kith.desktop.SessionBus;
import kith.desktop.keyring.SecretServiceKeyRing;
import kith.session.Session;
import kith.session.account.SecretStore;
import kith.xmpp.link.DnsNames;
import kith.xmpp.link.TrustedCertificates;

import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/// A profile that this process has to itself, with the session that runs on it.
final class OpenProfile implements Workplace.Here {

    private final ClaimedInstance claim;
    private final Wiring wiring;
    private final CompletableFuture<Void> ending;
    private final List<Subscription> listening = new ArrayList<>();
    private final AtomicBoolean isClosed = new AtomicBoolean();

    private OpenProfile(ClaimedInstance claim, Wiring wiring, CompletableFuture<Void> ending) {
        this.claim = claim;
        this.wiring = wiring;
        this.ending = ending;
    }

    /// Opens it; connects nothing. Blocks while the store opens. What fails from then on in threads
    /// that are not its own, the toolkit's and those of libraries, is a fault of its session, too.
    ///
    /// @param ending completes when the process is asked to end
    /// @throws kith.store.StoreException where the store can't be opened; says why
    static OpenProfile open(
            Directories directories, ClaimedInstance claim, CompletableFuture<Void> ending) {
        var keyRing = CompletableFuture.supplyAsync(OpenProfile::keyRing);
        var file = new PasswordFile(directories.data().resolve("passwords"));
        var wiring =
                Wiring.open(
                        directories.data(),
                        keyRing,
                        file,
                        TrustedCertificates.ofSystem(),
                        new DnsNames());
        Thread.setDefaultUncaughtExceptionHandler(
                (_, failure) -> wiring.session().faults().accept(failure));
        return new OpenProfile(claim, wiring, ending);
    }

    Wiring wiring() {
        return wiring;
    }

    @Override
    public Session session() {
        return wiring.session();
    }

    @Override
    public Lane core() {
        return wiring.lanes().core();
    }

    @Override
    public Executor io() {
        return wiring.lanes().io();
    }

    @Override
    public InstantSource clock() {
        return InstantSource.system();
    }

    /// Without a socket later starts can't be heard, and all else works.
    @Override
    public void listen(RequestHandler handler) {
        try {
            listening.add(claim.listen(handler::handle, io()));
        } catch (IOException deaf) {
            LoggerFactory.getLogger(OpenProfile.class).warn("Later starts can't be heard", deaf);
        }
    }

    @Override
    public CompletableFuture<Void> ending() {
        return ending;
    }

    /// Closing twice does nothing more.
    @Override
    public void close() {
        if (!isClosed.compareAndSet(false, true)) {
            return;
        }
        listening.forEach(Subscription::close);
        wiring.close();
        try {
            claim.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Optional<SecretStore> keyRing() {
        return SessionBus.find(System.getenv())
                .map(SecretServiceKeyRing::new)
                .filter(SecretServiceKeyRing::isAvailable)
                .map(ring -> ring);
    }
}
