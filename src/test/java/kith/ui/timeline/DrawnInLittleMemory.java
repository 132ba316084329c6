package kith.ui.timeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Draws one picture, in a JVM whose heap is as large as a test wants it.
final class DrawnInLittleMemory {

    private DrawnInLittleMemory() {}

    private static final Path STATUS = Path.of("/proc/self/status");

    /// Prints how large it has become, and by how many MB the process has grown at most; 0 where
    /// the system isn't Linux.
    ///
    /// @param arguments the files of a small picture, which is drawn before, and of the one
    public static void main(String[] arguments) throws IOException {
        PictureDrawing.draw(Files.readAllBytes(Path.of(arguments[0])));
        var file = Files.readAllBytes(Path.of(arguments[1]));
        long before = most();
        var image = PictureDrawing.draw(file);
        if (image.isError()) {
            System.out.println(image.getException());
        }
        System.out.println(
                "%.0fx%.0f %d MB"
                        .formatted(image.getWidth(), image.getHeight(), (most() - before) >> 10));
        System.exit(0);
    }

    /// KB in memory at most so far.
    private static long most() throws IOException {
        if (Files.notExists(STATUS)) {
            return 0;
        }
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(it -> it.startsWith("VmHWM:"))
                    .map(it -> it.replaceAll("[^0-9]", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
