package kith.xmpp.link;

import kith.base.Lane;
import kith.base.Subscription;
import kith.base.Timer;
import kith.model.ConnectionProblem;
import kith.model.ConnectionProblem.Kind;
import kith.model.ConnectionState;
import kith.model.ConnectionState.Connecting;
import kith.model.ConnectionState.Offline;
import kith.model.ConnectionState.Online;
import kith.model.ConnectionState.Stopped;
import kith.model.ConnectionState.Waiting;
import kith.model.ServerAddress;
import kith.xmpp.SignIn;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;

/// Decides when an account connects, and what to do when that fails: brings what is towards what is
/// wanted, one blocking step on io at a time, so that signing in and saying goodbye never race.
/// What its owner throws goes to the guard of core, and stops nothing.
///
/// Core lane only.
final class Supervisor {

    /// A session that lasts so long was no false start.
    private static final Duration STABLE = Duration.ofSeconds(30);

    /// Smack may tell of a loss before its connection shows it.
    private static final Duration SECOND_LOOK = Duration.ofSeconds(1);

    private final Lane core;
    private final Executor io;
    private final Timer timer;
    private final InstantSource clock;
    private final Backoff backoff;
    private final Owner owner;

    private Optional<SignIn> wanted = Optional.empty();
    private Optional<Session> session = Optional.empty();
    private Optional<Attempt> running = Optional.empty();
    private boolean isSayingGoodbye;
    private Subscription alarm = () -> {};
    private ConnectionState state = new Offline();

    /// Whether another server has just sent us to the one that was tried last. It may not send us
    /// further at once: two that point at each other would have us run for ever.
    private boolean isRedirected;

    Supervisor(
            Lane core,
            Executor io,
            Timer timer,
            InstantSource clock,
            Backoff backoff,
            Owner owner) {
        this.core = core;
        this.io = io;
        this.timer = timer;
        this.clock = clock;
        this.backoff = backoff;
        this.owner = owner;
    }

    /// Whom the supervisor works for.
    interface Owner {

        /// Makes a connection that is not connected yet. On io.
        SmackConnection connection(SignIn signIn);

        /// An attempt to sign in begins.
        void trying();

        /// Signed in; told before the state.
        void began(SmackConnection connection, boolean isResumed);

        /// No longer signed in, maybe to be resumed; told before the state.
        void paused();

        /// The session can't be resumed any more.
        void ended();

        void changed(ConnectionState state);
    }

    /// A connection and the credentials it was made for; lasts for as long as it may be resumed.
    private record Session(SignIn signIn, SmackConnection connection) {}

    void open(SignIn signIn) {
        wanted = Optional.of(signIn);
        backoff.anew();
        next();
    }

    void close() {
        wanted = Optional.empty();
        next();
    }

    /// Tries at once what waits or was given up.
    void retryNow() {
        if (state instanceof Waiting || state instanceof Stopped) {
            backoff.anew();
            next();
        }
    }

    /// Tries at once what waits for the next attempt.
    void lookAgain() {
        if (state instanceof Waiting) {
            retryNow();
        }
    }

    /// The session has been of use: losing it is nothing that would happen again at once.
    void progressed() {
        backoff.reset();
    }

    /// A connection broke, or was closed by the server. Late news of one that was replaced or is
    /// back already changes nothing.
    void lost(SmackConnection connection, ConnectionProblem problem) {
        if (connection.isAuthenticated()) {
            timer.after(SECOND_LOOK, () -> checkLost(connection, problem));
        } else {
            checkLost(connection, problem);
        }
    }

    private void checkLost(SmackConnection connection, ConnectionProblem problem) {
        boolean isCurrent = session.filter(it -> it.connection().equals(connection)).isPresent();
        boolean isExpected = isSayingGoodbye || !state.isOnline();
        if (isCurrent && !isExpected && !connection.isAuthenticated()) {
            core.guarded(owner::paused);
            failed(problem);
        }
    }

    /// The server doesn't answer any more.
    void silent(SmackConnection connection) {
        io.execute(
                () -> {
                    try {
                        connection.instantShutdown();
                    } finally {
                        var problem =
                                new ConnectionProblem(Kind.CONNECTION_LOST, "no answer to a ping");
                        core.execute(() -> lost(connection, problem));
                    }
                });
    }

    private void next() {
        alarm.close();
        if (isSayingGoodbye) {
            return; // goes on when that is done
        }
        if (running.isPresent()) {
            running.filter(it -> !wanted.equals(Optional.of(it.signIn()))).ifPresent(Attempt::stop);
            return;
        }
        if (session.isPresent() && !wanted.equals(session.map(Session::signIn))) {
            sayGoodbye(session.get());
        } else if (wanted.isEmpty()) {
            change(new Offline());
        } else if (!state.isOnline()) {
            signIn(wanted.get(), wanted.get().server());
        }
    }

    /// @param at of the server, now
    private void signIn(SignIn signIn, ServerAddress at) {
        var attempt =
                new Attempt(
                        signIn,
                        session.map(Session::connection),
                        it -> owner.connection(it.at(at)));
        running = Optional.of(attempt);
        core.guarded(owner::trying);
        change(new Connecting());
        io.execute(() -> run(attempt));
    }

    /// Whatever happens in it, it must end: nothing else is tried before.
    private void run(Attempt attempt) {
        var outcome = attempt.brokenOff();
        try {
            outcome = attempt.run();
        } finally {
            var ended = outcome;
            core.execute(() -> done(attempt, ended));
        }
    }

    private void done(Attempt attempt, Attempt.Outcome outcome) {
        running = Optional.empty();
        outcome.connection()
                .ifPresent(it -> session = Optional.of(new Session(attempt.signIn(), it)));
        boolean isStillWanted = wanted.equals(Optional.of(attempt.signIn()));
        if (!isStillWanted) {
            next();
        } else if (outcome.problem().isPresent()) {
            failed(outcome.problem().get());
        } else {
            online(outcome);
        }
    }

    private void online(Attempt.Outcome outcome) {
        var connection = outcome.connection().orElseThrow();
        if (!connection.isAuthenticated()) {
            failed(new ConnectionProblem(Kind.CONNECTION_LOST, "lost at once"));
            return;
        }
        if (connection.isGivenUp()) {
            abandon(connection, new ConnectionProblem(Kind.NOT_KEPT, "given up meanwhile"));
            return;
        }
        boolean isResumed = connection.streamWasResumed();
        try {
            owner.began(connection, isResumed);
        } catch (RuntimeException | Error bug) {
            core.guarded(
                    () -> {
                        throw bug;
                    });
            abandon(connection, new ConnectionProblem(Kind.CONNECTION_LOST, "a failure in Kith"));
            return;
        }
        change(new Online(connection.getUser(), isResumed));
        alarm = timer.after(STABLE, this::proved);
    }

    /// Nobody is ready to work with its session, which is there.
    private void abandon(SmackConnection connection, ConnectionProblem reason) {
        connection.forget();
        io.execute(connection::instantShutdown);
        core.guarded(owner::paused);
        failed(reason);
    }

    private void proved() {
        backoff.proved();
        isRedirected = false;
    }

    private void failed(ConnectionProblem problem) {
        alarm.close();
        boolean wasRedirected = isRedirected;
        var elsewhere =
                session.flatMap(it -> it.connection().takeElsewhere()).filter(_ -> !wasRedirected);
        isRedirected = elsewhere.isPresent();
        if (isRedirected || session.filter(it -> it.connection().isResumable()).isEmpty()) {
            forget();
        }
        if (isRedirected && wanted.isPresent()) {
            signIn(wanted.get(), elsewhere.get());
            return;
        }
        if (!problem.kind().isPassing() && !isOfOther(problem, wasRedirected)) {
            change(new Stopped(problem));
            return;
        }
        var delay = backoff.next(problem.kind());
        change(new Waiting(problem, clock.instant().plus(delay)));
        alarm = timer.after(delay, this::next);
    }

    /// Whether it says nothing against the server itself, which sent us to another.
    private static boolean isOfOther(ConnectionProblem problem, boolean wasRedirected) {
        return switch (problem.kind()) {
            case WRONG_PASSWORD, REPLACED, PROXY_REFUSED, NOT_A_PROXY -> false;
            default -> wasRedirected;
        };
    }

    private void sayGoodbye(Session leaving) {
        isSayingGoodbye = true;
        core.guarded(owner::paused);
        io.execute(
                () -> {
                    try {
                        leaving.connection().sayGoodbye();
                    } finally {
                        core.execute(this::saidGoodbye);
                    }
                });
    }

    private void saidGoodbye() {
        isSayingGoodbye = false;
        forget();
        if (state.isOnline()) {
            change(new Offline());
        }
        next();
    }

    private void forget() {
        if (session.isPresent()) {
            session = Optional.empty();
            core.guarded(owner::ended);
        }
    }

    private void change(ConnectionState newest) {
        if (!newest.equals(state)) {
            state = newest;
            core.guarded(() -> owner.changed(newest));
        }
    }
}
