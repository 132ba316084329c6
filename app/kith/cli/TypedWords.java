package kith.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// The words of the command line as they were typed.
///
/// Where the locale knows only ASCII, as under cron, the runtime has replaced everything else in
/// them before `main` sees them, and a message would go out with question marks in it. Linux still
/// has the bytes.
final class TypedWords {

    private static final char REPLACED = '\uFFFD';

    private TypedWords() {}

    /// The words, from this process's own command line where the runtime lost something.
    static String[] of(String... args) {
        return of(Path.of("/proc/self/cmdline"), args);
    }

    static String[] of(Path commandLine, String... args) {
        if (Arrays.stream(args).noneMatch(word -> word.indexOf(REPLACED) >= 0)) {
            return args;
        }
        try {
            // Every word ends in NUL; before ours stands how the runtime was started.
            var words = Files.readString(commandLine, StandardCharsets.UTF_8).split("\0", -1);
            int end = words.length - 1;
            return end < args.length ? args : Arrays.copyOfRange(words, end - args.length, end);
        } catch (IOException notUtf8) {
            return args;
        }
    }
}
