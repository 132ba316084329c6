package kith.ui.search;

import kith.model.SearchQuery;
import kith.session.archive.OlderMessages.Outcome;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/// There is no server that could be asked for more.
public final class NoServer implements OlderSearch {

    @Override
    public CompletionStage<Boolean> canAsk(SearchQuery query) {
        return CompletableFuture.completedStage(false);
    }

    @Override
    public CompletionStage<Outcome> bring(SearchQuery query, BooleanSupplier isWanted) {
        throw new AssertionError("nobody was offered that");
    }
}
