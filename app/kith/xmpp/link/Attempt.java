package kith.xmpp.link;

import kith.model.ConnectionProblem;
import kith.model.ConnectionProblem.Kind;
import kith.xmpp.SignIn;

import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/// One attempt to connect and sign in, or to resume a session. Blocks the thread that runs it; may
/// be stopped from any other.
///
/// Whatever fails, the connection is shut down such that its session may still be resumed.
final class Attempt {

    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    private final SignIn signIn;
    private final Optional<SmackConnection> resumable;
    private final Function<SignIn, SmackConnection> connections;
    private Optional<Thread> runner = Optional.empty();
    private boolean isStopped;

    /// @param resumable the connection whose session to resume, if there is one
    /// @param connections makes a new one; may take a while
    Attempt(
            SignIn signIn,
            Optional<SmackConnection> resumable,
            Function<SignIn, SmackConnection> connections) {
        this.signIn = signIn;
        this.resumable = resumable;
        this.connections = connections;
    }

    /// How it ended.
    ///
    /// @param connection the one that was tried with; empty where none could be made
    /// @param problem empty where all went well
    record Outcome(Optional<SmackConnection> connection, Optional<ConnectionProblem> problem) {}

    SignIn signIn() {
        return signIn;
    }

    Outcome run() {
        if (!begin()) {
            return new Outcome(resumable, Optional.empty());
        }
        try {
            var connection = resumable.orElseGet(() -> connections.apply(signIn));
            return new Outcome(Optional.of(connection), connect(connection));
        } catch (IllegalArgumentException noName) {
            return new Outcome(Optional.empty(), Optional.of(Problems.signingIn(noName)));
        } finally {
            end();
        }
    }

    /// Makes it end soon.
    synchronized void stop() {
        isStopped = true;
        runner.ifPresent(Thread::interrupt);
    }

    /// How it ended where it broke off by what nobody expected.
    Outcome brokenOff() {
        var problem = new ConnectionProblem(Kind.CONNECTION_LOST, "a failure in Kith");
        return new Outcome(resumable, Optional.of(problem));
    }

    private Optional<ConnectionProblem> connect(SmackConnection connection) {
        boolean isOver = false;
        try {
            var problem = signIn(connection);
            isOver = true;
            return problem;
        } finally {
            if (!isOver) {
                connection.instantShutdown();
            }
        }
    }

    private Optional<ConnectionProblem> signIn(SmackConnection connection) {
        try {
            connection.signIn();
            return Optional.empty();
        } catch (InterruptedException stopped) {
            connection.instantShutdown();
            return Optional.of(Problems.losing(stopped));
        } catch (SmackException | XMPPException | IOException | IllegalStateException failure) {
            LOG.debug("Signing in as {} failed", signIn.address(), failure);
            connection.noteRedirect(failure);
            connection.instantShutdown();
            return Optional.of(Problems.signingIn(failure));
        }
    }

    private synchronized boolean begin() {
        runner = Optional.of(Thread.currentThread());
        return !isStopped;
    }

    private synchronized void end() {
        runner = Optional.empty();
        Thread.interrupted(); // it was meant for this attempt
    }
}
