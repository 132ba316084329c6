package kith.session.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import kith.session.export.ExportState.Reason;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/// The file that a chat is written to.
///
/// It is made beside its place under another name, which only its owner can read, and takes its
/// place when it is whole: whatever happens before, there is no half of a file, and the one that
/// was there stays. Where a symbolic link stands in its place, the file it leads to is replaced,
/// not the link.
final class ExportFile {

    private final HistoryWalk history;
    private final Function<PrintWriter, HistoryPage> form;
    private final Path file;
    private final ExportService.Running running;

    ExportFile(
            HistoryWalk history,
            Function<PrintWriter, HistoryPage> form,
            Path file,
            ExportService.Running running) {
        this.history = history;
        this.form = form;
        this.file = file.toAbsolutePath();
        this.running = running;
    }

    /// Writes it, which takes a while.
    ///
    /// @return how it ended
    ExportState write() {
        try {
            return writeBeside();
        } catch (IOException failure) {
            return new ExportState.Failed(reason(failure), words(failure));
        } catch (CompletionException failure) {
            var cause = Optional.ofNullable(failure.getCause()).orElse(failure);
            return new ExportState.Failed(Reason.UNREADABLE, words(cause));
        }
    }

    private ExportState writeBeside() throws IOException {
        var target = Files.exists(file) ? file.toRealPath() : file;
        var folder = Optional.ofNullable(target.getParent()).orElse(target);
        if (Files.notExists(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        // only its owner can read what is made like this
        var draft = Files.createTempFile(folder, ".kith-", ".part");
        try {
            return writeVia(draft, target);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /// A chat that is removed meanwhile ends before its end: that is no export of it.
    private ExportState writeVia(Path draft, Path target) throws IOException {
        writeTo(draft);
        if (history.isCutOff()) {
            return new ExportState.Failed(Reason.GONE, "");
        }
        if (running.isCancelled()) {
            return new ExportState.Cancelled();
        }
        put(draft, target);
        return new ExportState.Done(file);
    }

    /// Writes what there is, until it is cancelled.
    private void writeTo(Path draft) throws IOException {
        var disk = new Disk(Files.newOutputStream(draft));
        // not a file writer: that would end at the first half of a surrogate pair
        try (var out = new PrintWriter(disk, false, UTF_8)) {
            var page = form.apply(out);
            page.begin();
            writeEntries(page, out, disk);
            page.end();
            disk.check(out);
        }
        try (var written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            written.force(true);
        }
    }

    private void writeEntries(HistoryPage page, PrintWriter out, Disk disk) throws IOException {
        long count = 0;
        while (history.hasNext() && !running.isCancelled()) {
            var next = history.next();
            next.forEach(page::message);
            count += next.size();
            disk.check(out);
            if (history.hasNext()) {
                running.written(count);
            }
        }
    }

    private static void put(Path draft, Path file) throws IOException {
        try {
            Files.move(
                    draft,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException plain) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// What it comes to, as far as the system says so.
    static Reason reason(IOException failure) {
        var words = words(failure);
        boolean isFull =
                words.contains("No space left")
                        || words.contains("not enough space on the disk")
                        || words.contains("Disk quota exceeded");
        if (isFull) {
            return Reason.DISK_FULL;
        }
        boolean isClosed =
                failure instanceof AccessDeniedException
                        || words.contains("Read-only file system")
                        || words.contains("Permission denied");
        if (isClosed) {
            return Reason.NOT_PERMITTED;
        }
        return failure instanceof NoSuchFileException || failure instanceof NotDirectoryException
                ? Reason.NO_FOLDER
                : Reason.OTHER;
    }

    private static String words(Throwable failure) {
        return failure.toString();
    }

    /// Keeps what a [PrintWriter] keeps to itself.
    private static final class Disk extends FilterOutputStream {

        private Optional<IOException> failure = Optional.empty();

        Disk(OutputStream file) {
            super(file);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException full) {
                failure = Optional.of(full);
                throw full;
            }
        }

        void check(PrintWriter writer) throws IOException {
            if (writer.checkError()) {
                throw failure.orElseGet(() -> new IOException("can't write"));
            }
        }
    }
}
