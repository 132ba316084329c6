package kith.ui.search;

import kith.model.SearchQuery;
import kith.session.search.SearchPage;

import java.util.concurrent.CompletionStage;

/// Asks for a page of what a query finds; completes on any thread.
@FunctionalInterface
public interface Searching {

    /// Asks.
    ///
    /// @param skip how many to leave out, of those that come first
    /// @param limit how many at most
    CompletionStage<SearchPage> ask(SearchQuery query, int skip, int limit);
}
