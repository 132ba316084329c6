package kith.bench;

import kith.store.OtherJvm;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;

/// The AOT cache of a program of the tests (JEP 483, 514, 515), such as the installed Kith has one
/// that `TrainingRun` made: so that what is measured starts as warm as with its users.
///
/// Its folder goes with [#close].
final class AotCache implements AutoCloseable {

    private final Path folder;
    private final List<String> options;
    private final String classPath;

    /// Nothing is in it before [#create].
    ///
    /// @param options of the JVMs that will use it, which must be those that make it
    AotCache(List<String> options) throws IOException {
        this.folder = Files.createTempDirectory("kith-aot");
        this.options = List.copyOf(options);
        this.classPath = jarsOnly();
    }

    /// A run from which the cache learns.
    ProcessBuilder recording(String program, String... arguments) {
        return with(
                List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recording()),
                program,
                arguments);
    }

    /// Makes the cache of what was recorded.
    ///
    /// @throws IllegalStateException where the JVM can't
    void create(String program) throws IOException, InterruptedException {
        var jvm =
                with(
                                List.of(
                                        "-XX:AOTMode=create",
                                        "-XX:AOTConfiguration=" + recording(),
                                        "-XX:AOTCache=" + cache()),
                                program)
                        .inheritIO()
                        .start();
        if (jvm.waitFor() != 0 || !Files.exists(cache())) {
            throw new IllegalStateException("no AOT cache");
        }
    }

    /// A run that uses it.
    ProcessBuilder using(String program, String... arguments) {
        return with(List.of("-XX:AOTCache=" + cache()), program, arguments);
    }

    private ProcessBuilder with(List<String> more, String program, String... arguments) {
        var all = new ArrayList<>(options);
        all.addAll(more);
        return OtherJvm.of(classPath, program, all, arguments);
    }

    private Path recording() {
        return folder.resolve("kith.aotconf");
    }

    private Path cache() {
        return folder.resolve("kith.aot");
    }

    /// No cache has classes of a class path in which there are folders.
    private String jarsOnly() {
        var jars = new ArrayList<String>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            var path = Path.of(entry);
            jars.add(Files.isDirectory(path) ? pack(path, jars.size()).toString() : entry);
        }
        return String.join(File.pathSeparator, jars);
    }

    private Path pack(Path classes, int number) {
        var jar = folder.resolve(number + ".jar");
        int status =
                ToolProvider.findFirst("jar")
                        .orElseThrow()
                        .run(
                                System.out,
                                System.err,
                                "--create",
                                "--no-compress",
                                "--file",
                                jar.toString(),
                                "-C",
                                classes.toString(),
                                ".");
        if (status != 0) {
            throw new IllegalStateException("can't pack " + classes);
        }
        return jar;
    }

    @Override
    public void close() {
        try (var files = Files.walk(folder)) {
            for (var each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }
}
