package kith.bench;

import kith.lab.LabAccount;
import kith.lab.XmppServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Kith as it gets installed: the application image the installer is made of.
///
/// @param folder the image's top folder
record KithImage(Path folder) {

    private static final String CACHE = "kith.aot";

    /// Where the image's launcher reads its class path and JVM options.
    Path settings() {
        return programs().resolve("kith.cfg");
    }

    /// The ahead-of-time cache (JEP 483, 514, 515), made by [TrainingRun].
    Path cache() {
        return programs().resolve(CACHE);
    }

    boolean isTrained() {
        return Files.exists(cache());
    }

    /// Lets all later starts use the cache.
    void useCache() {
        try {
            var lines = new ArrayList<>(Files.readAllLines(settings()));
            lines.add("java-options=-XX:AOTCache=$APPDIR/" + CACHE);
            Files.write(settings(), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Starts Kith.
    ///
    /// @param environment beside this JVM's own
    KithProcess start(Profile profile, Map<String, String> environment, String... arguments) {
        var command = new ArrayList<>(List.of(launcher().toString()));
        command.addAll(List.of("--data-dir", profile.folder().toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return KithProcess.start(builder);
    }

    /// Puts an account into a profile: `kith account add`.
    void addAccount(Profile profile, XmppServer server, LabAccount account) {
        Path password = profile.folder().resolveSibling(account.user() + ".password");
        try {
            Files.writeString(password, account.password());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        command(
                profile,
                "account",
                "add",
                account.jid().toString(),
                "--password-file",
                password.toString(),
                "--host",
                server.address().getAddress().getHostAddress(),
                "--port",
                String.valueOf(server.address().getPort()),
                "--keep-password-in-file");
    }

    /// Lets a command of Kith do its work. Where Kith runs on this profile, it is done there.
    void command(Profile profile, String... arguments) {
        start(profile, Map.of(), arguments).awaitSuccess();
    }

    /// What makes Kith trust a lab server.
    static Map<String, String> trusting(XmppServer server) {
        return Map.of("SSL_CERT_FILE", server.ca().bundle().toString());
    }

    private Path launcher() {
        return folder.resolve("bin").resolve("kith");
    }

    private Path programs() {
        return folder.resolve("lib").resolve("app");
    }
}
