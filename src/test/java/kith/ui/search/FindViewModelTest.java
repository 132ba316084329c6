package kith.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.model.AccountId;
import kith.model.Author;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.MessageKey;
import kith.model.SearchHit;
import kith.model.SearchQuery;
import kith.session.search.SearchPage;
import kith.session.search.SearchState;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;

class FindViewModelTest {

    private static final BareJid LAYLA = JidCreate.bareFromOrThrowUnchecked("layla@cedar.example");

    private final List<SearchQuery> asked = new ArrayList<>();
    private final List<Integer> skips = new ArrayList<>();
    private final List<CompletableFuture<SearchPage>> answers = new ArrayList<>();
    private final List<Long> reached = new ArrayList<>();
    private final ImmediateLane lane = new ImmediateLane();
    private final Cell<SearchState> state = new Cell<>(lane, SearchState.OPENING);
    private final FindViewModel model =
            new FindViewModel(
                    new FindSources(
                            (query, skip, limit) -> {
                                asked.add(query);
                                skips.add(skip);
                                answers.add(new CompletableFuture<>());
                                return answers.getLast();
                            },
                            state,
                            message -> reached.add(message.row()),
                            ZoneOffset.UTC,
                            lane));

    @Test
    void goesFromTheNewestToOlderOnesRoundAndRound() {
        model.textProperty().set("paper");
        answer(3, 3, 9, 8, 7);
        assertThat(model.totalProperty().get()).isEqualTo(3);
        model.older();
        model.older();
        model.older();
        model.newer();
        assertThat(reached).containsExactly(9L, 8L, 7L, 9L, 7L);
        assertThat(model.placeProperty().get()).isEqualTo(2);
        assertThat(model.currentProperty().get()).contains(new MessageKey(7));
    }

    @Test
    void asksForOlderOnesAfterTheLastThatItHas() {
        model.textProperty().set("paper");
        answer(4, 2, 9, 8);
        model.older();
        model.older();
        model.older();
        assertThat(skips).containsExactly(0, 2);
        answer(4, 4, 8, 5);
        assertThat(reached).containsExactly(9L, 8L, 5L);
    }

    @Test
    void anOldAnswerIsNotShownAndNothingIsSaid() {
        model.textProperty().set("pap");
        model.textProperty().set("papr");
        answers.getFirst().complete(page(SearchState.READY, 1, 1, 4));
        assertThat(model.outcomeProperty().get()).isEqualTo(FindViewModel.Outcome.ASKING);
        answer(0, 0);
        assertThat(model.outcomeProperty().get()).isEqualTo(FindViewModel.Outcome.NOTHING_FOUND);
        model.older();
        model.newer();
        assertThat(reached).isEmpty();
        model.textProperty().set("");
        assertThat(model.outcomeProperty().get()).isEqualTo(FindViewModel.Outcome.NOTHING_ASKED);
    }

    @Test
    void saysWhenItCannotBeSearched() {
        model.textProperty().set("paper");
        answers.getLast().completeExceptionally(new IllegalStateException("broken"));
        assertThat(model.outcomeProperty().get()).isEqualTo(FindViewModel.Outcome.UNAVAILABLE);
        model.textProperty().set("paper o");
        model.close();
        answer(1, 1, 4);
        assertThat(reached).isEmpty();
    }

    @Test
    void asksAgainOnceAllOfTheHistoryCanBeSearched() {
        model.textProperty().set("paper");
        answers.getLast().complete(page(new SearchState.Filling(0, 9), 0, 0));
        assertThat(model.outcomeProperty().get()).isEqualTo(FindViewModel.Outcome.NOTHING_FOUND);
        readiness(new SearchState.Filling(5, 9));
        assertThat(skips).containsExactly(0);
        readiness(SearchState.READY);
        answer(1, 1, 4);
        assertThat(model.outcomeProperty().get()).isEqualTo(FindViewModel.Outcome.FOUND);
        assertThat(reached).containsExactly(4L);
        readiness(new SearchState.Filling(9, 9));
        readiness(SearchState.READY);
        assertThat(skips).containsExactly(0, 0);
    }

    @Test
    void whereMoreIsFoundThenTheReaderStaysWhereTheyAre() {
        model.textProperty().set("paper");
        answers.getLast().complete(page(new SearchState.Filling(0, 9), 2, 2, 8, 4));
        model.older();
        readiness(SearchState.READY);
        answer(3, 3, 9, 8, 4);
        assertThat(reached).containsExactly(8L, 4L);
        assertThat(model.placeProperty().get()).isEqualTo(2);
        assertThat(model.currentProperty().get()).contains(new MessageKey(4));
    }

    @Test
    void ofAThreadTheReaderStaysAtTheMessageThatTheyCameFrom() {
        model.showThread("t-1", new MessageKey(5));
        assertThat(asked).containsExactly(SearchQuery.ofThread("t-1"));
        assertThat(model.isThread()).isTrue();
        assertThat(model.terms()).isEmpty();
        answer(3, 3, 8, 5, 2);
        assertThat(model.placeProperty().get()).isEqualTo(1);
        model.older();
        model.older();
        assertThat(reached).containsExactly(5L, 2L, 8L);
    }

    @Test
    void looksThroughALongThreadForThatMessage() {
        model.showThread("t-1", new MessageKey(3));
        answer(5, 2, 9, 8);
        assertThat(model.outcomeProperty().get()).isEqualTo(FindViewModel.Outcome.ASKING);
        answer(5, 4, 7, 3);
        assertThat(skips).containsExactly(0, 2);
        assertThat(model.outcomeProperty().get()).isEqualTo(FindViewModel.Outcome.FOUND);
        assertThat(model.placeProperty().get()).isEqualTo(3);
        model.newer();
        assertThat(reached).containsExactly(3L, 7L);
    }

    @Test
    void beginsWithTheNewestWhereThatMessageIsTooFarOrGone() {
        model.showThread("t-1", new MessageKey(1));
        answer(2_000, 1_000, LongStream.range(0, 1_000).map(at -> 3_000 - at).toArray());
        assertThat(skips).containsExactly(0);
        assertThat(reached).containsExactly(3_000L);
        model.showThread("t-2", new MessageKey(1));
        answer(1, 1, 7);
        assertThat(reached).containsExactly(3_000L, 7L);
        assertThat(model.totalProperty().get()).isEqualTo(1);
    }

    private void readiness(SearchState newest) {
        lane.execute(() -> state.set(newest));
    }

    private void answer(int total, int next, long... rows) {
        answers.getLast().complete(page(SearchState.READY, total, next, rows));
    }

    private static SearchPage page(SearchState state, int total, int next, long... rows) {
        var hits =
                LongStream.of(rows)
                        .mapToObj(row -> new SearchHit(message(row), List.of()))
                        .toList();
        return new SearchPage(hits, total, next, state);
    }

    private static Message message(long row) {
        return new Message(
                new MessageKey(row),
                new ChatKey(new AccountId(1), LAYLA),
                MessageIds.own("id-" + row),
                new Author(LAYLA, Optional.empty(), false),
                Instant.parse("2026-09-01T10:00:00Z"),
                row,
                new Content.Text("paper"),
                Delivery.RECEIVED);
    }
}
