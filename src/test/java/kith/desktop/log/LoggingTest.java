package kith.desktop.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

@Isolated // there is one root logger
class LoggingTest {

    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger SMACK = Logger.getLogger("org.jivesoftware.smack.tcp");

    @TempDir private Path folder;
    private final List<Handler> handlersBefore = List.of(ROOT.getHandlers());
    private final PrintStream errorsBefore = System.err;
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

    @BeforeEach
    void catchTerminal() {
        System.setErr(new PrintStream(terminal, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        Logging.toFile(folder, List.of());
        for (Handler handler : ROOT.getHandlers()) {
            ROOT.removeHandler(handler);
            handler.close();
        }
        handlersBefore.forEach(ROOT::addHandler);
        System.setErr(errorsBefore);
    }

    @Test
    void opensNoFileBeforeTheFirstLine() {
        Logging.toFile(folder, List.of());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aLineHasTimeLevelLoggerAndMessage() throws IOException {
        Logging.toFile(folder, List.of());
        LoggerFactory.getLogger("kith.store.Db").warn("slow: {} ms", 1200);
        assertThat(lines())
                .singleElement()
                .asString()
                .matches(
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z WARN kith.store.Db:"
                                + " slow: 1200 ms");
    }

    @Test
    void theStackOfWhatWasThrownFollows() throws IOException {
        Logging.toFile(folder, List.of());
        LoggerFactory.getLogger("kith").error("fault abc", new IllegalStateException("odd"));
        assertThat(lines()).hasSizeGreaterThan(3);
        assertThat(lines().get(1)).isEqualTo("java.lang.IllegalStateException: odd");
    }

    @Test
    void othersWordsCannotForgeALine() throws IOException {
        Logging.toFile(folder, List.of());
        LoggerFactory.getLogger("kith").info("they said: {}", "hi\n2026-01-01 ERROR kith: gone");
        assertThat(lines()).singleElement().asString().contains("hi ⏎ 2026-01-01");
    }

    @Test
    void aLostConnectionIsOneLine() throws IOException {
        Logging.toFile(folder, List.of());
        SMACK.log(Level.WARNING, "closed with error", new SocketException("Connection reset"));
        assertThat(lines())
                .singleElement()
                .asString()
                .endsWith("closed with error: java.net.SocketException: Connection reset");
    }

    @Test
    void debugIsOffUntilAskedFor() throws IOException {
        Logging.toFile(folder, List.of(LogLevel.parse("store=debug"), LogLevel.parse("kith=warn")));
        LoggerFactory.getLogger("kith.store.Db").debug("opened");
        LoggerFactory.getLogger("kith.session.Faults").info("quiet");
        assertThat(lines()).singleElement().asString().endsWith("DEBUG kith.store.Db: opened");
    }

    @Test
    void theTerminalShowsWarningsAndNoLostConnections() throws IOException {
        Logging.toFileAndTerminal(folder, List.of());
        LoggerFactory.getLogger("kith.store").info("fine");
        LoggerFactory.getLogger("kith.store").warn("disk\nfull", new IOException("ENOSPC"));
        SMACK.log(Level.WARNING, "closed with error", new SocketException("Connection reset"));
        assertThat(terminal.toString(StandardCharsets.UTF_8)).isEqualTo("kith: disk full\n");
        assertThat(lines()).hasSizeGreaterThan(3);
    }

    @Test
    void aFolderThatCannotBeWrittenIsReportedOnce() {
        Logging.toFile(folder.resolve("missing"), List.of());
        LoggerFactory.getLogger("kith").warn("one");
        LoggerFactory.getLogger("kith").warn("two");
        assertThat(terminal.toString(StandardCharsets.UTF_8)).containsOnlyOnce("can't log to");
    }

    @ParameterizedTest
    @CsvSource({
        "store=debug,kith.store,FINE",
        "kith=trace,kith,FINEST",
        "smack=OFF,org.jivesoftware,OFF",
        "dbus=info,org.freedesktop,INFO",
        "org.h2=error,org.h2,SEVERE",
        "kith.session.chat=warn,kith.session.chat,WARNING"
    })
    void levelsAreRead(String text, String logger, String level) {
        assertThat(LogLevel.parse(text)).isEqualTo(new LogLevel(logger, Level.parse(level)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "debug", "=debug", "store=", "store=loud"})
    void whatIsNoLevelIsRefused(String text) {
        assertThatThrownBy(() -> LogLevel.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private List<String> lines() throws IOException {
        for (Handler handler : ROOT.getHandlers()) {
            handler.flush();
        }
        return Files.readAllLines(folder.resolve("kith.0.log"));
    }
}
