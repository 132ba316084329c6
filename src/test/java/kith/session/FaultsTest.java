package kith.session;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.ImmediateLane;
import kith.base.LockLane;
import kith.base.RealError;
import kith.model.Fault;
import kith.session.account.SecretStoreException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/// What failed is logged once, under the code that is shown, and neither says anybody's words
/// (F30).
class FaultsTest {

    private static final Logger LOGGER = Logger.getLogger(Faults.class.getName());
    private static final String SECRET = "correct horse";

    private final LogPages log = new LogPages();
    private final Faults faults = new Faults(new ImmediateLane());

    @BeforeEach
    void listen() {
        LOGGER.addHandler(log);
        LOGGER.setUseParentHandlers(false);
    }

    @AfterEach
    void stopListening() {
        LOGGER.removeHandler(log);
        LOGGER.setUseParentHandlers(true);
    }

    @ParameterizedTest
    @EnumSource
    void anErrorIsLoggedOnceUnderTheCodeThatIsShown(RealError error) {
        faults.accept(thrown(error));
        var fault = shown();
        assertThat(fault.text()).isEqualTo(error.type().getSimpleName());
        assertThat(log.pages)
                .singleElement()
                .asString()
                .startsWith("fault " + fault.code() + "\n" + error.type().getName());
    }

    @ParameterizedTest
    @MethodSource
    void nobodysWordsAreLoggedOrShown(Throwable failure) {
        assertThat(failure).as("says them").hasStackTraceContaining(SECRET);
        faults.accept(failure);
        faults.accept(new CompletionException(failure));
        faults.accept(suppressing(failure));
        assertThat(shown().text()).doesNotContain(SECRET);
        assertThat(log.pages)
                .hasSize(3)
                .allSatisfy(
                        page ->
                                assertThat(page)
                                        .doesNotContain(SECRET)
                                        .contains(failure.getClass().getName(), "FaultsTest"));
    }

    static Stream<Throwable> nobodysWordsAreLoggedOrShown() {
        return Stream.of(
                over(SECRET, Integer::valueOf),
                over(SECRET, LocalDate::parse),
                over(SECRET + "\0", path -> Path.of(path)),
                thrown(FaultsTest::readMissing),
                thrown(FaultsTest::storeWrongly));
    }

    @Test
    void whatCodeSaysOfItselfIsLogged() {
        faults.accept(over("3", index -> List.of().get(Integer.parseInt(index))));
        faults.accept(new IllegalStateException("off the lane"));
        faults.accept(thrown(FaultsTest::storeWrongly));
        assertThat(log.pages.get(0)).contains("Index 3 out of bounds");
        assertThat(log.pages.get(1)).contains("IllegalStateException: off the lane");
        assertThat(log.pages.get(2)).as("H2's code").contains("[22018-");
    }

    /// The disk is full for a while, say (F19).
    @Test
    void whatSaysTheSameHasTheCodeOfTheOneThatIsShown() {
        faults.accept(new SecretStoreException("no room"));
        var first = shown();
        faults.accept(new SecretStoreException("no room"));
        assertThat(shown()).isEqualTo(first);
        assertThat(log.pages).hasSize(2).allSatisfy(it -> assertThat(it).contains(first.code()));
        faults.accept(new SecretStoreException("another"));
        assertThat(shown().text()).isEqualTo("another");
        faults.dismiss();
        faults.accept(new SecretStoreException("no room"));
        assertThat(shown().code()).isNotEqualTo(first.code());
    }

    @Test
    void whatHasASentenceIsShownWithIt() {
        faults.accept(
                new CompletionException(new SecretStoreException("the key ring was not unlocked")));
        assertThat(shown().text()).isEqualTo("the key ring was not unlocked");
    }

    /// As where work holds up core (F30).
    @Test
    void isShownAtOnce() {
        var shown = new AtomicReference<Optional<Fault>>(Optional.empty());
        var unheld = new Faults(new LockLane());
        unheld.fault().watch(new ImmediateLane(), shown::set);
        unheld.accept(new IllegalStateException("stuck"));
        assertThat(shown.get()).isPresent();
        unheld.dismiss();
        assertThat(shown.get()).isEmpty();
    }

    @Test
    void causesThatGoRoundEnd() {
        var first = new IllegalStateException();
        first.initCause(new IllegalStateException(first));
        faults.accept(first);
        assertThat(log.pages).hasSize(1);
    }

    private Fault shown() {
        return faults.fault().get().orElseThrow();
    }

    private static Throwable suppressing(Throwable failure) {
        var outer = new IllegalStateException();
        outer.addSuppressed(failure);
        return outer;
    }

    private static void readMissing() {
        try {
            Files.readString(Path.of("no", SECRET));
        } catch (java.io.IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static void storeWrongly() {
        try (var connection = DriverManager.getConnection("jdbc:h2:mem:");
                var statement = connection.prepareStatement("SELECT CAST(? AS INT)")) {
            statement.setString(1, SECRET);
            statement.executeQuery();
        } catch (SQLException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private static Throwable over(String words, Function<String, ?> reader) {
        return thrown(
                () -> {
                    throw new AssertionError(reader.apply(words));
                });
    }

    private static Throwable thrown(Runnable work) {
        try {
            work.run();
        } catch (Throwable failure) {
            return failure;
        }
        throw new AssertionError("nothing was thrown");
    }

    /// What the log would hold, a page for each call.
    private static final class LogPages extends Handler {

        private final List<String> pages = new CopyOnWriteArrayList<>();

        LogPages() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord line) {
            var page = new StringWriter();
            var writer = new PrintWriter(page);
            writer.println(java.text.MessageFormat.format(line.getMessage(), line.getParameters()));
            line.getThrown().printStackTrace(writer);
            pages.add(page.toString());
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
