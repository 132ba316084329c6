package kith.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import kith.base.Lanes;
import kith.cli.KithOnDisk.Outcome;
import kith.lab.LabAccount;
import kith.lab.LabUser;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.lab.XmppServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/// The commands, on a real Prosody.
class CommandsEndToEndTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir private Path folder;
    private final XmppServer server = ServerKind.PROSODY.shared(ServerProfile.NORMAL);
    private final LabAccount mara = server.newAccount("mara");
    private final LabAccount ana = server.newAccount("ana");
    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final Lanes lanes = new Lanes(failures::add);
    private KithOnDisk kith;

    @BeforeEach
    void openFolder() {
        kith = new KithOnDisk(folder, server);
    }

    @AfterEach
    void endLanes() {
        lanes.close();
        assertThat(failures).isEmpty();
    }

    @Test
    void anAccountIsAddedUsedAndRemoved() {
        assertThat(add(mara, mara.password())).isEqualTo(new Outcome(ExitCode.OK, "", ""));
        assertThat(kith.run("", "account", "list"))
                .isEqualTo(new Outcome(ExitCode.OK, mara.jid() + "\tfile\toffline\n", ""));

        try (var friend = LabUser.signIn(server, ana)) {
            assertThat(kith.run("", "send", "--to", "" + ana.jid(), "hello ü"))
                    .isEqualTo(new Outcome(ExitCode.OK, "", ""));
            friend.awaitMessage("hello ü");
            assertThat(
                            kith.run("two\nlines\n", "send", "--to", "" + ana.jid(), "--file", "-")
                                    .code())
                    .isEqualTo(ExitCode.OK);
            friend.awaitMessage("two\nlines");
        }

        var exported = kith.run("", "export", "--format", "jsonl");
        assertThat(exported.lines()).hasSize(2);
        var first = json(exported.lines().getFirst());
        assertThat(first.get("body").getAsString()).isEqualTo("hello ü");
        assertThat(first.get("account").getAsString()).isEqualTo(mara.jid().toString());
        assertThat(first.get("chat").getAsString()).isEqualTo(ana.jid().toString());
        assertThat(first.get("delivery").getAsString()).isIn("on server", "delivered", "read");
        assertThat(first.get("id")).isEqualTo(first.get("originId"));
        assertThat(kith.run("", "export", "--format", "txt", "--chat", "" + ana.jid()).out())
                .contains("hello ü", "two\n    lines");
        assertThat(kith.run("", "export", "--format", "txt", "--chat", "ben@birke.example").out())
                .isEmpty();

        var found = kith.run("", "search", "HELLO");
        assertThat(first.get("steps").getAsJsonArray())
                .extracting(step -> step.getAsJsonObject().get("step").getAsString())
                .startsWith("queued", "sent")
                .contains("on server");
        first.remove("steps"); // which only the whole history has
        assertThat(found.lines()).extracting(CommandsEndToEndTest::json).containsExactly(first);
        assertThat(kith.run("", "search", "hello", "before:2001"))
                .isEqualTo(new Outcome(ExitCode.OK, "", ""));

        assertThat(kith.run("", "account", "remove", "" + mara.jid()))
                .isEqualTo(new Outcome(ExitCode.OK, "", ""));
        assertThat(kith.run("", "account", "list").out()).isEmpty();
        assertThat(folder.resolve("data/passwords")).content().doesNotContain(mara.password());
        assertThat(kith.run("", "account", "remove", "" + mara.jid()))
                .isEqualTo(
                        new Outcome(
                                ExitCode.FAILED,
                                "",
                                "kith: there is no account " + mara.jid() + "\n"));
    }

    @Test
    void withoutAnAccountNothingIsSent() {
        assertThat(kith.run("", "send", "--to", "" + ana.jid(), "hello"))
                .isEqualTo(new Outcome(ExitCode.NOT_SIGNED_IN, "", "kith: there is no account\n"));
    }

    @Test
    void withAWrongPasswordNothingIsSentNorKept() {
        add(mara, "wrong");
        var outcome = kith.run("", "send", "--to", "" + ana.jid(), "hello");
        assertThat(outcome.code()).isEqualTo(ExitCode.NOT_SIGNED_IN);
        assertThat(outcome.err())
                .startsWith("kith: " + mara.jid() + " is not signed in: wrong password");
        assertThat(kith.run("", "export", "--format", "jsonl").out()).isEmpty();
    }

    @Test
    void ofSeveralAccountsOneHasToBeNamed() {
        add(mara, mara.password());
        add(ana, ana.password());
        assertThat(kith.run("", "send", "--to", "" + ana.jid(), "hello").code())
                .isEqualTo(ExitCode.USAGE);
        try (var friend = LabUser.signIn(server, mara)) {
            var sent =
                    kith.run(
                            "",
                            "send",
                            "--from",
                            "" + ana.jid(),
                            "--to",
                            "" + mara.jid(),
                            "from ana");
            assertThat(sent).isEqualTo(new Outcome(ExitCode.OK, "", ""));
            friend.awaitMessage("from ana");
        }
    }

    @Test
    void aMessageThatIsRefusedIsAFailure() {
        add(mara, mara.password());
        var outcome = kith.run("", "send", "--to", "nobody@" + server.host(), "hello");
        assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
        assertThat(outcome.err()).startsWith("kith: not sent: unavailable");
    }

    @Test
    void withoutAKeyRingAPasswordIsNotKeptByItself() {
        var outcome = kith.run("x", "account", "add", "" + mara.jid(), "--password-file", "-");
        assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
        assertThat(outcome.err()).contains("--keep-password-in-file");
        assertThat(kith.run("", "account", "list").out()).isEmpty();
    }

    @Test
    void whatRunsDoesTheCommandsAndTellsWhatHappens() throws Exception {
        add(mara, mara.password());
        var code = new CompletableFuture<Integer>();
        var printed = kith.start(lanes.io(), code, "--headless", "--events");
        awaitEvent(printed, "ConnectionChanged", "\"state\":\"online\"");

        try (var friend = LabUser.signIn(server, ana)) {
            assertThat(kith.run("", "account", "list").out())
                    .isEqualTo(mara.jid() + "\tfile\tonline\n");
            assertThat(kith.run("", "send", "--to", "" + ana.jid(), "handed over").code())
                    .isEqualTo(ExitCode.OK);
            friend.awaitMessage("handed over");
            friend.say(mara.jid(), "an answer");
            awaitEvent(printed, "MessageAdded", "\"body\":\"an answer\"");
        }
        assertThat(kith.run("", "export", "--format", "jsonl").lines())
                .extracting(line -> json(line).get("body").getAsString())
                .containsExactly("handed over", "an answer");
        assertThat(kith.run("", "--headless").code()).isEqualTo(ExitCode.FAILED);

        kith.end();
        assertThat(code.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(ExitCode.OK);
        assertThat(kith.run("", "export", "--format", "jsonl").lines()).hasSize(2);
    }

    private Outcome add(LabAccount account, String password) {
        return kith.run(
                password + "\n",
                "account",
                "add",
                account.jid().toString(),
                "--password-file",
                "-",
                "--host",
                server.address().getHostString(),
                "--port",
                Integer.toString(server.address().getPort()),
                "--keep-password-in-file");
    }

    private static void awaitEvent(ByteArrayOutputStream printed, String name, String part) {
        await(name)
                .atMost(PATIENCE)
                .until(
                        () ->
                                lines(printed).stream()
                                        .anyMatch(
                                                line ->
                                                        line.contains("\"event\":\"" + name + "\"")
                                                                && line.contains(part)));
    }

    private static List<String> lines(ByteArrayOutputStream printed) {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static JsonObject json(String line) {
        return JsonParser.parseString(line).getAsJsonObject();
    }
}
