package kith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// `packaging/linux/kith.1` against the commands.
class ManPageTest {

    @Test
    void everyCommandAndOptionIsInTheManPage() throws IOException {
        var page = Files.readString(Path.of("packaging/linux/kith.1")).replace("\\", "");
        var kith = KithCommand.commandLine(new FakeProgram(), new FakeProgram().terminal());
        assertThat(commands(kith))
                .allSatisfy(
                        command -> {
                            assertThat(page).contains(command.getCommandName());
                            for (OptionSpec option : command.getCommandSpec().options()) {
                                assertThat(page).contains(option.names());
                            }
                        });
    }

    private static Stream<CommandLine> commands(CommandLine command) {
        return Stream.concat(
                Stream.of(command),
                command.getSubcommands().values().stream().flatMap(ManPageTest::commands));
    }
}
