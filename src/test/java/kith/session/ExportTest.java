package kith.session;

import static kith.session.ScriptedSession.LAYLA;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kith.base.Lane;
import kith.cli.HistoryForms;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.HistoryFormat;
import kith.model.Refusal;
import kith.session.export.Export;
import kith.session.export.ExportService;
import kith.session.export.ExportState;
import kith.session.export.ExportState.Reason;
import kith.session.export.HistoryService;
import kith.session.export.Names;
import kith.store.MessageStore;
import kith.xmpp.XmppEvent;

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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/// Chats are written to files.
class ExportTest {

    @TempDir Path folder;

    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();
    private final ChatKey layla = new ChatKey(account, LAYLA);

    /// What blocks, until the test runs it.
    private final Queue<Runnable> io = new ArrayDeque<>();

    private final ExportService exports = service(session.history, session.exports.names());

    @Test
    void aChatIsWrittenInEachForm() throws IOException {
        session.say(account, session.incoming.from(LAYLA, "m-1", "See you on <Friday>"));
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
                .contains(new ExportState.Writing(500), new ExportState.Writing(1_000))
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
                            if (state instanceof ExportState.Writing(long done) && done > 0) {
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
                            if (state instanceof ExportState.Writing(long done) && done > 0) {
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

    /// Whoever asks for it when all is read finds no file all the same.
    @Test
    void whatIsCancelledAfterTheLastPageLeavesNothing() throws IOException {
        say(3);
        var file = Files.writeString(folder.resolve("a.txt"), "of before");
        var asked = new ArrayList<Runnable>();
        BlockingQueue<Export> begun = new LinkedBlockingQueue<>();
        var cancelling =
                service(
                        work -> {
                            asked.add(work);
                            session.core.execute(work);
                            if (asked.size() == 3) { // the last
                                begun.remove().cancel();
                            }
                        });
        var export = cancelling.start(layla, HistoryFormat.TXT, file);
        begun.add(export);
        io.remove().run();
        assertThat(export.state().get()).isEqualTo(new ExportState.Cancelled());
        assertThat(Files.readString(file)).isEqualTo("of before");
    }

    @Test
    void aChatThatIsRemovedMeanwhileDoesNotReplaceTheFileOfBefore() throws IOException {
        say(1_234);
        var file = Files.writeString(folder.resolve("a.txt"), "of before");
        var export = exports.start(layla, HistoryFormat.TXT, file);
        once(export, () -> session.accounts.remove(account));
        io.remove().run();
        assertThat(export.state().get()).isEqualTo(new ExportState.Failed(Reason.GONE, ""));
        assertThat(Files.readString(file)).isEqualTo("of before");
        assertThat(files()).containsExactly("a.txt");
    }

    @Test
    void aMessageThatTakesAnotherPlaceMeanwhileHidesNoOthers() throws IOException {
        say(499);
        session.chats.send(layla, "to be sent again");
        var mine = session.messages(layla).getLast();
        session.say(
                account,
                new XmppEvent.MessageRefused(
                        LAYLA, mine.ids().stanza(), Refusal.of(Refusal.Reason.FORBIDDEN)));
        session.say(account, session.incoming.from(LAYLA, "after", "said after that"));
        var file = folder.resolve("a.txt");
        var export = exports.start(layla, HistoryFormat.TXT, file);
        once(export, () -> session.chats.retry(mine.key()));
        io.remove().run();
        assertThat(Files.readString(file)).containsOnlyOnce("said after that");
        assertThat(Files.readString(file)).containsOnlyOnce("to be sent again");
    }

    @Test
    void aFailureOfOursEndsItToo() {
        session.say(account, session.incoming.from(LAYLA, "m-1", "See you on Friday"));
        var broken = service(session.history, new NoNames());
        var file = folder.resolve("a.txt");
        var export = broken.start(layla, HistoryFormat.TXT, file);
        assertThatThrownBy(() -> io.remove().run()).isInstanceOf(IllegalStateException.class);
        assertThat(export.state().get()).isEqualTo(new ExportState.Failed(Reason.BUG, ""));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whoQuitsLeavesNoHalfOfAFile() throws IOException {
        say(1_234);
        var file = folder.resolve("a.txt");
        var export = exports.start(layla, HistoryFormat.TXT, file);
        var later = exports.start(layla, HistoryFormat.TXT, folder.resolve("b.txt"));
        var closed = new ArrayList<CompletableFuture<Void>>();
        once(export, () -> closed.add(exports.close().toCompletableFuture()));
        io.remove().run();
        assertThat(export.state().get()).isEqualTo(new ExportState.Cancelled());
        assertThat(closed.getFirst()).isNotDone();
        io.remove().run();
        assertThat(later.state().get()).isEqualTo(new ExportState.Cancelled());
        assertThat(closed.getFirst()).isDone();
        var tooLate = exports.start(layla, HistoryFormat.TXT, file);
        io.remove().run();
        assertThat(tooLate.state().get()).isEqualTo(new ExportState.Cancelled());
        assertThat(folder).isEmptyDirectory();
    }

    /// The lane that it reads on answers no more.
    @Test
    void whoIsInterruptedLeavesNoHalfOfAFile() throws InterruptedException {
        Queue<Runnable> never = new LinkedBlockingQueue<>();
        var waiting = service(never::add);
        var export = waiting.start(layla, HistoryFormat.TXT, folder.resolve("a.txt"));
        var thread = Thread.ofVirtual().start(io.remove());
        thread.interrupt();
        thread.join();
        assertThat(export.state().get()).isInstanceOf(ExportState.Failed.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theFileThatASymbolicLinkLeadsToIsReplaced() throws IOException {
        say(1);
        var there = Files.createDirectory(folder.resolve("there"));
        var file = Files.writeString(there.resolve("real.txt"), "of before");
        var link = Files.createSymbolicLink(folder.resolve("a.txt"), file);
        assertThat(written("a.txt", HistoryFormat.TXT)).contains("word");
        assertThat(link).isSymbolicLink();
        assertThat(file).content().contains("word");
        assertThat(files()).containsExactlyInAnyOrder("a.txt", "there");
    }

    /// One that reads by the way that is given.
    private ExportService service(Executor reading) {
        var lane =
                new Lane() {

                    @Override
                    public void execute(Runnable work) {
                        reading.execute(work);
                    }

                    @Override
                    public boolean isCurrent() {
                        return session.core.isCurrent();
                    }
                };
        var history = new HistoryService(new MessageStore(session.db), lane);
        return service(history, session.exports.names());
    }

    private ExportService service(HistoryService history, Names names) {
        return new ExportService(history, new HistoryForms(), names, session.core, io::add);
    }

    /// Does something when the first page is written.
    private void once(Export export, Runnable work) {
        var isDone = new AtomicBoolean();
        export.state()
                .watch(
                        session.core,
                        state -> {
                            if (state instanceof ExportState.Writing(long done)
                                    && done > 0
                                    && !isDone.getAndSet(true)) {
                                work.run();
                            }
                        });
    }

    private static final class NoNames implements Names {

        @Override
        public String address(AccountId account) {
            throw new IllegalStateException("no names");
        }

        @Override
        public String title(ChatKey chat) {
            throw new IllegalStateException("no names");
        }
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
                        session.say(account, session.incoming.from(LAYLA, "m-" + i, words));
                    }
                });
    }

    private List<String> files() throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(each -> each.getFileName().toString()).toList();
        }
    }
}
