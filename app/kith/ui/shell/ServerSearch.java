package kith.ui.shell;

import kith.model.SearchQuery;
import kith.model.SearchTerm;
import kith.session.archive.OlderMessages;
import kith.session.archive.OlderMessages.Outcome;
import kith.session.search.SearchService;
import kith.ui.search.OlderSearch;

import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/// Asks servers for what a search is for, and waits until it can be found here. Any thread.
record ServerSearch(SearchService search, OlderMessages older) implements OlderSearch {

    @Override
    public CompletionStage<Boolean> canAsk(SearchQuery query) {
        return older.canAsk(search.chats(query));
    }

    @Override
    public CompletionStage<Outcome> bring(SearchQuery query, BooleanSupplier isWanted) {
        return older.bring(words(query), search.chats(query), isWanted)
                .thenCompose(outcome -> search.upToDate().thenApply(_ -> outcome));
    }

    private static String words(SearchQuery query) {
        return query.terms().stream().map(SearchTerm::text).collect(Collectors.joining(" "));
    }
}
