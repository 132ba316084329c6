package kith.ui.search;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import kith.base.Lane;
import kith.base.Live;
import kith.base.Subscription;
import kith.model.Author;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Contact;
import kith.model.Message;
import kith.model.SearchHit;
import kith.model.SearchQuery;
import kith.session.search.QueryText;
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
    private final Live<List<Contact>> contacts;
    private final Live<List<Chat>> chats;
    private final BiConsumer<ChatKey, Chat.Kind> open;
    private final ZoneId zone;
    private final Lane fx;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ObservableList<SearchRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper(this, "total");
    private final ReadOnlyObjectWrapper<Outcome> outcome =
            new ReadOnlyObjectWrapper<>(this, "outcome", Outcome.NOTHING_ASKED);
    private final ReadOnlyIntegerWrapper percent = new ReadOnlyIntegerWrapper(this, "percent", 100);
    private final Subscription subscription;
    private SearchQuery query = SearchQuery.NOTHING;
    private int next;
    private boolean hasMore;
    private boolean isAsking;

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
            Live<List<Contact>> contacts,
            Live<List<Chat>> chats,
            BiConsumer<ChatKey, Chat.Kind> open,
            ZoneId zone,
            Lane fx) {
        this.searching = searching;
        this.contacts = contacts;
        this.chats = chats;
        this.open = open;
        this.zone = zone;
        this.fx = fx;
        this.subscription = state.watch(fx, this::readinessChanged);
        text.subscribe(this::ask);
    }

    /// What the user writes.
    public StringProperty textProperty() {
        return text;
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
        subscription.close();
    }

    private void ask(String written) {
        query = QueryText.readUnfinished(written, zone);
        question++;
        hasMore = false;
        if (query.isEmpty()) {
            isAsking = false;
            rows.clear();
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
        hits.forEach(hit -> byKey.putIfAbsent(hit.message().key(), row(hit)));
        PATCH.apply(rows, new ArrayList<>(byKey.values()));
    }

    private SearchRow row(SearchHit hit) {
        var message = hit.message();
        var chat =
                chats.get().stream().filter(each -> each.key().equals(message.chat())).findFirst();
        return new SearchRow(
                hit,
                sender(message),
                chat.map(Chat::title).orElseGet(() -> message.chat().peer().toString()),
                chat.map(Chat::kind).orElseGet(() -> kind(message)));
    }

    private String sender(Message message) {
        Author author = message.author();
        return contacts.get().stream()
                .filter(each -> each.account().equals(message.chat().account()))
                .filter(each -> each.address().equals(author.address()))
                .map(Contact::name)
                .findFirst()
                .orElseGet(author::nick);
    }

    /// Of a chat that the list doesn't have.
    private static Chat.Kind kind(Message message) {
        return message.author().address().hasResource() ? Chat.Kind.ROOM : Chat.Kind.CONTACT;
    }

    /// As history is taken in, more may be found.
    private void readinessChanged(SearchState newest) {
        boolean wasFilling = percent.get() < 100;
        percent.set(percent(newest));
        if (wasFilling && percent.get() == 100 && !query.isEmpty()) {
            question++;
            ask(0);
        }
    }

    private static int percent(SearchState state) {
        return state instanceof SearchState.Filling(long done, long total) && done < total
                ? (int) (100 * done / total)
                : 100;
    }
}
