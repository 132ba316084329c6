package kith.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The commands as processes of their own, as they are started from a shell, and ended (F35).
class ProcessesTest {

    private static final int SECONDS = 60;
    private static final int TERMINATED = 128 + 15;

    @TempDir private Path folder;
    private final XmppServer server = ServerKind.PROSODY.shared(ServerProfile.NORMAL);
    private final LabAccount mara = server.newAccount("mara");
    private final LabAccount ana = server.newAccount("ana");

    @Test
    void headlessWorksForOthersAndEndsOrderly() throws Exception {
        addAccount();
        var headless = start("--headless", "--events");
        try (var events = headless.inputReader(StandardCharsets.UTF_8);
                var friend = LabUser.signIn(server, ana)) {
            awaitLine(events, "\"state\":\"online\"");
            assertThat(run("send", "--to", ana.jid().toString(), "grüß dich")).isEqualTo("0 ");
            friend.awaitMessage("grüß dich");
            awaitLine(events, "\"body\":\"grüß dich\"");

            headless.destroy();
            assertThat(headless.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(headless.exitValue()).isEqualTo(TERMINATED);
        } finally {
            headless.destroyForcibly();
        }
        assertThat(run("export", "--format", "jsonl"))
                .startsWith("0 {\"account\":\"" + mara.jid() + "\"")
                .contains("\"body\":\"grüß dich\"");
    }

    @Test
    void whatAKilledOneLeavesBehindIsNoObstacle() throws Exception {
        addAccount();
        var killed = start("--headless", "--events");
        try (var events = killed.inputReader(StandardCharsets.UTF_8)) {
            awaitLine(events, "\"state\":\"online\"");
        } finally {
            killed.destroyForcibly().waitFor();
        }
        assertThat(run("account", "list")).isEqualTo("0 " + mara.jid() + "\tfile\toffline\n");
    }

    private void addAccount() throws IOException, InterruptedException {
        var password = Files.writeString(folder.resolve("password"), mara.password() + "\n");
        var outcome =
                run(
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
        assertThat(outcome).isEqualTo("0 ");
    }

    /// Runs a command to its end: its exit status and what it printed, to either stream.
    private String run(String... args) throws IOException, InterruptedException {
        var output = folder.resolve("output").toFile();
        var process = builder(args).redirectErrorStream(true).redirectOutput(output).start();
        try {
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return process.exitValue() + " " + Files.readString(output.toPath());
    }

    private Process start(String... args) throws IOException {
        return builder(args).redirectError(folder.resolve("errors").toFile()).start();
    }

    private ProcessBuilder builder(String... args) {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), "kith.Main"));
        line.addAll(List.of(args));
        line.addAll(List.of("--data-dir", folder.resolve("kith").toString()));
        var builder = new ProcessBuilder(line);
        builder.environment().put("SSL_CERT_FILE", server.ca().bundle().toString());
        builder.environment().put("LC_ALL", "C"); // what is printed is UTF-8 all the same
        builder.environment().remove("DBUS_SESSION_BUS_ADDRESS");
        return builder;
    }

    private static void awaitLine(BufferedReader lines, String part) throws IOException {
        var line = lines.readLine();
        while (line != null && !line.contains(part)) {
            line = lines.readLine();
        }
        assertThat(line).as("a line with " + part).isNotNull();
    }
}
