package kith.ui.search;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import kith.base.Subscription;
import kith.model.MessageKey;
import kith.model.SearchQuery;
import kith.model.SearchTerm;
import kith.session.search.QueryText;
import kith.session.search.SearchPage;
import kith.session.search.SearchState;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// What the reader looks for in one chat, words or all of a thread, and at which of the messages
/// found they are.
///
/// Of words it begins with the newest, of a thread with the message that the reader came from; and
/// goes on to older ones, round and round.
///
/// FX thread only. [#close] with its bar.
public final class FindViewModel implements AutoCloseable {

    /// So many are asked for at a time.
    private static final int PAGE = 100;

    /// So many of a thread are looked through for the message that the reader came from. Some
    /// programs have a whole chat in one thread.
    private static final int FARTHEST = 1_000;

    private final FindSources sources;
    private final Subscription subscription;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper(this, "total");
    private final ReadOnlyIntegerWrapper place = new ReadOnlyIntegerWrapper(this, "place", -1);
    private final ReadOnlyObjectWrapper<Optional<MessageKey>> current =
            new ReadOnlyObjectWrapper<>(this, "current", Optional.empty());
    private final ReadOnlyObjectWrapper<Outcome> outcome =
            new ReadOnlyObjectWrapper<>(this, "outcome", Outcome.NOTHING_ASKED);
    private final List<MessageKey> found = new ArrayList<>();
    private SearchQuery query = SearchQuery.NOTHING;

    /// The message that the reader comes from, until it is found.
    private Optional<MessageKey> start = Optional.empty();

    private int next;
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
        UNAVAILABLE
    }

    public FindViewModel(FindSources sources) {
        this.sources = sources;
        text.subscribe(this::ask);
        subscription = sources.state().watch(sources.fx(), this::readinessChanged);
    }

    /// What the reader writes.
    public StringProperty textProperty() {
        return text;
    }

    /// How many messages have it.
    public ReadOnlyIntegerProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /// Which of them is the current one, counted from 0 and from the newest; -1 for none.
    public ReadOnlyIntegerProperty placeProperty() {
        return place.getReadOnlyProperty();
    }

    /// The message that the reader is at.
    public ReadOnlyObjectProperty<Optional<MessageKey>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Outcome> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /// What is to be marked in the messages.
    public List<SearchTerm> terms() {
        return query.terms();
    }

    /// Looks for all messages of a thread, instead of words.
    ///
    /// @param thread its name
    /// @param from the message of it that the reader is at, and stays at
    public void showThread(String thread, MessageKey from) {
        start = Optional.of(from);
        ask(SearchQuery.ofThread(thread));
    }

    /// Whether it is a thread that is looked for.
    public boolean isThread() {
        return query.thread().isPresent();
    }

    /// Goes to the next older message that was found; after the oldest, to the newest.
    public void older() {
        int wanted = place.get() + 1;
        if (wanted < found.size()) {
            goTo(wanted);
        } else if (next < total.get()) {
            if (!isAsking) {
                ask(next);
            }
        } else if (!found.isEmpty()) {
            goTo(0);
        }
    }

    /// Goes to the next newer one; before the newest, to the oldest of those that are known.
    public void newer() {
        if (!found.isEmpty()) {
            goTo(Math.floorMod(place.get() - 1, found.size()));
        }
    }

    @Override
    public void close() {
        subscription.close();
        question++;
    }

    /// More may be found now. The reader stays at the message that they are at.
    private void readinessChanged(SearchState newest) {
        if (isPartial && newest instanceof SearchState.Ready && !query.isEmpty()) {
            question++;
            ask(0);
        }
    }

    private void ask(String written) {
        start = Optional.empty();
        ask(QueryText.readUnfinished(written, sources.zone()));
    }

    private void ask(SearchQuery asked) {
        query = asked;
        question++;
        isAsking = false;
        isPartial = false;
        if (query.isEmpty()) {
            found.clear();
            place.set(-1);
            total.set(0);
            current.set(Optional.empty());
            outcome.set(Outcome.NOTHING_ASKED);
        } else {
            outcome.set(Outcome.ASKING);
            ask(0);
        }
    }

    private void ask(int skip) {
        isAsking = true;
        int asked = question;
        sources.searching()
                .ask(query, skip, PAGE)
                .whenComplete(
                        (page, failure) ->
                                sources.fx()
                                        .execute(
                                                () -> {
                                                    if (asked == question) {
                                                        answered(Optional.ofNullable(page), skip);
                                                    }
                                                }));
    }

    /// @param answer none where the question failed, which is a fault that is shown by itself
    private void answered(Optional<SearchPage> answer, int skip) {
        isAsking = false;
        boolean isAgain = isPartial && skip == 0;
        isPartial = answer.filter(it -> !(it.state() instanceof SearchState.Ready)).isPresent();
        var page = answer.filter(it -> !(it.state() instanceof SearchState.Unavailable));
        var known = new LinkedHashSet<>(skip > 0 ? found : List.of());
        int before = known.size();
        page.ifPresent(it -> it.hits().forEach(hit -> known.add(hit.message().key())));
        found.clear();
        found.addAll(known);
        next = page.map(SearchPage::next).orElse(0);
        total.set(page.map(SearchPage::total).orElse(0));
        if (found.isEmpty()) {
            place.set(-1);
            current.set(Optional.empty());
            outcome.set(page.isEmpty() ? Outcome.UNAVAILABLE : Outcome.NOTHING_FOUND);
        } else if (isFarFromStart() && next > skip && next < total.get()) {
            ask(next);
        } else if (start.isPresent()) {
            outcome.set(Outcome.FOUND);
            int from = start.map(found::indexOf).orElse(-1);
            start = Optional.empty();
            goTo(Math.max(from, 0));
        } else {
            outcome.set(Outcome.FOUND);
            int now = isAgain ? current.get().map(found::indexOf).orElse(-1) : -1;
            if (now >= 0) {
                place.set(now);
            } else {
                goTo(before < found.size() ? before : 0);
            }
        }
    }

    private boolean isFarFromStart() {
        return found.size() < FARTHEST && start.filter(from -> !found.contains(from)).isPresent();
    }

    private void goTo(int wanted) {
        var message = found.get(wanted);
        place.set(wanted);
        sources.around().accept(message);
        current.set(Optional.of(message));
    }
}
