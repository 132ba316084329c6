package kith.session.archive;

import kith.base.Subscription;
import kith.base.Timer;
import kith.model.AccountId;
import kith.model.ArchivePage;
import kith.model.ArchiveRange;
import kith.model.Refusal.Reason;
import kith.model.SyncState;
import kith.session.chat.Inbox;
import kith.store.ArchiveStore;
import kith.store.MessageStore.Direction;
import kith.xmpp.ArchiveQuery.Paging;
import kith.xmpp.IncomingMessage;
import kith.xmpp.MessageMark;
import kith.xmpp.XmppLink;
import kith.xmpp.xep.Xep0313Archive;

import org.jxmpp.jid.BareJid;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// One archive in one session: first forward from what is known to now, then backward to the
/// beginning.
///
/// A page goes into the store in the same transaction as the range that says it is there: one that
/// is lost is asked for again, and one that comes twice changes nothing. Core lane only.
final class CatchUp {

    /// How far before the last known message to look where the archive no longer knows that one.
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    /// How long after its beginning or an interruption a session may still hear what the server had
    /// to say before.
    private static final Duration SETTLING = Duration.ofSeconds(30);

    private final AccountId account;
    private final BareJid archive;
    private final boolean isToStart;
    private final XmppLink link;
    private final Xep0313Archive xep;
    private final PageReader pages;
    private final Unfinished unfinished;
    private final KnownRange known;
    private final Inbox inbox;
    private final Timer timer;
    private final Optional<Instant> waitingSince;
    private final Runnable caughtUp;
    private final Consumer<SyncState> progress;

    private boolean isThere;

    /// Whether the archive has told all up to now: what comes now continues it.
    private boolean isContinuous;

    private boolean isCaughtUp;

    /// When the first came of what may stand otherwise in the archive than it came.
    private Optional<Instant> unsure = Optional.empty();

    /// The server may still say what it had to say before.
    private boolean isSettling;

    private Subscription settling = () -> {};

    /// The archive may have more of what was missed than it was last asked for.
    private boolean isBehind;

    /// Those who wait for what was before, where that isn't read by itself.
    private final List<Runnable> wanting = new ArrayList<>();

    private boolean isStopped;

    /// @param isToStart whether to go back to the archive's beginning
    /// @param waitingSince when the first message was written of which the archive must say whether
    ///   it was sent; so far back it is read even at first, before now is reached
    /// @param caughtUp told once, when now is reached or can't be
    /// @param progress told of a reading that takes more than a page
    CatchUp(
            AccountId account,
            BareJid archive,
            boolean isToStart,
            XmppLink link,
            Xep0313Archive xep,
            ArchiveStore store,
            Inbox inbox,
            Timer timer,
            Optional<Instant> waitingSince,
            Runnable caughtUp,
            Consumer<SyncState> progress) {
        this.account = account;
        this.archive = archive;
        this.isToStart = isToStart;
        this.link = link;
        this.xep = xep;
        this.pages = new PageReader(account, archive, link, xep, inbox);
        this.unfinished = new Unfinished(timer);
        this.known = new KnownRange(account, archive, store);
        this.inbox = inbox;
        this.timer = timer;
        this.waitingSince = waitingSince;
        this.caughtUp = caughtUp;
        this.progress = progress;
    }

    AccountId account() {
        return account;
    }

    /// Whether nothing is missing before what comes now, as far as can be known.
    boolean isCaughtUp() {
        return isCaughtUp;
    }

    /// From when on all is here without a hole; empty where that is the archive's beginning, and
    /// where it is not known yet.
    Optional<Instant> wholeSince() {
        return isThere
                ? known.find().filter(it -> !it.isStartReached()).map(ArchiveRange::fromAt)
                : Optional.empty();
    }

    /// Ends it; what is still asked for changes nothing more here.
    ///
    /// @return true, so that it can be used as a condition
    boolean stop() {
        isStopped = true;
        pages.stop();
        endWanting();
        settling.close();
        unfinished.stop();
        return true;
    }

    /// A session that was lost may still come into this one, so it has to settle, too.
    void start() {
        settle();
        askWhether();
    }

    private void askWhether() {
        xep.supported(link, archive)
                .whenComplete(
                        (isSupported, failure) -> {
                            if (isStopped) {
                                return;
                            }
                            if (failure != null) {
                                if (!unfinished.takes(failure, this::askWhether)) {
                                    finish();
                                }
                            } else if (!isSupported) {
                                finish();
                            } else {
                                begin();
                            }
                        });
    }

    /// The session goes on. What the server says now it may say in another order than it happened,
    /// what was on its way when the line broke after what is new; and the line may break again
    /// before all is said. So for a while nothing that comes counts as continuing what is known;
    /// the archive is read on from there, which also puts in order what came.
    void resume() {
        settle();
        isContinuous = false;
        known.interrupt();
        isBehind = true;
        if (unfinished.isThere()) {
            unfinished.goOn();
        } else {
            catchUpAgain();
        }
    }

    /// A message came late: where it stands, the archive knows.
    void late() {
        if (isSettling) {
            catchUpAgain();
        }
    }

    private void settle() {
        settling.close();
        settling = timer.after(SETTLING, this::settled);
        isSettling = true;
    }

    private void settled() {
        isSettling = false;
        if (!isStopped) {
            catchUpAgain();
        }
    }

    private void catchUpAgain() {
        isBehind = true;
        if (isThere && !pages.isAsking() && !unfinished.isThere()) {
            forward();
        }
    }

    /// Reads a page of what was before all that is known.
    ///
    /// @param done runs when that is here, or can't be had now
    void more(Runnable done) {
        wanting.add(done);
        if (!isThere || unfinished.isThere()) {
            endWanting();
        } else if (!pages.isAsking()) {
            backward();
        }
    }

    private void endWanting() {
        var ended = List.copyOf(wanting);
        wanting.clear();
        ended.forEach(Runnable::run);
    }

    /// A message of the page that was asked for.
    void onPage(IncomingMessage message) {
        pages.add(message);
    }

    /// What that page says of how far messages have come.
    void onPage(MessageMark mark) {
        pages.add(mark);
    }

    /// A live message that the archive has under this id, and before it all that is known.
    void reached(String id, Instant at) {
        boolean isLate = unsure.filter(since -> !KnownRange.isFresh(since, at)).isPresent();
        unsure = Optional.empty();
        if (isLate) {
            isContinuous = false;
            known.interrupt();
            catchUpAgain();
        } else if (isContinuous) {
            known.addLive(id, at);
        }
    }

    /// A live message before which the archive may have something of ours that is on its way.
    /// Where the server says so only when this is not fresh any more, where that stands is to be
    /// read; where it never does, whether it is there.
    void reachedUnsurely(Instant at) {
        unsure = unsure.or(() -> Optional.of(at));
    }

    private void begin() {
        isThere = true;
        known.load();
        forward();
    }

    /// An archive that was empty up to now is asked as one that was never asked.
    private void forward() {
        isBehind = false;
        known.find()
                .ifPresentOrElse(
                        range -> read(range.toId(), Direction.OVERLAP), this::readForTheFirstTime);
    }

    private void readForTheFirstTime() {
        if (known.wasEmpty()) {
            ask(new Paging.Since(Instant.EPOCH), this::filled);
            return;
        }
        waitingSince.ifPresentOrElse(
                since -> ask(new Paging.Since(since.minus(OVERLAP)), this::again),
                () -> ask(new Paging.Newest(), this::first));
    }

    /// The newest page of an archive of which nothing is known.
    private void first(ArchivePage end) {
        var taken = pages.take(Direction.NEWEST);
        if (end.isComplete() && end.last().isEmpty()) {
            known.beginEmpty();
        } else {
            known.begin(taken, end, end.isComplete());
        }
        reachedNow();
        backward();
    }

    private void read(String after, Direction direction) {
        ask(
                new Paging.After(after),
                end -> {
                    known.addNewer(pages.take(direction), end);
                    goOn(after, end);
                });
    }

    /// The first page from a time on: nothing is known of the archive, or it has forgotten what we
    /// knew last. What is between may be gone, and stays a hole.
    private void again(ArchivePage end) {
        known.begin(pages.take(Direction.AFTER_HOLE), end, false);
        goOn("", end);
    }

    /// The first page of an archive that was empty when it was asked before.
    private void filled(ArchivePage end) {
        known.begin(pages.take(Direction.AFTER_HOLE), end, true);
        goOn("", end);
    }

    private void goOn(String before, ArchivePage end) {
        boolean hasMoved = end.last().filter(last -> !last.equals(before)).isPresent();
        // A page that doesn't move is the end, whatever it says: else a server could keep us here
        // for ever.
        if (hasMoved && !end.isComplete()) {
            known.find().ifPresent(it -> progress.accept(new SyncState.CatchingUp(it.toAt())));
            read(end.last().orElseThrow(), Direction.NEWER);
        } else if (isBehind) {
            forward();
        } else {
            reachedNow();
            backward();
        }
    }

    private void backward() {
        if (isBehind) {
            forward(); // interrupted meanwhile
        } else {
            readBackward();
        }
    }

    private void readBackward() {
        known.find()
                .filter(range -> (isToStart || !wanting.isEmpty()) && !range.isStartReached())
                .ifPresentOrElse(
                        range -> ask(new Paging.Before(range.fromId()), this::older),
                        this::endWanting);
    }

    private void older(ArchivePage end) {
        pages.take(Direction.OLDER);
        known.addOlder(end);
        endWanting();
        tellHowFarBack();
        backward();
    }

    private void tellHowFarBack() {
        known.find()
                .filter(range -> !range.isStartReached())
                .ifPresentOrElse(
                        range -> progress.accept(new SyncState.ReadingBack(range.fromAt())),
                        () -> progress.accept(SyncState.WHOLE));
    }

    private void ask(Paging paging, Consumer<ArchivePage> next) {
        pages.ask(
                paging,
                end -> {
                    unfinished.answered();
                    next.accept(end);
                },
                failure -> refused(paging, next, failure));
    }

    private void refused(Paging paging, Consumer<ArchivePage> next, Throwable failure) {
        boolean isForgotten = Unfinished.reason(failure) == Reason.NOT_FOUND;
        endWanting();
        if (unfinished.takes(failure, () -> ask(paging, next))) {
            return;
        }
        if (!isCaughtUp && isForgotten && paging instanceof Paging.After) {
            var since = known.find().orElseThrow().toAt().minus(OVERLAP); // XEP-0313 §4.3.1
            known.forget();
            ask(new Paging.Since(since), this::again);
        } else {
            progress.accept(SyncState.WHOLE); // as far as can be known
            finish();
        }
    }

    private void reachedNow() {
        isContinuous = !isSettling;
        tellHowFarBack();
        finish();
    }

    private void finish() {
        if (!isCaughtUp) {
            isCaughtUp = true;
            inbox.settle(account, archive);
            caughtUp.run();
        }
    }
}
