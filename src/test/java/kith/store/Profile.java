package kith.store;

import kith.base.SteppedLane;
import kith.model.AccountId;
import kith.model.Author;
import kith.model.ChatKey;
import kith.model.PasswordKeeping;
import kith.model.ServerAddress;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// A database with one account in it, Juliet's, its stores, and a lane on which each [#in] is a
/// batch of its own.
final class Profile implements AutoCloseable {

    static final EntityBareJid JULIET = entity("juliet@capulet.example");
    static final EntityBareJid ROMEO = entity("romeo@montague.example");
    static final EntityBareJid ROOM = entity("balcony@rooms.example");

    static final Author ME = new Author(JULIET, Optional.empty(), true);
    static final Author HIM = new Author(ROMEO, Optional.empty(), false);

    final SteppedLane lane = new SteppedLane();
    Instant now = Instant.parse("2026-05-01T10:00:00.123Z");
    private final Function<Profile, Db> opener;
    private Db db;

    private Profile(Function<Profile, Db> opener) {
        this.opener = opener;
        this.db = opener.apply(this);
        run(Profile::makeJuliet);
    }

    static Profile inMemory() {
        return new Profile(profile -> Db.inMemory(profile.lane, () -> profile.now));
    }

    static Profile at(Path folder) {
        return new Profile(profile -> Db.open(folder, profile.lane, () -> profile.now));
    }

    static Profile onLossyDisk(Path folder) {
        return new Profile(profile -> LossyDisk.open(folder, profile.lane, () -> profile.now));
    }

    static EntityBareJid entity(String address) {
        return JidCreate.entityBareFromOrThrowUnchecked(address);
    }

    static Author occupant(String nick) {
        Jid address = JidCreate.fromOrThrowUnchecked(ROOM + "/" + nick);
        return new Author(address, Optional.empty(), false);
    }

    AccountId account() {
        return new AccountId(1);
    }

    /// The account's own archive.
    ChatKey archive() {
        return chat(JULIET);
    }

    ChatKey chat(BareJid peer) {
        return new ChatKey(account(), peer);
    }

    /// Runs the work as a batch and gives its result.
    <T> T in(Supplier<T> work) {
        var result = new AtomicReference<T>();
        lane.run(() -> result.set(work.get()));
        return result.get();
    }

    void run(Consumer<Db> work) {
        lane.run(() -> work.accept(db));
    }

    Db db() {
        return db;
    }

    /// As after a restart.
    void reopen() {
        lane.run(db::close);
        db = opener.apply(this);
    }

    @Override
    public void close() {
        lane.run(db::close);
    }

    private static void makeJuliet(Db db) {
        var accounts = new AccountStore(db);
        if (accounts.all().isEmpty()) {
            accounts.add(
                    JULIET,
                    new ServerAddress.ByDomain(),
                    Optional.empty(),
                    PasswordKeeping.ASK,
                    "Kith.balcony");
        }
    }
}
