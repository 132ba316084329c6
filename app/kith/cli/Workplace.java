package kith.cli;

import kith.base.Lane;
import kith.session.Session;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Where a command is done.
public sealed interface Workplace extends AutoCloseable {

    @Override
    void close();

    /// Here: this process has the data folder, until this is closed.
    non-sealed interface Here extends Workplace {

        Session session();

        Lane core();

        /// For what blocks.
        Executor io();

        InstantSource clock();

        /// Listens for requests of later starts.
        void listen(RequestHandler handler);

        /// Completes when the process is asked to end.
        CompletableFuture<Void> ending();
    }

    /// In another process, which has the data folder.
    non-sealed interface Elsewhere extends Workplace {

        /// Hands a line over and takes the lines of the answer. Once; blocks until the answer ends.
        ///
        /// @throws IOException where the connection breaks
        void ask(String request, Consumer<String> answer) throws IOException;
    }
}
