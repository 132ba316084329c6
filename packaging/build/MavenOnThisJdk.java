import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Runs Maven again on the JDK that runs this: for plugins which parse Java with the JDK that Maven
/// itself is on, and can't read Java 25 where that is older.
///
/// Arguments: the command that starts Maven, then its arguments. Ends with Maven's exit code.
final class MavenOnThisJdk {

    private MavenOnThisJdk() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(args));
        var maven = new ProcessBuilder(command).inheritIO();
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        System.exit(maven.start().waitFor());
    }
}
