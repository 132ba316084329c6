import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Builds Kith's application image: the program with a Java runtime of its own, for the operating
/// system this runs on.
///
/// Kith and its libraries are on the image's class path (Smack has no module names), JavaFX is in
/// the runtime. JavaFX's native libraries lie beside the runtime's own, because those in its jars
/// would be unpacked to the user's home at each first start.
///
/// The image starts slowly until `kith.bench.TrainingRun` has made its AOT cache.
///
/// Arguments: the folder to build in, the version, the jar of Kith, the runtime class path. Uses
/// the tools of the JDK that runs it. Does nothing when the image is newer than all it is made of.
final class BuildImage {

    /// What Kith and its libraries use of the JDK, by `jdeps` and by what they look up at run time:
    /// DNS for SRV records (`jdk.naming.dns`), names of days and months (`jdk.localedata`).
    private static final List<String> JDK_MODULES =
            List.of(
                    "java.logging",
                    "java.management",
                    "java.naming",
                    "java.security.jgss",
                    "java.security.sasl",
                    "java.sql",
                    "java.xml",
                    "jdk.localedata",
                    "jdk.naming.dns",
                    "jdk.net",
                    "jdk.unsupported");

    private static final List<String> JAVAFX_MODULES = List.of("javafx.controls");

    /// Parts of `java.desktop` that only AWT and Swing programs load.
    private static final List<String> UNUSED_LIBRARIES =
            List.of("awt_xawt", "jawt", "jsound", "splashscreen", "mlib_image", "javajpeg", "lcms");

    private final Path folder;
    private final String version;
    private final Path kith;
    private final List<Path> libraries;
    private final List<Path> javafx;

    private BuildImage(Path folder, String version, Path kith, List<Path> classPath) {
        this.folder = folder;
        this.version = version;
        this.kith = kith;
        this.javafx = classPath.stream().filter(BuildImage::isJavafxModule).toList();
        this.libraries = classPath.stream().filter(jar -> !isJavafx(jar)).toList();
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        var classPath =
                Arrays.stream(args[3].split(File.pathSeparator))
                        .map(Path::of)
                        .filter(Files::isRegularFile)
                        .toList();
        var build = new BuildImage(Path.of(args[0]), args[1], Path.of(args[2]), classPath);
        if (!build.isFresh()) {
            build.run();
        }
    }

    private void run() throws IOException, InterruptedException {
        remove(folder);
        Files.createDirectories(folder);
        Path runtime = folder.resolve("runtime");
        link(runtime);
        addNativeLibraries(runtime.resolve("lib"));
        wrap(runtime, gatherJars());
        remove(runtime);
        remove(jars());
        Files.createFile(stamp());
    }

    /// Whether the image was built after the last change of its parts.
    private boolean isFresh() throws IOException {
        if (Files.notExists(stamp())) {
            return false;
        }
        FileTime built = Files.getLastModifiedTime(stamp());
        for (Path part : parts()) {
            if (Files.getLastModifiedTime(part).compareTo(built) > 0) {
                return false;
            }
        }
        return true;
    }

    private List<Path> parts() throws IOException {
        var parts = new ArrayList<>(List.of(kith));
        parts.addAll(libraries);
        parts.addAll(javafx);
        try (var recipe = Files.list(Path.of("packaging", "build"))) {
            recipe.forEach(parts::add);
        }
        return parts;
    }

    private void link(Path runtime) throws IOException, InterruptedException {
        String path = javafx.stream().map(Path::toString).collect(pathSeparated());
        String modules =
                Stream.concat(JDK_MODULES.stream(), JAVAFX_MODULES.stream())
                        .collect(Collectors.joining(","));
        tool(
                "jlink",
                "--module-path",
                path,
                "--add-modules",
                modules,
                "--exclude-resources",
                "glob:/javafx.graphics/*" + librarySuffix(),
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--strip-native-commands",
                "--add-options",
                String.join(" ", options("runtime.options")),
                "--output",
                runtime.toString());
        for (String library : UNUSED_LIBRARIES) {
            Files.deleteIfExists(runtime.resolve("lib", System.mapLibraryName(library)));
        }
    }

    /// Puts JavaFX's native libraries where the runtime looks for its own.
    private void addNativeLibraries(Path target) throws IOException {
        for (Path module : javafx) {
            try (var jar = new JarFile(module.toFile())) {
                for (var entry : jar.stream().toList()) {
                    if (entry.getName().endsWith(librarySuffix())) {
                        try (var content = jar.getInputStream(entry)) {
                            Files.copy(content, target.resolve(entry.getName()));
                        }
                    }
                }
            }
        }
    }

    private Path gatherJars() throws IOException {
        Files.createDirectories(jars());
        for (Path jar : Stream.concat(Stream.of(kith), libraries.stream()).toList()) {
            Files.copy(jar, jars().resolve(jar.getFileName()));
        }
        return jars();
    }

    private void wrap(Path runtime, Path jars) throws IOException, InterruptedException {
        var command =
                new ArrayList<>(
                        List.of(
                                "--type",
                                "app-image",
                                "--name",
                                "kith",
                                "--app-version",
                                version,
                                "--runtime-image",
                                runtime.toString(),
                                "--input",
                                jars.toString(),
                                "--main-jar",
                                kith.getFileName().toString(),
                                "--main-class",
                                "kith.Main",
                                "--dest",
                                folder.toString()));
        for (String option : options("jvm.options")) {
            command.addAll(List.of("--java-options", option));
        }
        tool("jpackage", command.toArray(String[]::new));
    }

    private static List<String> options(String file) throws IOException {
        return Files.readAllLines(Path.of("packaging", "build", file)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private Path jars() {
        return folder.resolve("jars");
    }

    private Path stamp() {
        return folder.resolve("built");
    }

    private static void tool(String name, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", name).toString());
        command.addAll(List.of(arguments));
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException(name + " failed with status " + status);
        }
    }

    private static boolean isJavafx(Path jar) {
        return jar.getFileName().toString().startsWith("javafx-");
    }

    /// Whether a jar is a JavaFX module for this system; those without a classifier are empty.
    private static boolean isJavafxModule(Path jar) {
        if (!isJavafx(jar)) {
            return false;
        }
        try (var content = new JarFile(jar.toFile())) {
            return content.getEntry("module-info.class") != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String librarySuffix() {
        String name = System.mapLibraryName("");
        return name.substring(name.lastIndexOf('.'));
    }

    private static java.util.stream.Collector<CharSequence, ?, String> pathSeparated() {
        return Collectors.joining(File.pathSeparator);
    }

    private static void remove(Path tree) throws IOException {
        if (Files.notExists(tree)) {
            return;
        }
        try (var all = Files.walk(tree)) {
            for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
