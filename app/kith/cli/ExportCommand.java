package kith.cli;

import kith.model.HistoryFormat;

import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.BareJid;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `kith export`: gives out the history.
@Command(
        name = "export",
        description = "Gives out the history: to standard output, or to a file.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    @ParentCommand private @Nullable KithCommand kith;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            required = true,
            description = "jsonl (all that is known), html or txt.")
    private @Nullable HistoryFormat format;

    @Option(
            names = "--chat",
            paramLabel = "ADDRESS",
            converter = Addresses.Peer.class,
            description = "Only with this contact or room.")
    private @Nullable BareJid chat;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Write to this file, which only you can read.")
    private @Nullable Path output;

    @Override
    public Integer call() {
        var command = Objects.requireNonNull(kith);
        var request = new Request.Export(Objects.requireNonNull(format), Optional.ofNullable(chat));
        var terminal = command.terminal();
        if (output == null) {
            return command.run(request, KithCommand.PATIENCE, terminal);
        }
        try (var file = new PrintStream(create(output), false, StandardCharsets.UTF_8)) {
            var answer = new Terminal(terminal.in(), file, terminal.err());
            int code = command.run(request, KithCommand.PATIENCE, answer);
            if (file.checkError()) {
                throw new CommandFailed(ExitCode.FAILED, "can't write " + output);
            }
            return code;
        }
    }

    /// Opens the file, which must not be readable by others before there is anything in it.
    private static OutputStream create(Path file) {
        try {
            if (Files.notExists(file)) {
                Files.createFile(file, ownerOnly(file));
            }
            return Files.newOutputStream(file, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException failure) {
            throw new CommandFailed(ExitCode.FAILED, "can't write " + file);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean hasPermissions =
                file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return hasPermissions
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
