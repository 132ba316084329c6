package kith.session;

import kith.base.LaneStuckException;
import kith.session.account.SecretStoreException;
import kith.store.StoreException;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A failure as it may be logged and shown: what kinds of failures it is made of, where they
/// happened, and of what they say only what can't be anybody's words. Libraries put the values that
/// they could not work with into their messages, and those may be of a message or a password.
final class LoggedFailure extends Throwable {

    private static final long serialVersionUID = 1;

    /// H2's causes may go round in a circle.
    private static final int DEEPEST = 20;

    /// Enough to see where it came from. A stack that overflowed has a thousand.
    private static final int FRAMES = 150;

    /// The code at the end of what H2 says.
    private static final Pattern CODE = Pattern.compile("\\[\\d{1,6}-\\d{1,4}]$");

    private final String title;

    private LoggedFailure(
            String title, Optional<LoggedFailure> cause, StackTraceElement... frames) {
        super(title, cause.orElse(null));
        this.title = title;
        setStackTrace(frames);
    }

    static LoggedFailure of(Throwable failure) {
        return of(failure, DEEPEST);
    }

    private static LoggedFailure of(Throwable failure, int levels) {
        var frames = failure.getStackTrace();
        var logged =
                new LoggedFailure(
                        title(failure),
                        Optional.ofNullable(failure.getCause())
                                .filter(_ -> levels > 0)
                                .map(cause -> of(cause, levels - 1)),
                        Arrays.copyOf(frames, Math.min(frames.length, FRAMES)));
        if (levels > 0) {
            for (var suppressed : failure.getSuppressed()) {
                logged.addSuppressed(of(suppressed, 0));
            }
        }
        return logged;
    }

    /// What a user is told of it: our own sentence where one of its causes has one, else its kind.
    static String sentence(Throwable failure) {
        return causes(failure)
                .filter(LoggedFailure::hasSentence)
                .findFirst()
                .flatMap(each -> Optional.ofNullable(each.getMessage()))
                .orElseGet(
                        () ->
                                causes(failure)
                                        .filter(each -> !(each instanceof CompletionException))
                                        .findFirst()
                                        .orElse(failure)
                                        .getClass()
                                        .getSimpleName());
    }

    private static String title(Throwable failure) {
        var kind = failure.getClass().getName();
        return words(failure).map(words -> kind + ": " + words).orElse(kind);
    }

    private static Optional<String> words(Throwable failure) {
        return Optional.ofNullable(failure.getMessage())
                .flatMap(
                        words ->
                                hasSentence(failure) || isOfCode(failure) || isOurs(failure)
                                        ? Optional.of(words)
                                        : code(words));
    }

    private static boolean hasSentence(Throwable failure) {
        return failure instanceof StoreException
                || failure instanceof SecretStoreException
                || failure instanceof LaneStuckException;
    }

    /// What the runtime says of code, and of no value.
    private static boolean isOfCode(Throwable failure) {
        return failure instanceof VirtualMachineError
                || failure instanceof LinkageError
                || failure instanceof NullPointerException
                || failure instanceof ClassCastException
                || failure instanceof IndexOutOfBoundsException;
    }

    /// Whether Kith's own code says it, in its own words.
    private static boolean isOurs(Throwable failure) {
        var frames = failure.getStackTrace();
        return failure.getCause() == null
                && frames.length > 0
                && frames[0].getClassName().startsWith("kith.");
    }

    private static Optional<String> code(String words) {
        var code = CODE.matcher(words);
        return code.find() ? Optional.of(code.group()) : Optional.empty();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause).limit(DEEPEST);
    }

    /// As the failure itself begins in a log.
    @Override
    @SuppressWarnings("OverrideThrowableToString") // it stands for another
    public String toString() {
        return title;
    }
}
