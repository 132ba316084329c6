package kith.ui.search;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import kith.base.Lane;
import kith.base.Live;
import kith.base.Subscription;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Contact;
import kith.model.SearchHit;
import kith.model.SearchQuery;
import kith.session.search.SearchPage;
import kith.session.search.SearchState;
import kith.ui.fx.ListPatch;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// What the user looks for in the history, and what is found.
///
/// FX thread only. [#close] with its view.
public final class SearchViewModel implements AutoCloseable {

    /// So many are asked for at a time.
    private static final int PAGE = 50;

    private static final ListPatch<SearchRow> PATCH = new ListPatch<>(SearchRow::key);

    private final Searching searching;
    private final SearchNames names;
    private final BiConsumer<ChatKey, Chat.Kind> open;
    private final Lane fx;
    private final SearchWords words;
    private final OlderViewModel older;
    private final ObservableList<SearchRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<SearchRow>> selected =
            new ReadOnlyObjectWrapper<>(this, "selected", Optional.empty());
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper(this, "total");
    private final ReadOnlyObjectWrapper<Outcome> outcome =
            new ReadOnlyObjectWrapper<>(this, "outcome", Outcome.NOTHING_ASKED);
    private final ReadOnlyIntegerWrapper percent = new ReadOnlyIntegerWrapper(this, "percent", 100);
    private final Subscription subscription;
    private SearchQuery query = SearchQuery.NOTHING;
    private int next;
    private boolean hasMore;
    private boolean isAsking;

    /// Whether history was still being taken in when the newest answer came.
    private boolean isPartial;

    /// Counts questions: an answer to an older one is not shown.
    private int question;

    /// What came of the newest question.
    public enum Outcome {
        NOTHING_ASKED,
        ASKING,
        FOUND,
        NOTHING_FOUND,
        /// Nothing can be searched now.
        UNAVAILABLE,
        /// Nothing can be searched now, as the disk is full.
        DISK_FULL
    }

    /// @param open opens a chat's tab
    /// @param zone in which the days of filters begin
    /// @param fx the FX lane; a test passes a lane that runs at once
    public SearchViewModel(
            Live<SearchState> state,
            Searching searching,
            OlderSearch older,
            Live<List<Contact>> contacts,
            Live<List<Chat>> chats,
            BiConsumer<ChatKey, Chat.Kind> open,
            ZoneId zone,
            Lane fx) {
        this.searching = searching;
        this.names = new SearchNames(contacts, chats);
        this.open = open;
        this.fx = fx;
        this.words = new SearchWords(zone);
        this.older = new OlderViewModel(older, this::again, fx);
        this.subscription = state.watch(fx, this::readinessChanged);
        words.queryProperty().subscribe(this::ask);
    }

    /// What the user looks for.
    public SearchWords words() {
        return words;
    }

    /// What servers may have beside what is found.
    public OlderViewModel older() {
        return older;
    }

    /// What the user writes.
    public StringProperty textProperty() {
        return words.textProperty();
    }

    /// Whom a filter can name, in order.
    public List<String> people() {
        return names.people();
    }

    /// Which chats a filter can name, in order.
    public List<String> places() {
        return names.places();
    }

    /// What is found, newest first; grows with [#more]. Read-only; keys are unique.
    public ObservableList<SearchRow> rows() {
        return rows;
    }

    /// How many are found, of which the rows may be some.
    public ReadOnlyIntegerProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Outcome> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /// How much of the history can be searched, in percent.
    public ReadOnlyIntegerProperty percentProperty() {
        return percent.getReadOnlyProperty();
    }

    /// The row whose message is shown among those around it; none only where nothing is found.
    public ReadOnlyObjectProperty<Optional<SearchRow>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public void select(SearchRow row) {
        selected.set(Optional.of(row));
    }

    /// Goes some rows down, as far as there are any.
    ///
    /// @param steps negative for up
    public void move(int steps) {
        if (!rows.isEmpty()) {
            int now = selected.get().map(this::place).orElse(0);
            select(rows.get(Math.clamp(now + (long) steps, 0, rows.size() - 1)));
            if (now + steps >= rows.size() - 1) {
                more();
            }
        }
    }

    /// Where a row is, counted from 0; -1 where it is no more.
    public int place(SearchRow row) {
        for (int at = 0; at < rows.size(); at++) {
            if (rows.get(at).key().equals(row.key())) {
                return at;
            }
        }
        return -1;
    }

    /// Asks for those after the last row, if there are any.
    public void more() {
        if (hasMore && !isAsking) {
            ask(next);
        }
    }

    /// Opens the chat of a row.
    public void open(SearchRow row) {
        open.accept(row.hit().message().chat(), row.kind());
    }

    @Override
    public void close() {
        question++;
        older.close();
        subscription.close();
    }

    private void ask(SearchQuery wanted) {
        query = wanted;
        question++;
        hasMore = false;
        older.look(query);
        if (query.isEmpty()) {
            isAsking = false;
            rows.clear();
            selected.set(Optional.empty());
            total.set(0);
            outcome.set(Outcome.NOTHING_ASKED);
        } else {
            if (rows.isEmpty()) {
                outcome.set(Outcome.ASKING);
            }
            ask(0);
        }
    }

    private void ask(int skip) {
        isAsking = true;
        int asked = question;
        searching
                .ask(query, skip, PAGE)
                .whenComplete(
                        (page, failure) ->
                                fx.execute(
                                        () -> {
                                            if (asked == question) {
                                                answered(Optional.ofNullable(page), skip);
                                            }
                                        }));
    }

    /// @param answer none where the question failed, which is a fault that is shown by itself
    private void answered(Optional<SearchPage> answer, int skip) {
        isAsking = false;
        isPartial = answer.filter(it -> !(it.state() instanceof SearchState.Ready)).isPresent();
        var page = answer.filter(it -> !(it.state() instanceof SearchState.Unavailable));
        hasMore = page.filter(SearchPage::hasMore).isPresent();
        next = page.map(SearchPage::next).orElse(0);
        total.set(page.map(SearchPage::total).orElse(0));
        show(page.map(SearchPage::hits).orElse(List.of()), skip);
        outcome.set(page.isEmpty() ? whyNot(answer) : found());
    }

    private Outcome found() {
        return rows.isEmpty() ? Outcome.NOTHING_FOUND : Outcome.FOUND;
    }

    private static Outcome whyNot(Optional<SearchPage> answer) {
        boolean isFull =
                answer.map(SearchPage::state)
                        .filter(new SearchState.Unavailable(SearchState.Reason.DISK_FULL)::equals)
                        .isPresent();
        return isFull ? Outcome.DISK_FULL : Outcome.UNAVAILABLE;
    }

    /// A message that came meanwhile moves the pages: what is there already is not shown twice.
    private void show(List<SearchHit> hits, int skip) {
        var byKey = new LinkedHashMap<Object, SearchRow>();
        if (skip > 0) {
            rows.forEach(row -> byKey.put(row.key(), row));
        }
        hits.forEach(hit -> byKey.putIfAbsent(hit.message().key(), names.row(hit)));
        PATCH.apply(rows, new ArrayList<>(byKey.values()));
        int now = selected.get().map(this::place).orElse(-1);
        selected.set(rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(Math.max(0, now))));
    }

    /// As history is taken in, more may be found.
    private void readinessChanged(SearchState newest) {
        boolean wasFilling = percent.get() < 100;
        percent.set(percent(newest));
        boolean isWhole = isPartial && newest instanceof SearchState.Ready;
        if ((isWhole || (wasFilling && percent.get() == 100)) && !query.isEmpty()) {
            again();
        }
    }

    private void again() {
        question++;
        ask(0);
    }

    private static int percent(SearchState state) {
        return state instanceof SearchState.Filling(long done, long total) && done < total
                ? (int) (100 * done / total)
                : 100;
    }
}
