package kith.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Another JVM with the classes of this one, started as fast as may be.
public final class OtherJvm {

    private OtherJvm() {}

    public static ProcessBuilder of(Class<?> main, String... arguments) {
        return of(
                main.getName(),
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1"),
                arguments);
    }

    /// With other options than those of this one.
    public static ProcessBuilder of(String main, List<String> options, String... arguments) {
        return of(System.getProperty("java.class.path"), main, options, arguments);
    }

    /// With classes from elsewhere, too.
    public static ProcessBuilder of(
            String classPath, String main, List<String> options, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }
}
