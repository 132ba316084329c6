package kith.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The standard streams of a command, and files in their stead.
///
/// @param out what was asked for
/// @param err what is wrong, a line each
record Terminal(InputStream in, PrintStream out, PrintStream err) implements Answer {

    /// Those of this process. What goes out is UTF-8 whatever the user's locale: it is data.
    static Terminal ofProcess() {
        var out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
        return new Terminal(
                System.in, new PrintStream(out, false, StandardCharsets.UTF_8), System.err);
    }

    /// Reads a file whole; `-` is standard input.
    ///
    /// @throws CommandFailed where it can't be read, or is no text
    String read(Path file) {
        try {
            return file.equals(Path.of("-"))
                    ? new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(file);
        } catch (IOException failure) {
            throw new CommandFailed(ExitCode.USAGE, "can't read " + file);
        }
    }

    @Override
    public void line(String line) {
        out.print(line + "\n");
        if (out.checkError()) {
            throw new CommandFailed(ExitCode.FAILED, "nobody reads the output");
        }
    }

    @Override
    public void error(String line) {
        err.print("kith: " + line + "\n");
        err.flush();
    }
}
