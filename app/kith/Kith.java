package kith;

import kith.base.ProcessEnd;
import kith.cli.CommandFailed;
import kith.cli.EventPrinter;
import kith.cli.ExitCode;
import kith.cli.Program;
import kith.cli.RequestHandler;
import kith.cli.RequestRunner;
import kith.cli.StartOptions;
import kith.cli.WindowStart;
import kith.cli.Workplace;
import kith.desktop.ClaimedInstance;
import kith.desktop.Directories;
import kith.desktop.RunningInstance;
import kith.desktop.SingleInstance;
import kith.store.StoreException;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// The program as the command line sees it: one process per data folder, with a window or without.
final class Kith implements Program {

    /// How long a start of the window waits for a Kith that has the folder and doesn't listen.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ProcessEnd end = ProcessEnd.watch();

    /// All is in order; the process may end.
    void ready() {
        end.ready();
    }

    @Override
    public String version() {
        return Optional.ofNullable(Kith.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    @Override
    public int openWindow(StartOptions options) {
        try {
            var directories = directories(options);
            return switch (SingleInstance.claim(directories.data(), PATIENCE)) {
                case RunningInstance other ->
                        WindowStart.handOver(options, new OtherProfile(other));
                case ClaimedInstance mine -> openWindow(options, directories, mine);
            };
        } catch (IOException | IllegalArgumentException failure) {
            return complain(failure);
        }
    }

    @Override
    public Workplace enter(StartOptions options, Duration patience) {
        try {
            var directories = directories(options);
            return switch (SingleInstance.claim(directories.data(), patience)) {
                case RunningInstance other -> new OtherProfile(other);
                case ClaimedInstance mine -> OpenProfile.open(directories, mine, end.asked());
            };
        } catch (IOException | IllegalArgumentException | StoreException failure) {
            throw new CommandFailed(ExitCode.FAILED, String.valueOf(failure.getMessage()));
        }
    }

    private int openWindow(StartOptions options, Directories directories, ClaimedInstance mine) {
        var opening =
                CompletableFuture.supplyAsync(
                        () -> {
                            var profile = OpenProfile.open(directories, mine, end.asked());
                            profile.session().accounts().connectAll();
                            return profile;
                        });
        var events = opening.thenApply(profile -> printer(options, profile));
        var listening = opening.thenAccept(Kith::listen);
        var _ = end.asked().thenRun(() -> endInOrder(opening));
        try {
            Window.show(opening.thenApply(OpenProfile::wiring), options.isHidden(), options.uri());
            listening.join();
            opening.join().close();
            events.join().ifPresent(EventPrinter::close); // says what the closing did, too
            return ExitCode.OK;
        } catch (CompletionException unopened) {
            var cause = unopened.getCause();
            return complain(cause == null ? unopened : cause);
        } catch (UnsupportedOperationException noDisplay) {
            opening.thenAccept(OpenProfile::close).join();
            return complain(noDisplay);
        }
    }

    /// The toolkit ends by itself with the process and lets nobody wait for its window: so the
    /// profile is closed here, on the thread that holds up the end of the process.
    private void endInOrder(CompletableFuture<OpenProfile> opening) {
        Window.close();
        opening.thenAccept(OpenProfile::close).whenComplete((done, failure) -> end.ready()).join();
    }

    private static Optional<EventPrinter> printer(StartOptions options, OpenProfile profile) {
        return options.isPrintingEvents()
                ? Optional.of(
                        EventPrinter.start(
                                profile.session(), profile.io(), profile.clock(), System.out))
                : Optional.empty();
    }

    /// Later starts hand over what they were asked for.
    private static void listen(OpenProfile profile) {
        profile.listen(
                new RequestHandler(
                        RequestRunner.forWindow(
                                profile.session(), profile.core(), Window::bringToFront)));
    }

    private static Directories directories(StartOptions options) throws IOException {
        Optional<Directories.Place> folder =
                options.dataFolder().map(Directories.Place.Folder::new);
        Optional<Directories.Place> profile = options.profile().map(Directories.Place.Profile::new);
        return Directories.of(folder.or(() -> profile).orElseGet(Directories.Place.Standard::new))
                .create();
    }

    private static int complain(Throwable failure) {
        System.err.println("kith: " + failure.getMessage());
        return ExitCode.FAILED;
    }
}
