package kith.ui.search;

import kith.model.SearchQuery;
import kith.session.archive.OlderMessages.Outcome;

import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/// Looks on servers for what is older than the history that is here. Both complete on any thread.
public interface OlderSearch {

    /// Whether there is any server that could be asked.
    CompletionStage<Boolean> canAsk(SearchQuery query);

    /// Asks, and brings what is found into the history.
    ///
    /// @param isWanted whether to go on; asked on any thread
    /// @return completes when it can be found
    CompletionStage<Outcome> bring(SearchQuery query, BooleanSupplier isWanted);
}
