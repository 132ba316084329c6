package kith.ui.search;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import kith.base.Lane;
import kith.model.SearchQuery;
import kith.session.archive.OlderMessages.Outcome;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// What servers may have that is older than what a search looks through, for one query after the
/// other. A server is asked only when the user says so: it learns what they look for.
///
/// FX thread only.
public final class OlderViewModel {

    private final OlderSearch older;
    private final Runnable brought;
    private final Lane fx;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(this, "state", State.NONE);
    private SearchQuery query = SearchQuery.NOTHING;

    /// Counts questions: nothing more is done for an older one. Read on any thread.
    private final AtomicInteger question = new AtomicInteger();

    /// How it stands.
    public enum State {
        /// There is nothing to ask, or nobody.
        NONE,
        OFFERED,
        ASKING,
        /// There are no older ones.
        NOTHING,
        /// A server didn't say.
        REFUSED
    }

    /// @param brought is told when there is more to be found
    OlderViewModel(OlderSearch older, Runnable brought, Lane fx) {
        this.older = older;
        this.brought = brought;
        this.fx = fx;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Something else is looked for; what is being brought for the last isn't wanted any more.
    void look(SearchQuery wanted) {
        query = wanted;
        int asked = question.incrementAndGet();
        state.set(State.NONE);
        if (query.terms().isEmpty()) {
            return;
        }
        older.canAsk(query)
                .whenComplete(
                        (can, failure) ->
                                answer(
                                        asked,
                                        () ->
                                                state.set(
                                                        failure == null && can
                                                                ? State.OFFERED
                                                                : State.NONE)));
    }

    /// Asks the servers.
    public void ask() {
        if (state.get() != State.OFFERED && state.get() != State.REFUSED) {
            return;
        }
        int asked = question.incrementAndGet();
        state.set(State.ASKING);
        older.bring(query, () -> question.get() == asked)
                .whenComplete(
                        (outcome, failure) ->
                                answer(asked, () -> answered(Optional.ofNullable(outcome))));
    }

    /// Waits for nothing more. What is here by now can be found.
    public void stop() {
        if (state.get() == State.ASKING) {
            brought.run();
            look(query);
        }
    }

    /// Ends it.
    void close() {
        question.incrementAndGet();
    }

    private void answer(int asked, Runnable answer) {
        fx.execute(
                () -> {
                    if (question.get() == asked) {
                        answer.run();
                    }
                });
    }

    /// @param outcome none where asking failed, which is a fault that is shown by itself
    private void answered(Optional<Outcome> outcome) {
        switch (outcome.orElse(Outcome.REFUSED)) {
            case BROUGHT -> {
                brought.run();
                look(query);
            }
            case NOTHING -> state.set(State.NOTHING);
            case REFUSED -> state.set(State.REFUSED);
        }
    }
}
