package kith.cli;

import com.google.gson.JsonObject;

import kith.base.Lane;
import kith.session.Session;
import kith.session.search.QueryText;
import kith.session.search.SearchOrder;
import kith.session.search.SearchPage;
import kith.session.search.SearchState;

import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/// Finds messages, once all of the history can be searched.
final class SearchRequests {

    private static final int PAGE = 100;

    private final Session session;
    private final Lane core;

    SearchRequests(Session session, Lane core) {
        this.session = session;
        this.core = core;
    }

    void search(Request.Search request, Answer answer) {
        page(request, 0, 1); // opens what is to be searched
        awaitReady(request);
        var messages = new MessageJson(session.exports().names());
        int left = request.limit();
        var page = page(request, 0, Math.min(PAGE, left));
        while (true) {
            for (var hit : page.hits()) {
                var json = new JsonObject();
                messages.write(hit.message(), json);
                answer.line(Json.line(json));
            }
            left -= page.hits().size();
            if (left <= 0 || !page.hasMore()) {
                return;
            }
            page = page(request, page.next(), Math.min(PAGE, left));
        }
    }

    private void awaitReady(Request.Search request) {
        var settled = new CompletableFuture<SearchState>();
        var watch =
                session.search()
                        .state()
                        .watch(
                                core,
                                state -> {
                                    if (state instanceof SearchState.Ready
                                            || state instanceof SearchState.Unavailable) {
                                        settled.complete(state);
                                    }
                                });
        try (watch) {
            var state =
                    settled.completeOnTimeout(
                                    session.search().state().get(),
                                    request.patience().toSeconds(),
                                    TimeUnit.SECONDS)
                            .join();
            if (!(state instanceof SearchState.Ready)) {
                throw notReady(state);
            }
        }
    }

    private static CommandFailed notReady(SearchState state) {
        return state instanceof SearchState.Unavailable(var reason)
                ? new CommandFailed(
                        ExitCode.FAILED,
                        switch (reason) {
                            case DISK_FULL -> "can't search: the disk is full";
                            case DISK -> "can't search: its files can't be read or written";
                        })
                : new CommandFailed(ExitCode.TIMED_OUT, "the history is not ready to be searched");
    }

    private SearchPage page(Request.Search request, int skip, int limit) {
        try {
            return session.search()
                    .search(
                            QueryText.read(request.text(), ZoneId.systemDefault()),
                            request.isBestFirst()
                                    ? SearchOrder.BEST_FIRST
                                    : SearchOrder.NEWEST_FIRST,
                            skip,
                            limit)
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException failure) {
            throw new CommandFailed(ExitCode.FAILED, "can't search: " + failure.getCause());
        }
    }
}
