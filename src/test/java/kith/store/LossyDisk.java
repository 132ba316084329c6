package kith.store;

import kith.base.BatchLane;

import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/// A disk that may forget, when its power is lost, each block that was written since it was last
/// forced: in any selection, as a drive that writes in an order of its own.
///
/// One test at a time uses it.
public final class LossyDisk extends FilePathWrapper { // public: H2 makes more of them

    private static final int BLOCK = 4_096;

    /// The worst that can be left of what was written: its beginning and its end, and nothing else.
    private static final int ENDS = -1;

    private static final Map<String, Lossy> FILES = new ConcurrentHashMap<>();
    private static volatile Runnable listener = () -> {};

    /// A history on it.
    static Db open(Path folder, BatchLane core, InstantSource clock) {
        FilePath.register(new LossyDisk());
        return Db.open(HistoryFile.in(folder).on("lossy"), core, clock);
    }

    /// @param work runs before each change of a file, on the thread that changes it
    static void beforeEachChange(Runnable work) {
        listener = work;
    }

    /// What a history is after the power was lost at this moment.
    static byte[] afterLoss(Path folder, Random random) {
        var path = HistoryFile.in(folder).path().toString();
        return Objects.requireNonNull(FILES.get(path)).afterLoss(random);
    }

    /// Forgets all files.
    static void clear() {
        listener = () -> {};
        FILES.clear();
    }

    @Override
    public String getScheme() {
        return "lossy";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        var path = Path.of(getBase().toString());
        var before = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
        var file = new Lossy(getBase().open(mode), before);
        FILES.put(path.toString(), file);
        return file;
    }

    /// A change that isn't forced: bytes at a position, or a new length where there are none.
    private static final class Change {

        private final long position;
        private final byte[] bytes;

        Change(long position, byte[] bytes) {
            this.position = position;
            this.bytes = bytes;
        }

        byte[] on(byte[] image) {
            if (bytes.length == 0) {
                return Arrays.copyOf(image, (int) position);
            }
            int end = (int) position + bytes.length;
            var changed = image.length < end ? Arrays.copyOf(image, end) : image.clone();
            System.arraycopy(bytes, 0, changed, (int) position, bytes.length);
            return changed;
        }

        /// As much of it as is there after the loss.
        List<Change> left(Random random, int percent) {
            var left = new ArrayList<Change>();
            for (int from = 0; from < bytes.length; from += BLOCK) {
                boolean isEnd = from == 0 || from + BLOCK >= bytes.length;
                if (percent == ENDS ? isEnd : random.nextInt(100) < percent) {
                    int to = Math.min(bytes.length, from + BLOCK);
                    left.add(new Change(position + from, Arrays.copyOfRange(bytes, from, to)));
                }
            }
            if (bytes.length == 0 && random.nextInt(100) < percent) {
                left.add(this);
            }
            return left;
        }
    }

    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // else the listener would hold it
    private static final class Lossy extends ThroughFile {

        private final List<Change> changes = new ArrayList<>();
        private byte[] forced;

        Lossy(FileChannel file, byte[] forced) {
            super(file);
            this.forced = forced;
        }

        synchronized byte[] afterLoss(Random random) {
            int percent = List.of(0, 10, 50, 90, ENDS, ENDS).get(random.nextInt(6));
            var image = forced;
            for (var change : changes) {
                for (var left : change.left(random, percent)) {
                    image = left.on(image);
                }
            }
            return image;
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            listener.run();
            var copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            int written = super.write(bytes, position);
            change(new Change(position, Arrays.copyOf(copy, written)));
            return written;
        }

        @Override
        public synchronized int write(ByteBuffer bytes) throws IOException {
            long position = position();
            int written = write(bytes, position);
            position(position + written);
            return written;
        }

        @Override
        public synchronized FileChannel truncate(long size) throws IOException {
            listener.run();
            super.truncate(size);
            change(new Change(size, new byte[0]));
            return this;
        }

        @Override
        public synchronized void force(boolean metaData) throws IOException {
            listener.run();
            super.force(metaData);
            for (var change : changes) {
                forced = change.on(forced);
            }
            changes.clear();
        }

        private synchronized void change(Change change) {
            changes.add(change);
        }
    }
}
