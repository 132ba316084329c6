package kith.gallery;

import kith.model.SearchQuery;
import kith.session.archive.OlderMessages.Outcome;
import kith.ui.search.OlderSearch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/// A server that may have older messages than those that are here.
record SampleServer(SampleWorld world) implements OlderSearch {

    @Override
    public CompletionStage<Boolean> canAsk(SearchQuery query) {
        return CompletableFuture.completedStage(world.older.isPresent());
    }

    @Override
    public CompletionStage<Outcome> bring(SearchQuery query, BooleanSupplier isWanted) {
        return world.older.orElseThrow();
    }
}
