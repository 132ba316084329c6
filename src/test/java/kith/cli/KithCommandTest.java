package kith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.HistoryFormat;
import kith.model.Proxy;
import kith.model.ProxyAccess;
import kith.model.ServerAddress;
import kith.session.account.Credentials;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class KithCommandTest {

    private static final EntityBareJid MARA = account("mara@hearth.example");
    private static final BareJid ROOM = JidCreate.bareFromOrThrowUnchecked("den@rooms.example");

    @TempDir private Path folder;
    private final FakeProgram kith = new FakeProgram();

    @Test
    void helpNamesEveryCommandAndExitStatus() {
        assertThat(kith.run("--help")).isEqualTo(ExitCode.OK);
        assertThat(kith.out())
                .contains("account", "send", "export", "--headless", "--data-dir", "Exit status");
        assertThat(kith.window()).isEmpty();
    }

    @Test
    void versionIsTold() {
        assertThat(kith.run("--version")).isEqualTo(ExitCode.OK);
        assertThat(kith.out()).isEqualTo("Kith 1.2.3\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--unknown",
                "acount",
                "ana@example.org",
                "account",
                "account add",
                "account add mara@hearth.example",
                "account add hearth.example --password-file x",
                "account remove",
                "account list extra",
                "send --to",
                "send --to ana@example.org",
                "send hello",
                "send --to @ hello",
                "send --to ana@example.org hello --file x",
                "send --to ana@example.org --timeout soon hello",
                "export",
                "export --format pdf",
                "search",
                "search --limit 0 word",
                "export --format txt --chat @",
                "--headless --data-dir /d --profile p",
                "--data-dir"
            })
    void nonsenseIsRefusedInOneLineAndAHint(String line) {
        assertThat(kith.run(line.split(" ", -1))).isEqualTo(ExitCode.USAGE);
        assertThat(kith.err()).startsWith("kith: ").containsPattern("\nTry 'kith.* --help'\\.\n$");
        assertThat(kith.out()).isEmpty();
        assertThat(kith.requests()).isEmpty();
    }

    @Test
    void aPasswordIsTheFirstLineOfItsFile() throws IOException {
        var file = Files.writeString(folder.resolve("password"), " pass word \nmore\n");
        assertThat(
                        kith.run(
                                "account",
                                "add",
                                "xmpp:mara@hearth.example",
                                "--password-file",
                                "" + file))
                .isEqualTo(ExitCode.OK);
        assertThat(kith.requests())
                .containsExactly(
                        new Request.AddAccount(
                                MARA,
                                new Credentials(" pass word "),
                                new ServerAddress.ByDomain(),
                                false));
        assertThat(kith.out() + kith.err()).isEmpty();
    }

    @Test
    void aPasswordMayComeOnStandardInput() {
        kith.input("secret\r\n");
        var code =
                kith.run(
                        "account",
                        "add",
                        "mara@hearth.example",
                        "--password-file",
                        "-",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        "15222",
                        "--keep-password-in-file");
        assertThat(code).isEqualTo(ExitCode.OK);
        assertThat(kith.requests())
                .containsExactly(
                        new Request.AddAccount(
                                MARA,
                                new Credentials("secret"),
                                new ServerAddress.Given("127.0.0.1", 15222),
                                true));
    }

    @Test
    void f37AProxyIsAnUrlAndItsPasswordHasAFileOfItsOwn() throws IOException {
        var file = Files.writeString(folder.resolve("proxy-password"), "open sesame\n");
        kith.input("secret\n");
        assertThat(add("--proxy", "socks5://mara@[::1]", "--proxy-password-file", "" + file))
                .isEqualTo(ExitCode.OK);
        var proxy = new Proxy(Proxy.Kind.SOCKS5, "::1", 1080, Optional.of("mara"));
        var access = Optional.of(new ProxyAccess(proxy, "open sesame"));
        assertThat(kith.requests())
                .containsExactly(
                        new Request.AddAccount(
                                MARA,
                                new Credentials("secret", access),
                                new ServerAddress.ByDomain(),
                                false));
        kith.input("secret\n");
        assertThat(add("--proxy", "http://proxy.example:3128")).isEqualTo(ExitCode.OK);
        assertThat(add("--proxy", "http://mara:open@proxy.example")).isEqualTo(ExitCode.USAGE);
        assertThat(add("--proxy", "http://mara@proxy.example")).isEqualTo(ExitCode.USAGE);
        assertThat(add("--proxy", "ftp://proxy.example")).isEqualTo(ExitCode.USAGE);
        assertThat(add("--proxy", "socks5://proxy.example:99999")).isEqualTo(ExitCode.USAGE);
        assertThat(add("--proxy", "proxy.example:1080")).isEqualTo(ExitCode.USAGE);
        assertThat(kith.err()).contains("no proxy: proxy.example:1080").doesNotContain("Exception");
        assertThat(add("--proxy-password-file", "" + file)).isEqualTo(ExitCode.USAGE);
        assertThat(kith.requests()).hasSize(2);
        assertThat(kith.err()).doesNotContain("mara:open");
    }

    private int add(String... options) {
        var start = List.of("account", "add", "mara@hearth.example", "--password-file", "-");
        return kith.run(
                Stream.concat(start.stream(), Arrays.stream(options)).toArray(String[]::new));
    }

    @Test
    void anEmptyPasswordAndAMissingFileAreRefused() {
        var add = new String[] {"account", "add", "mara@hearth.example", "--password-file", "-"};
        assertThat(kith.run(add)).isEqualTo(ExitCode.USAGE);
        add[4] = folder.resolve("missing").toString();
        assertThat(kith.run(add)).isEqualTo(ExitCode.USAGE);
        assertThat(kith.err())
                .isEqualTo("kith: there is no password in -\nkith: can't read " + add[4] + "\n");
    }

    @Test
    void aPortWithoutSenseIsRefused() {
        kith.input("secret");
        var code =
                kith.run(
                        "account",
                        "add",
                        "mara@hearth.example",
                        "--password-file",
                        "-",
                        "--host",
                        "h",
                        "--port",
                        "70000");
        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(kith.err()).startsWith("kith: no such server: h:70000\n");
    }

    @Test
    void whereTheFolderIsMayBeSaidBeforeAndBehindTheCommand() {
        assertThat(kith.run("--data-dir", "/d", "account", "list")).isEqualTo(ExitCode.OK);
        assertThat(kith.entered().orElseThrow().dataFolder()).contains(Path.of("/d"));
        assertThat(kith.run("account", "list", "--profile", "work", "--log", "store=debug"))
                .isEqualTo(ExitCode.OK);
        assertThat(kith.entered().orElseThrow().profile()).contains("work");
        assertThat(kith.entered().orElseThrow().logLevels()).containsExactly("store=debug");
        assertThat(kith.requests()).hasOnlyElementsOfType(Request.ListAccounts.class);
    }

    @Test
    void accountsAreRemoved() {
        assertThat(kith.run("account", "remove", "mara@hearth.example")).isEqualTo(ExitCode.OK);
        assertThat(kith.requests()).containsExactly(new Request.RemoveAccount(MARA));
    }

    @Test
    void aTextIsSent() {
        var code =
                kith.run(
                        "send",
                        "--from",
                        "mara@hearth.example",
                        "--to",
                        "den@rooms.example",
                        "--timeout",
                        "5",
                        "hello -- there");
        assertThat(code).isEqualTo(ExitCode.OK);
        assertThat(kith.requests())
                .containsExactly(
                        new Request.Send(
                                Optional.of(MARA), ROOM, "hello -- there", Duration.ofSeconds(5)));
        assertThat(kith.patience()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aFilesTextIsSentWithoutItsLastLineEnd() throws IOException {
        var file = Files.writeString(folder.resolve("text"), "one\n  two ü\n\n");
        assertThat(kith.run("send", "--to", "den@rooms.example", "--file", "" + file))
                .isEqualTo(ExitCode.OK);
        assertThat(kith.requests())
                .containsExactly(
                        new Request.Send(
                                Optional.empty(), ROOM, "one\n  two ü", Duration.ofSeconds(60)));
    }

    @Test
    void nothingIsNotSent() {
        assertThat(kith.run("send", "--to", "den@rooms.example", " ")).isEqualTo(ExitCode.USAGE);
        assertThat(kith.err()).isEqualTo("kith: there is nothing to send\n");
    }

    @Test
    void whatTheOtherProcessSaysIsPassedOn() {
        kith.answerWith(
                "{\"out\":\"line ü\"}",
                "{\"error\":\"refused\"}",
                AnswerJson.exit(ExitCode.FAILED));
        assertThat(kith.run("account", "list")).isEqualTo(ExitCode.FAILED);
        assertThat(kith.out()).isEqualTo("line ü\n");
        assertThat(kith.err()).isEqualTo("kith: refused\n");
    }

    @Test
    void anotherProcessThatEndsHalfwayIsAFailure() {
        kith.answerWith("{\"out\":\"half\"}");
        assertThat(kith.run("export", "--format", "TXT")).isEqualTo(ExitCode.FAILED);
        assertThat(kith.err()).isEqualTo("kith: the Kith that runs ended before it\n");
    }

    @Test
    void anotherProcessThatTalksNonsenseIsAFailure() {
        kith.answerWith("hello");
        assertThat(kith.run("account", "list")).isEqualTo(ExitCode.FAILED);
        assertThat(kith.err()).startsWith("kith: lost the Kith that runs");
    }

    @Test
    void whatIsLookedForIsOneQuery() {
        kith.answerWith(AnswerJson.exit(ExitCode.OK));
        assertThat(kith.run("search", "--limit", "5", "paper", "in:\"print shop\""))
                .isEqualTo(ExitCode.OK);
        assertThat(kith.requests())
                .containsExactly(
                        new Request.Search(
                                "paper in:\"print shop\"", false, 5, Duration.ofSeconds(60)));
    }

    @Test
    void historyIsWrittenToAFileForItsOwnerAlone() throws IOException {
        kith.answerWith("{\"out\":\"a\"}", "{\"out\":\"b\"}", AnswerJson.exit(ExitCode.OK));
        var file = folder.resolve("history");
        var code =
                kith.run(
                        "export",
                        "--format",
                        "jsonl",
                        "--chat",
                        "den@rooms.example",
                        "--output",
                        "" + file);
        assertThat(code).isEqualTo(ExitCode.OK);
        assertThat(kith.requests())
                .containsExactly(new Request.Export(HistoryFormat.JSONL, Optional.of(ROOM)));
        assertThat(file).hasContent("a\nb\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(kith.out()).isEmpty();
    }

    @Test
    void aFileThatCannotBeWrittenIsAFailure() {
        var code = kith.run("export", "--format", "txt", "--output", folder + "/no/such/folder");
        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(kith.err()).startsWith("kith: can't write ");
        assertThat(kith.requests()).isEmpty();
    }

    @Test
    void headlessStartsOnlyOnce() {
        assertThat(kith.run("--headless", "--events")).isEqualTo(ExitCode.FAILED);
        assertThat(kith.err()).isEqualTo("kith: Kith already runs there\n");
    }

    private static EntityBareJid account(String address) {
        return JidCreate.entityBareFromOrThrowUnchecked(address);
    }
}
