package kith.store;

import kith.model.AccountId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// What came in and is not in the database yet, in the order it came: a row of files to which
/// reader threads append before they let the server's counter go on (XEP-0198 §4), so that what was
/// acknowledged survives even a kill -9.
///
/// An entry is handed to the operating system, not forced to the disk: a power cut may cost the
/// newest, which the server's archive still has.
///
/// Any thread. [#replay] gives what an earlier run left behind; what this run appends, it has at
/// hand, unless [#leaveOpen] gives that up, too.
public final class Journal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private static final String PREFIX = "journal.";

    /// A file that has grown to this is followed by another, so that room is freed even when the
    /// database never quite catches up.
    private static final long FULL = 4 << 20;

    private final Path folder;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<JournalFile> left;

    /// Files of this run that are full, with the last number in each; oldest first.
    private final Deque<JournalFile> full = new ArrayDeque<>();

    /// Entries of this run that are not done.
    private final NavigableSet<Long> open = new TreeSet<>();

    private JournalFile current;
    private long last;

    private Journal(Path folder, List<JournalFile> left, JournalFile current, long last) {
        this.folder = folder;
        this.left = left;
        this.current = current;
        this.last = last;
    }

    /// Opens the journal in a folder, beside the database, which keeps a second Kith out. Blocks.
    ///
    /// @throws StoreException where it can't be read or written
    public static Journal open(Path folder) {
        try {
            var home = OwnerOnly.folder(folder);
            var left = new ArrayList<JournalFile>();
            long last = 0;
            for (var path : files(home)) {
                var file = JournalFile.existing(path);
                if (file.last() == 0) {
                    file.delete();
                } else {
                    last = file.last();
                    left.add(file);
                }
            }
            return new Journal(home, left, begin(home, last + 1), last);
        } catch (IOException failure) {
            throw new StoreException(StoreException.Kind.DISK, failure);
        }
    }

    /// Adds an entry. When this returns, the entry survives the death of the process.
    ///
    /// @param at when it came, to the millisecond
    /// @param xml the stanza as it came
    /// @return its number; each is greater than those before
    /// @throws StoreException where it could not be written; then nothing of it is there
    public long append(AccountId account, Instant at, String xml) {
        lock.lock();
        try {
            if (current.size() >= FULL) {
                goOnInNext();
            }
            current.append(new Entry(last + 1, account, at.truncatedTo(ChronoUnit.MILLIS), xml));
            last++;
            open.add(last);
            return last;
        } catch (IOException failure) {
            throw new StoreException(StoreException.Kind.DISK, failure);
        } finally {
            lock.unlock();
        }
    }

    /// Forgets entries of this run, once what they say is committed; they need not be the oldest.
    /// Some may be left and come again at the next start: who replays must know what is known.
    public void done(Collection<Long> numbers) {
        lock.lock();
        try {
            open.removeAll(numbers);
            long number = open.isEmpty() ? last : open.first() - 1;
            while (!full.isEmpty() && full.getFirst().last() <= number) {
                full.removeFirst().delete();
            }
            if (number >= last && full.isEmpty()) {
                current.clear();
            }
        } catch (IOException failure) {
            throw new StoreException(StoreException.Kind.DISK, failure);
        } finally {
            lock.unlock();
        }
    }

    /// From here on, what this run has kept and not forgotten counts as left behind.
    ///
    /// @throws StoreException where no new file can be begun; then it is only to be called again
    public void leaveOpen() {
        lock.lock();
        try {
            if (current.size() > 0) {
                goOnInNext();
            }
            left.addAll(full);
            full.clear();
            open.clear();
        } catch (IOException failure) {
            throw new StoreException(StoreException.Kind.DISK, failure);
        } finally {
            lock.unlock();
        }
    }

    private void goOnInNext() throws IOException {
        var next = begin(folder, last + 1);
        full.add(current);
        current = next;
    }

    /// Forgets what earlier runs left behind, once what it says is committed.
    public void forgetLeft() {
        lock.lock();
        try {
            while (!left.isEmpty()) {
                left.removeFirst().delete();
            }
        } catch (IOException failure) {
            throw new StoreException(StoreException.Kind.DISK, failure);
        } finally {
            lock.unlock();
        }
    }

    /// Gives every entry that earlier runs left behind, oldest first. A last one that is torn was
    /// never acknowledged and is passed over.
    public void replay(Consumer<Entry> consumer) {
        try {
            for (var file : List.copyOf(left)) {
                long unread = file.replay(consumer);
                if (unread > 0) {
                    LOG.warn("{} bytes of a journal were torn and are passed over", unread);
                }
            }
        } catch (IOException failure) {
            throw new StoreException(StoreException.Kind.DISK, failure);
        }
    }

    /// Closes the files; what is in them stays for the next run.
    @Override
    public void close() {
        lock.lock();
        try {
            for (var file : full) {
                file.close();
            }
            for (var file : left) {
                file.close();
            }
            current.close();
        } catch (IOException failure) {
            throw new StoreException(StoreException.Kind.DISK, failure);
        } finally {
            lock.unlock();
        }
    }

    private static JournalFile begin(Path folder, long first) throws IOException {
        var name = PREFIX + "%016d".formatted(first); // in the order of their names
        OwnerOnly.file(folder, name);
        return JournalFile.existing(folder.resolve(name));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder, PREFIX + "*")) {
            var sorted = new ArrayList<Path>();
            files.forEach(sorted::add);
            sorted.sort(null);
            return sorted;
        }
    }

    /// A stanza that came in.
    ///
    /// @param number in the order of arrival
    /// @param at when it came
    public record Entry(long number, AccountId account, Instant at, String xml) {}
}
