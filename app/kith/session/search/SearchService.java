package kith.session.search;

import kith.base.BatchLane;
import kith.base.Live;
import kith.base.Timer;
import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Contact;
import kith.model.Message;
import kith.model.SearchHit;
import kith.model.SearchQuery;
import kith.model.SearchTerm;
import kith.model.TextRange;
import kith.session.feed.EventFeed;
import kith.store.MessageStore;
import kith.store.SettingStore;
import kith.store.search.Found;
import kith.store.search.IndexFolder;
import kith.store.search.IndexQuery;
import kith.store.search.Order;
import kith.store.search.SearchIndex;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// Finds messages by their words, in the whole history. Any thread, but for what says otherwise.
public final class SearchService {

    /// The index is opened after so long, when the window is there, or when it is asked first.
    private static final Duration SOON = Duration.ofSeconds(3);

    private final MessageStore store;
    private final BatchLane core;
    private final Executor io;
    private final Timer timer;
    private final People people;
    private final IndexKeeper keeper;

    /// @param committed tells when what was written up to now is safe; asked on the core lane
    public SearchService(
            IndexFolder folder,
            MessageStore store,
            SettingStore settings,
            Live<List<Contact>> contacts,
            Live<List<Chat>> chats,
            Supplier<CompletionStage<Void>> committed,
            BatchLane core,
            Executor io,
            Timer timer) {
        this.store = store;
        this.core = core;
        this.io = io;
        this.timer = timer;
        this.people = new People(contacts, chats);
        this.keeper = new IndexKeeper(folder, store, settings, committed, core, io, timer);
    }

    /// How far what can be searched is what the history has.
    public Live<SearchState> state() {
        return keeper.state();
    }

    /// Begins to note what changes; before anything does.
    public void start(EventFeed feed) {
        keeper.start();
        feed.listen(keeper::heard);
    }

    /// Opens the index soon, for the first search not to wait for it.
    public void openSoon() {
        timer.after(SOON, () -> keeper.index());
    }

    /// Looks for messages.
    ///
    /// @param skip how many to leave out, of those that come first
    /// @param limit how many to give at most; fewer may come though there are others, as some were
    ///   removed
    /// @return completes off the core lane, also where nothing can be searched: the page says so
    public CompletionStage<SearchPage> search(
            SearchQuery query, SearchOrder order, int skip, int limit) {
        return search(() -> people.named(query), order(order), skip, limit);
    }

    /// Looks for messages in one chat, the newest first; as [#search].
    public CompletionStage<SearchPage> searchIn(
            ChatKey chat, SearchQuery query, int skip, int limit) {
        return search(() -> people.named(query).in(chat), Order.NEWEST, skip, limit);
    }

    /// Completes when all can be found that is in the history now, or nothing can.
    public CompletionStage<Void> upToDate() {
        return CompletableFuture.supplyAsync(keeper::upToDate, core).thenCompose(done -> done);
    }

    /// Which chats a query names; empty where it names none, and looks everywhere.
    public Optional<Set<ChatKey>> chats(SearchQuery query) {
        return people.named(query).chats();
    }

    /// Where in a text is what is looked for; in order, apart from each other.
    public static List<TextRange> marks(String text, List<SearchTerm> terms) {
        return SearchIndex.marks(text, terms);
    }

    private CompletionStage<SearchPage> search(
            Supplier<IndexQuery> asked, Order order, int skip, int limit) {
        return CompletableFuture.supplyAsync(keeper::index, core)
                .thenCompose(index -> index)
                .thenComposeAsync(
                        index ->
                                index.map(open -> ask(open, asked.get(), order, skip, limit))
                                        .orElseGet(this::unavailable),
                        io);
    }

    private CompletionStage<SearchPage> ask(
            SearchIndex index, IndexQuery asked, Order order, int skip, int limit) {
        try {
            var query = asked.query();
            var searched = state().get(); // not later: more may have come in since
            var found = index.search(asked, order, skip, limit);
            return CompletableFuture.supplyAsync(() -> messages(found), core)
                    .thenApplyAsync(
                            messages ->
                                    new SearchPage(
                                            hits(messages, query),
                                            found.total(),
                                            skip + found.messages().size(),
                                            searched),
                            io);
        } catch (IOException failure) {
            core.execute(() -> keeper.broken(index, failure));
            return unavailable();
        }
    }

    private CompletionStage<SearchPage> unavailable() {
        var state =
                state().get() instanceof SearchState.Unavailable known
                        ? known
                        : new SearchState.Unavailable(SearchState.Reason.DISK);
        return CompletableFuture.completedFuture(SearchPage.none(state));
    }

    private List<Message> messages(Found found) {
        return found.messages().stream().map(store::find).flatMap(Optional::stream).toList();
    }

    private static List<SearchHit> hits(List<Message> messages, SearchQuery query) {
        return messages.stream().map(message -> hit(message, query)).toList();
    }

    private static SearchHit hit(Message message, SearchQuery query) {
        var marks =
                message.words()
                        .map(words -> SearchIndex.marks(words, query.terms()))
                        .orElse(List.of());
        return new SearchHit(message, marks);
    }

    private static Order order(SearchOrder order) {
        return switch (order) {
            case NEWEST_FIRST -> Order.NEWEST;
            case BEST_FIRST -> Order.BEST;
        };
    }

    /// Forgets all of an account that is removed. Core lane only.
    public void forget(AccountId account) {
        keeper.forget(account);
    }

    /// The store can be used again. Core lane only.
    public void goOn() {
        keeper.wake();
    }

    /// Brings all to the disk.
    ///
    /// @return completes when that is done; nothing can be searched any more
    public CompletionStage<Void> close() {
        return keeper.close();
    }

    /// Notes that the index knows of every change, if it does; after the lanes have ended.
    public void leave() {
        keeper.leave();
    }
}
