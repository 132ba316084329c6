package kith.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.ImmediateLane;
import kith.model.SearchQuery;
import kith.session.archive.OlderMessages.Outcome;
import kith.session.search.QueryText;
import kith.ui.search.OlderViewModel.State;

import org.junit.jupiter.api.Test;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

class OlderViewModelTest {

    private final List<String> done = new ArrayList<>();
    private final List<BooleanSupplier> wanted = new ArrayList<>();
    private CompletableFuture<Boolean> can = CompletableFuture.completedFuture(true);
    private CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final OlderViewModel model =
            new OlderViewModel(new Server(), () -> done.add("search again"), new ImmediateLane());

    @Test
    void nobodyIsAskedBeforeTheUserSaysSo() {
        look("paper");
        assertThat(state()).isEqualTo(State.OFFERED);
        assertThat(done).isEmpty();
        model.ask();
        model.ask();
        assertThat(state()).isEqualTo(State.ASKING);
        assertThat(done).containsExactly("bring paper");
        outcome.complete(Outcome.BROUGHT);
        assertThat(done).containsExactly("bring paper", "search again");
        assertThat(state()).as("there may be older ones still").isEqualTo(State.OFFERED);
    }

    @Test
    void nothingIsOfferedWhereNobodyCanBeAsked() {
        can = CompletableFuture.completedFuture(false);
        look("paper");
        assertThat(state()).isEqualTo(State.NONE);
        model.ask();
        assertThat(done).isEmpty();
    }

    @Test
    void nothingIsOfferedWhereNoWordIsLookedFor() {
        look("from:layla");
        assertThat(state()).isEqualTo(State.NONE);
        look("");
        assertThat(state()).isEqualTo(State.NONE);
    }

    @Test
    void saysThatThereIsNothingOlder() {
        look("paper");
        model.ask();
        outcome.complete(Outcome.NOTHING);
        assertThat(state()).isEqualTo(State.NOTHING);
        assertThat(done).containsExactly("bring paper");
    }

    @Test
    void asksAgainAfterARefusal() {
        look("paper");
        model.ask();
        outcome.complete(Outcome.REFUSED);
        assertThat(state()).isEqualTo(State.REFUSED);
        outcome = new CompletableFuture<>();
        model.ask();
        assertThat(state()).isEqualTo(State.ASKING);
        outcome.completeExceptionally(new IllegalStateException());
        assertThat(state()).isEqualTo(State.REFUSED);
    }

    @Test
    void whatIsStoppedIsNotWantedAnyMore() {
        look("paper");
        model.ask();
        assertThat(wanted.getFirst().getAsBoolean()).isTrue();
        model.stop();
        assertThat(wanted.getFirst().getAsBoolean()).isFalse();
        assertThat(state()).isEqualTo(State.OFFERED);
        assertThat(done).as("what is here by now").containsExactly("bring paper", "search again");
        outcome.complete(Outcome.NOTHING);
        assertThat(state()).isEqualTo(State.OFFERED);
    }

    @Test
    void norWhatWasAskedForOtherWords() {
        look("paper");
        model.ask();
        can = new CompletableFuture<>();
        look("ink");
        assertThat(wanted.getFirst().getAsBoolean()).isFalse();
        outcome.complete(Outcome.NOTHING);
        assertThat(state()).isEqualTo(State.NONE);
        can.complete(true);
        assertThat(state()).isEqualTo(State.OFFERED);
    }

    @Test
    void anAnswerToAnOlderQuestionIsNone() {
        var first = new CompletableFuture<Boolean>();
        can = first;
        look("pap");
        can = CompletableFuture.completedFuture(false);
        look("paper");
        first.complete(true);
        assertThat(state()).isEqualTo(State.NONE);
    }

    @Test
    void onceItIsClosedNothingIsWanted() {
        look("paper");
        model.ask();
        model.close();
        assertThat(wanted.getFirst().getAsBoolean()).isFalse();
    }

    private void look(String text) {
        model.look(QueryText.read(text, ZoneOffset.UTC));
    }

    private State state() {
        return model.stateProperty().get();
    }

    private final class Server implements OlderSearch {

        @Override
        public CompletionStage<Boolean> canAsk(SearchQuery query) {
            return can;
        }

        @Override
        public CompletionStage<Outcome> bring(SearchQuery query, BooleanSupplier isWanted) {
            done.add("bring " + query.terms().getFirst().text());
            wanted.add(isWanted);
            return outcome;
        }
    }
}
