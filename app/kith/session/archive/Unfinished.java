package kith.session.archive;

import kith.base.Subscription;
import kith.base.Timer;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.xmpp.RefusedException;

import java.time.Duration;
import java.util.Optional;

/// What is left to be done with one archive: the session was interrupted, or the archive was asked
/// and hasn't said what it has. Core lane only.
final class Unfinished {

    /// After so long an archive that gave no word is asked again.
    private static final Duration AGAIN = Duration.ofMinutes(1);

    /// A line that took no more may take it after so long, and one that is back then.
    private static final Duration SOON = Duration.ofSeconds(5);

    /// So often that is done in a row before it counts as one that can't say: what waits for its
    /// word must go out some day, even at the risk that it comes twice.
    private static final int TRIES = 3;

    private final Timer timer;
    private Optional<Runnable> rest = Optional.empty();
    private Subscription again = () -> {};
    private int tries;

    Unfinished(Timer timer) {
        this.timer = timer;
    }

    /// Whether anything is left.
    boolean isThere() {
        return rest.isPresent();
    }

    /// Takes in what failed where it can be done later: with the session, if that was interrupted,
    /// and by itself after a while.
    ///
    /// @return whether it can
    boolean takes(Throwable failure, Runnable what) {
        switch (reason(failure)) {
            case OFFLINE -> again = timer.after(SOON, this::goOn);
            case TIMED_OUT, SERVER_NOT_REACHED, LIMIT, OTHER -> {
                if (tries == TRIES) {
                    return false;
                }
                tries++;
                again = timer.after(AGAIN, this::goOn);
            }
            case FORBIDDEN,
                    PASSWORD_NEEDED,
                    MEMBERS_ONLY,
                    NICK_TAKEN,
                    NOT_ACCEPTABLE,
                    NOT_ALLOWED,
                    NOT_FOUND,
                    UNAVAILABLE,
                    BAD_ADDRESS,
                    NOT_SUPPORTED,
                    UNSAFE,
                    FILE_GONE -> {
                return false;
            }
        }
        rest = Optional.of(what);
        return true;
    }

    /// The archive has given word.
    void answered() {
        tries = 0;
    }

    /// Does what is left.
    void goOn() {
        var left = rest;
        stop();
        left.ifPresent(Runnable::run);
    }

    /// Nothing is to be done any more.
    void stop() {
        again.close();
        rest = Optional.empty();
    }

    static Reason reason(Throwable failure) {
        return RefusedException.in(failure).map(Refusal::reason).orElse(Reason.OTHER);
    }
}
