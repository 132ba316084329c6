package kith.session.archive;

import kith.model.AccountId;
import kith.model.ArchivePage;
import kith.model.ArchiveRange;
import kith.store.ArchiveStore;
import kith.xmpp.IncomingMessage;

import org.jxmpp.jid.BareJid;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// What is known of one archive up to now without a hole, in the store as an [ArchiveRange]: how it
/// begins and grows at both ends. When to ask for what, [CatchUp] decides.
///
/// Its end towards now stays before the newest seconds. Every change is to be made in the
/// transaction that takes in the messages it speaks of. Core lane only.
final class KnownRange {

    /// Servers may write down messages that come at the same time in another order than they
    /// number them, a busy one some later; so what is newer than this is read again.
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final AccountId account;
    private final BareJid archive;
    private final ArchiveStore store;
    private Optional<ArchiveRange> range = Optional.empty();

    private boolean wasEmpty;

    /// What came live since the end of the range and is still fresh, in the order it came.
    private final Deque<Place> fresh = new ArrayDeque<>();

    KnownRange(AccountId account, BareJid archive, ArchiveStore store) {
        this.account = account;
        this.archive = archive;
        this.store = store;
    }

    /// A message in the archive.
    private record Place(String id, Instant at) {

        static Optional<Place> of(IncomingMessage message) {
            return message.ids().archive().map(id -> new Place(id, message.at()));
        }
    }

    /// Takes up what an earlier session knew last.
    void load() {
        range = store.newest(account, archive);
        wasEmpty = range.filter(ArchiveRange::isEmpty).isPresent();
        if (wasEmpty) {
            range = Optional.empty();
        }
    }

    /// The archive is empty: all that it will have is new.
    void beginEmpty() {
        if (!wasEmpty) {
            wasEmpty = true;
            store.add(account, archive, "", Instant.EPOCH, "", Instant.EPOCH, true);
        }
    }

    /// Whether the archive was asked and had nothing.
    boolean wasEmpty() {
        return wasEmpty;
    }

    /// Nothing is known up to now: the archive has forgotten what was. That stays in the store, and
    /// a hole after it.
    void forget() {
        range = Optional.empty();
    }

    /// Empty where nothing is known.
    Optional<ArchiveRange> find() {
        return range;
    }

    /// Begins with a page, of messages in the archive's order; an empty one is no beginning.
    void begin(List<IncomingMessage> page, ArchivePage end, boolean isStartReached) {
        beforeFresh(page, end)
                .ifPresent(
                        to ->
                                begin(
                                        new Place(end.first().orElse(to.id()), end.firstAt()),
                                        to,
                                        isStartReached));
    }

    /// A page that follows it, or begins within it.
    void addNewer(List<IncomingMessage> page, ArchivePage end) {
        beforeFresh(page, end).ifPresent(this::reach);
    }

    /// The page before it. One that brings nothing older is the beginning of the archive.
    void addOlder(ArchivePage end) {
        var known = range.orElseThrow();
        boolean hasMoved = end.first().filter(first -> !first.equals(known.fromId())).isPresent();
        keep(
                hasMoved
                        ? known.from(end.first().orElseThrow(), end.firstAt(), end.isComplete())
                        : known.from(known.fromId(), known.fromAt(), true));
        removeCovered();
    }

    /// A live message that follows all that is known. With it an archive begins that was empty.
    void addLive(String id, Instant at) {
        var place = new Place(id, at);
        if (range.isEmpty()) {
            begin(place, place, true);
        }
        fresh.add(place);
        var old = at.minus(FRESH);
        var end = Optional.<Place>empty();
        while (!fresh.getFirst().at().isAfter(old)) {
            end = Optional.of(fresh.removeFirst());
        }
        end.ifPresent(this::reach);
    }

    /// Whether what came then is read again, where this is the newest.
    static boolean isFresh(Instant then, Instant newest) {
        return then.isAfter(newest.minus(FRESH));
    }

    /// What comes live from now on may not follow what came before.
    void interrupt() {
        fresh.clear();
    }

    private void begin(Place from, Place to, boolean isStartReached) {
        if (wasEmpty) {
            store.ranges(account, archive).forEach(store::remove);
            wasEmpty = false;
        }
        range =
                Optional.of(
                        store.add(
                                account,
                                archive,
                                from.id(),
                                from.at(),
                                to.id(),
                                to.at(),
                                isStartReached));
    }

    /// The last of a page that is not fresh; its first, if all are.
    private static Optional<Place> beforeFresh(List<IncomingMessage> page, ArchivePage end) {
        var old = end.lastAt().minus(FRESH);
        return page.reversed().stream()
                .filter(message -> !message.at().isAfter(old))
                .flatMap(message -> Place.of(message).stream())
                .findFirst()
                .or(() -> end.first().map(first -> new Place(first, end.firstAt())));
    }

    private void reach(Place place) {
        keep(range.orElseThrow().to(place.id(), place.at()));
    }

    private void keep(ArchiveRange grown) {
        range = Optional.of(grown);
        store.put(grown);
    }

    /// What was known before a hole is now part of what is known without one; also where
    /// the archive no longer has its beginning. A hole that the archive can't fill stays one.
    private void removeCovered() {
        var now = range.orElseThrow();
        for (var older : store.ranges(account, archive)) {
            boolean isMet = now.isStartReached() && !older.toAt().isBefore(now.fromAt());
            if (older.row() != now.row() && (isMet || !older.fromAt().isBefore(now.fromAt()))) {
                store.remove(older);
            }
        }
    }
}
