package kith.store;

import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// H2's files on a disk that may lose its power.
///
/// H2 takes a piece of its file ("chunk") for whole when its beginning and its end are there, and
/// doesn't look at what is between. Of what was not forced, a disk may have kept any blocks: both
/// ends, and nothing between. So the beginning, one block, is written only once all the rest is
/// safe; without it H2 goes back to the piece before, which was forced with the batch before.
public final class OrderedFiles extends FilePathWrapper { // public: H2 makes more of them

    static final String SCHEME = "kith";

    /// What a disk writes whole or not at all, and what H2 begins each chunk with.
    private static final int BLOCK = 4_096;

    static void register() {
        FilePath.register(new OrderedFiles());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new OrderedFile(getBase().open(mode));
    }

    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // H2 takes care itself
    private static final class OrderedFile extends ThroughFile {

        OrderedFile(FileChannel file) {
            super(file);
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            int length = bytes.remaining();
            if (length > BLOCK) {
                writeAll(bytes.slice(bytes.position() + BLOCK, length - BLOCK), position + BLOCK);
                force(false);
            }
            writeAll(bytes.slice(bytes.position(), Math.min(BLOCK, length)), position);
            bytes.position(bytes.limit());
            return length;
        }

        private void writeAll(ByteBuffer bytes, long position) throws IOException {
            long next = position;
            while (bytes.hasRemaining()) {
                next += super.write(bytes, next);
            }
        }
    }
}
