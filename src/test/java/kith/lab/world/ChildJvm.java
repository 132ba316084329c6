package kith.lab.world;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/// How another JVM is started with this one's class path, JavaFX as modules.
final class ChildJvm {

    private ChildJvm() {}

    /// The process to be; it prints where this one prints.
    static ProcessBuilder of(Class<?> main, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--module-path", pathOf(ChildJvm::isJavaFx)));
        command.addAll(List.of("--add-modules", "javafx.controls"));
        command.add("--enable-native-access=javafx.graphics,ALL-UNNAMED");
        command.addAll(List.of("-cp", pathOf(entry -> !isJavaFx(entry))));
        command.add(main.getName());
        command.addAll(arguments);
        return new ProcessBuilder(command).inheritIO();
    }

    private static boolean isJavaFx(String entry) {
        return new File(entry).getName().startsWith("javafx-");
    }

    private static String pathOf(Predicate<String> wanted) {
        var entries = System.getProperty("java.class.path").split(File.pathSeparator, -1);
        return String.join(File.pathSeparator, Arrays.stream(entries).filter(wanted).toList());
    }
}
