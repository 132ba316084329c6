package kith.cli;

import kith.base.Lane;
import kith.session.Session;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Does requests on a session, whether they come from this process's command line or from another
/// process.
///
/// Any thread; blocks it until the request is done.
public final class RequestRunner {

    private final Lane core;
    private final AccountRequests accounts;
    private final SendRequests sending;
    private final HistoryExport history;
    private final SearchRequests searching;
    private final Optional<Consumer<Optional<String>>> window;

    private RequestRunner(
            Session session,
            Lane core,
            boolean isStaying,
            Optional<Consumer<Optional<String>>> window) {
        this.core = core;
        this.window = window;
        this.accounts = new AccountRequests(session.accounts(), isStaying);
        this.sending = new SendRequests(session, core, isStaying);
        this.history = new HistoryExport(session);
        this.searching = new SearchRequests(session, core);
    }

    /// For a session that lasts as long as one command; it connects what the command needs.
    public static RequestRunner forCommand(Session session, Lane core) {
        return new RequestRunner(session, core, false, Optional.empty());
    }

    /// For a session that runs without a window.
    public static RequestRunner forHeadless(Session session, Lane core) {
        return new RequestRunner(session, core, true, Optional.empty());
    }

    /// For the session of a window.
    ///
    /// @param show brings the window to the front, and opens an `xmpp:` address in it if there is
    ///   one; any thread
    public static RequestRunner forWindow(
            Session session, Lane core, Consumer<Optional<String>> show) {
        return new RequestRunner(session, core, true, Optional.of(show));
    }

    /// Does a request.
    ///
    /// @return one of [ExitCode]
    public int run(Request request, Answer answer) {
        awaitLoaded();
        try {
            switch (request) {
                case Request.ShowWindow show -> show(show);
                case Request.AddAccount add -> accounts.add(add);
                case Request.ListAccounts list -> accounts.list(answer);
                case Request.RemoveAccount remove -> accounts.remove(remove);
                case Request.Send send -> sending.send(send);
                case Request.Export export -> history.export(export, answer);
                case Request.Search search -> searching.search(search, answer);
            }
            return ExitCode.OK;
        } catch (CommandFailed failure) {
            answer.error(failure.reason());
            return failure.exitCode();
        }
    }

    private void show(Request.ShowWindow request) {
        window.orElseThrow(
                        () ->
                                new CommandFailed(
                                        ExitCode.FAILED,
                                        "Kith already runs there, without a window"))
                .accept(request.uri());
    }

    /// The session reads its accounts on the core lane when it opens; what is queued there after
    /// that finds them.
    private void awaitLoaded() {
        CompletableFuture.runAsync(() -> {}, core).join();
    }
}
