package kith.store;

import kith.base.BatchLane;

import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.InstantSource;

/// A disk that takes nothing while it is full, and gives nothing while it fails.
public final class FullDisk extends FilePathWrapper { // public: H2 makes more of them

    private static volatile boolean isFull;
    private static volatile boolean isFailing;

    /// A history on it.
    public static Db open(Path folder, BatchLane core, InstantSource clock) {
        free();
        FilePath.register(new FullDisk());
        return Db.open(HistoryFile.in(folder).on("full"), core, clock);
    }

    public static void fill() {
        isFull = true;
    }

    public static void fail() {
        isFailing = true;
        isFull = true;
    }

    /// There is room, and it works.
    public static void free() {
        isFull = false;
        isFailing = false;
    }

    @Override
    public String getScheme() {
        return "full";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Full(getBase().open(mode));
    }

    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // as in what it goes through
    private static final class Full extends ThroughFile {

        Full(FileChannel file) {
            super(file);
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            return super.write(taken(bytes), position);
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            return super.write(taken(bytes));
        }

        @Override
        public int read(ByteBuffer bytes, long position) throws IOException {
            if (isFailing) {
                throw new IOException("Input/output error");
            }
            return super.read(bytes, position);
        }

        private static ByteBuffer taken(ByteBuffer bytes) throws IOException {
            if (isFull) {
                throw new IOException("No space left on device");
            }
            return bytes;
        }
    }
}
