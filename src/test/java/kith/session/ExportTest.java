package kith.session;

import static kith.session.ScriptedSession.LAYLA;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.HistoryFormat;
import kith.session.export.Export;
import kith.session.export.ExportService;
import kith.session.export.ExportState;
import kith.session.export.ExportState.Reason;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/// Chats are written to files.
class ExportTest {

    @TempDir Path folder;

    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();
    private final ChatKey layla = new ChatKey(account, LAYLA);

    /// What blocks, until the test runs it.
    private final Queue<Runnable> io = new ArrayDeque<>();

    private final ExportService exports =
            new ExportService(session.history, session.exports.names(), session.core, io::add);

    @Test
    void aChatIsWrittenInEachForm() throws IOException {
        session.say(account, session.from(LAYLA, "m-1", "See you on <Friday>"));
        assertThat(written("a.html", HistoryFormat.HTML))
                .contains("See you on &lt;Friday&gt;")
                .endsWith("</html>\n");
        assertThat(written("a.txt", HistoryFormat.TXT)).contains(": See you on <Friday>");
        assertThat(written("a.jsonl", HistoryFormat.JSONL))
                .contains("\"body\":\"See you on <Friday>\"", "\"steps\":[{\"step\":\"arrived\"")
                .hasLineCount(1);
    }

    @Test
    void onlyItsOwnerCanReadTheFile() throws IOException {
        written("a.txt", HistoryFormat.TXT);
        assertThat(Files.getPosixFilePermissions(folder.resolve("a.txt")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aLongChatIsWrittenWholeInItsOrderAndSaysHowFarItIs() throws IOException {
        say(1_234);
        var file = folder.resolve("a.txt");
        var export = exports.start(layla, HistoryFormat.TXT, file);
        var states = watch(export);
        io.remove().run();
        assertThat(Files.readAllLines(file))
                .filteredOn(line -> line.contains(": word "))
                .hasSize(1_234)
                .isSorted();
        assertThat(states)
                .contains(
                        new ExportState.Writing(500, 1_234), new ExportState.Writing(1_000, 1_234))
                .last()
                .isEqualTo(new ExportState.Done(file));
    }

    @Test
    void theProgramGoesOnBetweenThePages() throws IOException {
        say(1_234);
        var file = folder.resolve("a.txt");
        exports.start(layla, HistoryFormat.TXT, file)
                .state()
                .watch(
                        session.core,
                        state -> {
                            if (state instanceof ExportState.Writing(long done, _) && done > 0) {
                                session.chats.send(layla, "said after " + done);
                            }
                        });
        io.remove().run();
        assertThat(Files.readString(file)).contains(": said after 500\n", ": said after 1000\n");
    }

    @Test
    void whatIsCancelledLeavesNothingAndTheFileOfBefore() throws IOException {
        say(1_234);
        var file = Files.writeString(folder.resolve("a.txt"), "of before");
        var export = exports.start(layla, HistoryFormat.TXT, file);
        export.state()
                .watch(
                        session.core,
                        state -> {
                            if (state instanceof ExportState.Writing(long done, _) && done > 0) {
                                export.cancel();
                            }
                        });
        io.remove().run();
        assertThat(export.state().get()).isEqualTo(new ExportState.Cancelled());
        assertThat(Files.readString(file)).isEqualTo("of before");
        assertThat(files()).containsExactly("a.txt");
    }

    @Test
    void whatIsThereIsReplacedWhenTheNewOneIsWhole() throws IOException {
        say(1);
        Files.writeString(folder.resolve("a.txt"), "of before");
        assertThat(written("a.txt", HistoryFormat.TXT)).contains("word").doesNotContain("before");
        assertThat(files()).containsExactly("a.txt");
    }

    @Test
    void aFolderThatIsGoneIsNamedAsTheReason() {
        assertThat(failed(folder.resolve("gone").resolve("a.txt"))).isEqualTo(Reason.NO_FOLDER);
    }

    @Test
    void whatCannotTakeItsPlaceLeavesNothing() throws IOException {
        var file = folder.resolve("a.txt");
        Files.createDirectories(file.resolve("inside"));
        assertThat(failed(file)).isEqualTo(Reason.OTHER);
        assertThat(files()).containsExactly("a.txt");
    }

    private Reason failed(Path file) {
        var export = exports.start(layla, HistoryFormat.TXT, file);
        io.remove().run();
        assertThat(export.state().get()).isInstanceOf(ExportState.Failed.class);
        return ((ExportState.Failed) export.state().get()).reason();
    }

    private String written(String name, HistoryFormat format) throws IOException {
        var file = folder.resolve(name);
        var export = exports.start(layla, format, file);
        io.remove().run();
        assertThat(export.state().get()).isEqualTo(new ExportState.Done(file));
        return Files.readString(file);
    }

    private List<ExportState> watch(Export export) {
        var states = new ArrayList<ExportState>();
        export.state().watch(session.core, states::add);
        return states;
    }

    private void say(int count) {
        session.core.execute(
                () -> {
                    for (int i = 0; i < count; i++) {
                        var words = String.format("word %05d", i);
                        session.say(account, session.from(LAYLA, "m-" + i, words));
                    }
                });
    }

    private List<String> files() throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(each -> each.getFileName().toString()).toList();
        }
    }
}
