package kith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class WindowLineTest {

    private final FakeProgram program = new FakeProgram();

    @Test
    void nothingOpensTheWindow() {
        assertThat(WindowLine.read())
                .contains(
                        new StartOptions(
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                false,
                                false,
                                Optional.empty()));
    }

    @Test
    void theWindowsOptionsAreRead() {
        assertThat(
                        WindowLine.read(
                                "--data-dir",
                                "/d",
                                "--log",
                                "store=debug",
                                "-l",
                                "smack=off",
                                "--hidden",
                                "--events",
                                "xmpp:ana@example.org?message"))
                .contains(
                        new StartOptions(
                                Optional.of(Path.of("/d")),
                                Optional.empty(),
                                List.of("store=debug", "smack=off"),
                                true,
                                true,
                                Optional.of("xmpp:ana@example.org?message")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--data-dir /d",
                "--data-dir=/d",
                "--profile work --hidden",
                "-p work xmpp:ana@example.org",
                "--log=store=debug --events",
                "-l store=debug -l smack=off"
            })
    void itReadsWhatTheCommandReads(String line) {
        var args = line.split(" ", -1);
        assertThat(WindowLine.read(args)).isPresent();
        KithCommand.run(program, program.terminal(), args);
        assertThat(program.window()).isEqualTo(WindowLine.read(args));
    }

    @Test
    void aNameThatIsNoPathIsLeftToTheCommand() {
        assertThat(WindowLine.read("--data-dir", "a\0b")).isEmpty();
        assertThat(program.run("--data-dir", "a\0b")).isEqualTo(ExitCode.USAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "--version",
                "--headless",
                "account list",
                "send --to a@b hi",
                "--data-dir",
                "--data-dir --hidden",
                "--data-dir= ",
                "--data-dir /d --data-dir /e",
                "--data-dir /d --profile work",
                "--hidden=false",
                "--unknown",
                "ana@example.org",
                "xmpp:ana@example.org xmpp:ben@example.org",
                "-pwork",
                "--"
            })
    void everythingElseIsLeftToTheCommand(String line) {
        assertThat(WindowLine.read(line.split(" ", -1))).isEmpty();
    }
}
