package kith.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Parent;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.session.search.SearchPage;
import kith.session.search.SearchState;
import kith.ui.fx.FxThread;
import kith.ui.fx.OnStage;
import kith.ui.text.Texts;
import kith.ui.text.Times;

import org.junit.jupiter.api.Test;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

class SearchViewTest {

    private final ImmediateLane lane = new ImmediateLane();
    private final Cell<SearchState> state = new Cell<>(lane, new SearchState.Filling(1, 2));
    private final Texts texts = Texts.of(Locale.ENGLISH);
    private final SearchViewModel model =
            new SearchViewModel(
                    state,
                    (query, skip, limit) ->
                            CompletableFuture.completedFuture(
                                    new SearchPage(List.of(), 0, 0, state.get())),
                    new NoServer(),
                    new Cell<>(lane, List.of()),
                    new Cell<>(lane, List.of()),
                    (chat, kind) -> {},
                    ZoneOffset.UTC,
                    lane);

    /// While messages are missing in the index nobody knows that none matches.
    @Test
    void saysThatNothingIsFoundOnlyOnceAllCanBe() {
        try (var stage = new OnStage(700, 500, this::page)) {
            FxThread.run(() -> model.textProperty().set("paper"));
            assertThat(said(stage)).isEqualTo("Nothing found so far");
            FxThread.run(() -> lane.execute(() -> state.set(SearchState.READY)));
            assertThat(said(stage)).isEqualTo("No messages match “paper”");
        }
    }

    private Parent page() {
        var actions =
                new SearchActions(
                        row -> {
                            throw new AssertionError("nothing is found");
                        },
                        row -> {},
                        () -> {},
                        () -> {});
        var times = new Times(InstantSource.system(), ZoneOffset.UTC, texts);
        return new SearchView(model, actions, new SimpleBooleanProperty(), texts, times);
    }

    /// What stands in place of what is found.
    private static String said(OnStage stage) {
        return FxThread.call(
                () -> {
                    var head = (TextFlow) stage.stage().getScene().lookup(".empty-head");
                    return head.getChildren().stream()
                            .map(letters -> ((Text) letters).getText())
                            .collect(Collectors.joining());
                });
    }
}
