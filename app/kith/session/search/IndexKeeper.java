package kith.session.search;

import kith.base.BatchLane;
import kith.base.Cell;
import kith.base.Live;
import kith.base.Timer;
import kith.model.AccountId;
import kith.model.MessageKey;
import kith.session.feed.SessionEvent;
import kith.store.MessageStore;
import kith.store.SettingStore;
import kith.store.search.IndexFolder;
import kith.store.search.SearchIndex;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// Keeps the index as the store is.
///
/// One thing is done at a time: what has changed goes first, then the rows after the last that is
/// known, page by page. Each is read on the core lane, waits until what was read is committed, and
/// is written on io; so no more than one page is in memory.
///
/// The index is opened when it is first asked for. Core lane only, but for what says otherwise.
final class IndexKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);

    /// What is read in one go: some milliseconds of the core lane.
    private static final int PAGE = 250;

    private static final String HISTORY = "searchIndex.history";

    private final IndexFolder folder;
    private final MessageStore store;
    private final SettingStore settings;
    private final Supplier<CompletionStage<Void>> committed;
    private final BatchLane core;
    private final IndexJobs jobs;
    private final CommitClock commits;
    private final Timer timer;
    private final Cell<SearchState> state;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final Outdated outdated = new Outdated();
    private final List<CompletableFuture<Optional<SearchIndex>>> waiting = new ArrayList<>();
    private final List<CompletableFuture<Void>> behind = new ArrayList<>();
    private Optional<SearchIndex> index = Optional.empty();
    private Walk walk = Walk.NOWHERE;

    /// Whether whoever had the index before has closed it in order, and we haven't opened it.
    private boolean wasInOrder;

    /// The last row of the page that is being written.
    private long lastRead;

    private boolean isWanted;
    private boolean isClosing;

    /// @param committed tells when what was written up to now is safe
    IndexKeeper(
            IndexFolder folder,
            MessageStore store,
            SettingStore settings,
            Supplier<CompletionStage<Void>> committed,
            BatchLane core,
            Executor io,
            Timer timer) {
        this.folder = folder;
        this.store = store;
        this.settings = settings;
        this.committed = committed;
        this.core = core;
        this.jobs = new IndexJobs(core, io);
        this.timer = timer;
        this.commits = new CommitClock(timer, this::wake);
        this.state = new Cell<>(core, SearchState.OPENING);
    }

    Live<SearchState> state() {
        return state;
    }

    /// Notes how the index was left, before anything changes. Any thread; once.
    void start() {
        try {
            wasInOrder = folder.takeCleanMark();
        } catch (IOException failure) {
            LOG.warn("the search index can't be written", failure);
        }
    }

    /// The index, as soon as it is open; empty where it can't be opened.
    CompletionStage<Optional<SearchIndex>> index() {
        isWanted = true;
        var answer = new CompletableFuture<Optional<SearchIndex>>();
        if (index.isPresent() || isClosing || state.get() instanceof SearchState.Unavailable) {
            answer.complete(index);
        } else {
            waiting.add(answer);
            wake();
        }
        return answer;
    }

    /// Completes when the index has all that is in the store now, or can't be used.
    CompletionStage<Void> upToDate() {
        var answer = new CompletableFuture<Void>();
        if (isClosing || state.get() instanceof SearchState.Unavailable) {
            answer.complete(null);
        } else {
            isWanted = true;
            behind.add(answer);
            wake();
        }
        return answer;
    }

    /// Takes in what has happened.
    void heard(SessionEvent event) {
        switch (event) {
            case SessionEvent.MessageAdded _ -> wake();
            case SessionEvent.MessageChanged(var message) -> changed(message.key());
            case SessionEvent.MessageRemoved(var message) -> changed(message.key());
            default -> {}
        }
    }

    /// Forgets all of an account that is removed.
    void forget(AccountId account) {
        outdated.add(account);
        wake();
    }

    private void changed(MessageKey message) {
        if (index.isEmpty() || message.row() <= Math.max(walk.row(), lastRead)) {
            outdated.add(message);
        }
        wake();
    }

    /// Goes on with what is to be done, if there is anything, and nothing else is being done.
    void wake() {
        if (jobs.isBusy() || !isWanted || state.get() instanceof SearchState.Unavailable) {
            return;
        }
        if (isClosing) {
            closeIndex();
        } else if (index.isEmpty()) {
            open();
        } else {
            work(index.get());
        }
    }

    private void open() {
        var history = history();
        var last = store.last().map(MessageKey::row).orElse(0L);
        jobs.await(
                committed.get(),
                () ->
                        jobs.run(
                                () -> folder.open(history),
                                opened -> opened(opened, last),
                                this::failed),
                this::wakeIfClosing);
    }

    /// What the history is called, lest the index of another is taken for its own.
    private String history() {
        return settings.get(HISTORY)
                .orElseGet(
                        () -> {
                            var name = UUID.randomUUID().toString();
                            settings.put(HISTORY, name);
                            return name;
                        });
    }

    private void opened(SearchIndex opened, long last) {
        boolean isInOrder = wasInOrder && !outdated.isTooMany() && opened.row() <= last;
        wasInOrder = false;
        walk = isInOrder ? Walk.onFrom(opened.row(), last) : Walk.again(opened.row(), last);
        if (!isInOrder) {
            outdated.clearMessages(); // all of them are looked at
        }
        index = Optional.of(opened);
        state.set(walk.state());
        answer();
        wake();
    }

    private void work(SearchIndex index) {
        if (outdated.isTooMany()) {
            walk = walk.again();
            outdated.clearMessages();
        }
        if (commits.isDue()) {
            commit(index);
        } else if (outdated.isEmpty()) {
            readOn(index);
        } else {
            bringUpToDate(index);
        }
    }

    private void commit(SearchIndex index) {
        long upTo = walk.upTo();
        jobs.run(
                () -> index.commit(upTo),
                () -> {
                    commits.done();
                    wake();
                },
                this::failed);
    }

    /// What is beyond the walk is taken in when it comes there.
    private void bringUpToDate(SearchIndex index) {
        var batch = outdated.first(PAGE);
        var now =
                batch.messages().stream()
                        .filter(walk::hasSeen)
                        .map(store::find)
                        .flatMap(Optional::stream)
                        .toList();
        outdated.remove(batch);
        jobs.await(
                committed.get(),
                () -> jobs.run(() -> batch.write(index, now), () -> written(walk, 0), this::failed),
                () -> {
                    outdated.add(batch);
                    wakeIfClosing();
                });
    }

    private void readOn(SearchIndex index) {
        var from = walk;
        var page = store.written(new MessageKey(from.row()), PAGE);
        var to = from.after(page, page.size() < PAGE);
        lastRead = to.row();
        var served = List.copyOf(behind); // whoever asks later may mean what comes later
        jobs.await(
                committed.get(),
                () -> {
                    if (page.isEmpty() && from.isWhole()) {
                        caughtUp();
                        complete(served);
                        return;
                    }
                    jobs.run(
                            () -> from.write(index, page, to),
                            () -> written(to, page.size()),
                            this::failed);
                },
                this::wakeIfClosing);
    }

    private void written(Walk now, int rows) {
        walk = now;
        commits.written(rows);
        if (!(state.get() instanceof SearchState.Ready)) {
            state.set(walk.state());
        }
        wake();
    }

    private void caughtUp() {
        commits.rest();
        if (!(state.get() instanceof SearchState.Ready)) {
            LOG.debug("the search index knows {} rows", walk.row());
            state.set(SearchState.READY);
        }
        wakeIfClosing();
    }

    private void complete(List<CompletableFuture<Void>> served) {
        served.forEach(each -> each.complete(null));
        behind.removeIf(CompletableFuture::isDone);
        if (!behind.isEmpty()) {
            wake();
        }
    }

    private void wakeIfClosing() {
        if (isClosing) {
            wake();
        }
    }

    /// Without an index until it can be opened again: then nobody knows what it has missed.
    private void failed(Throwable failure) {
        LOG.warn("the search index can't be used", failure);
        index.ifPresent(jobs::discard);
        index = Optional.empty();
        commits.done();
        state.set(new SearchState.Unavailable(IndexJobs.reason(failure)));
        answer();
        if (isClosing) {
            closed.complete(null);
            return;
        }
        timer.after(
                IndexJobs.AGAIN,
                () -> {
                    state.set(SearchState.OPENING);
                    wake();
                });
    }

    /// What was found broken while it was read is opened anew, and so made anew.
    void broken(SearchIndex read, Throwable failure) {
        if (index.filter(read::equals).isPresent() && !jobs.isBusy()) {
            failed(failure);
        }
    }

    private void answer() {
        waiting.forEach(each -> each.complete(index));
        waiting.clear();
        if (index.isEmpty()) {
            complete(List.copyOf(behind));
        }
    }

    /// Brings all to the disk and closes it. Any thread.
    ///
    /// @return completes when it is closed
    CompletionStage<Void> close() {
        core.execute(
                () -> {
                    isClosing = true;
                    answer();
                    if (!jobs.isBusy()) {
                        closeIndex();
                    }
                });
        return closed;
    }

    private void closeIndex() {
        if (index.isEmpty()) {
            closed.complete(null);
            return;
        }
        var last = index.get();
        long upTo = walk.upTo();
        jobs.run(
                () -> {
                    last.commit(upTo);
                    last.close();
                },
                () -> {
                    index = Optional.empty();
                    wasInOrder = walk.isWhole();
                    closed.complete(null);
                },
                this::failed);
    }

    /// Notes how it was left, when nothing changes any more: the lanes have ended.
    void leave() {
        if (wasInOrder && outdated.isEmpty()) {
            try {
                folder.leaveCleanMark();
            } catch (IOException failure) {
                LOG.warn("the search index can't be written", failure);
            }
        }
    }
}
