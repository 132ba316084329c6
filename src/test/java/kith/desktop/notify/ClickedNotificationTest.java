package kith.desktop.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.desktop.PrivateBus;
import kith.lab.LabAccount;
import kith.lab.LabUser;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.lab.XmppServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The whole program in a process of its own, on a real server and a real session bus.
class ClickedNotificationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir private Path folder;
    @TempDir private Path busFolder;
    private final XmppServer server = ServerKind.PROSODY.shared(ServerProfile.NORMAL);
    private final LabAccount mara = server.newAccount("mara");
    private final LabAccount ana = server.newAccount("ana");
    private final LabAccount jon = server.newAccount("jon");

    @Test
    void aClickOpensTheChatWhichIsReadByThatAndAtTheEndNoneIsLeft() throws Exception {
        var bus = new PrivateBus(busFolder);
        try (var desktop = new RecordingServer(bus.address(), "body", "actions")) {
            addAccount();
            var kith = start("--hidden", "--events");
            try (var events = kith.inputReader(StandardCharsets.UTF_8);
                    var friend = LabUser.signIn(server, ana);
                    var other = LabUser.signIn(server, jon)) {
                awaitLine(events, "\"state\":\"online\"");
                // Before the window is there, hidden as it is, nothing is told.
                var number = number(desktop, friend, "Are you there?");
                desktop.choose(number, "default");
                await("read").atMost(PATIENCE).until(() -> desktop.closed().contains(number));

                other.say(mara.jid(), "And I");
                await("told of the other chat")
                        .atMost(PATIENCE)
                        .until(() -> desktop.shown().getLast().body().equals("And I"));
                kith.destroy();
                assertThat(kith.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
                assertThat(desktop.closed()).contains(desktop.last());
            } finally {
                kith.destroyForcibly();
            }
        } finally {
            bus.stop();
        }
    }

    /// Says something until a notification of it comes.
    ///
    /// @return its number
    private long number(RecordingServer desktop, LabUser friend, String words) {
        await("told")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(3))
                .until(
                        () -> {
                            friend.say(mara.jid(), words);
                            return !desktop.shown().isEmpty();
                        });
        assertThat(desktop.shown().getFirst().body()).isEqualTo(words);
        return desktop.last();
    }

    private void addAccount() throws IOException, InterruptedException {
        var password = Files.writeString(folder.resolve("password"), mara.password() + "\n");
        var adding =
                start(
                        "account",
                        "add",
                        mara.jid().toString(),
                        "--password-file",
                        password.toString(),
                        "--host",
                        server.address().getHostString(),
                        "--port",
                        Integer.toString(server.address().getPort()),
                        "--keep-password-in-file");
        try {
            assertThat(adding.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } finally {
            adding.destroyForcibly();
        }
        assertThat(adding.exitValue()).isZero();
    }

    private Process start(String... args) throws IOException {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), "kith.Main"));
        line.addAll(List.of(args));
        line.addAll(List.of("--data-dir", folder.resolve("kith").toString()));
        var builder = new ProcessBuilder(line).redirectError(folder.resolve("errors").toFile());
        builder.environment().put("SSL_CERT_FILE", server.ca().bundle().toString());
        builder.environment().put("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + busFolder + "/bus");
        return builder.start();
    }

    private static void awaitLine(BufferedReader lines, String part) throws IOException {
        var line = lines.readLine();
        while (line != null && !line.contains(part)) {
            line = lines.readLine();
        }
        assertThat(line).as("a line with " + part).isNotNull();
    }
}
