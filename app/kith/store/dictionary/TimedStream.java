package kith.store.dictionary;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream that fails once the time is over.
final class TimedStream extends FilterInputStream {

    private final Deadline deadline;

    TimedStream(InputStream in, Deadline deadline) {
        super(in);
        this.deadline = deadline;
    }

    @Override
    public int read() throws IOException {
        check();
        return super.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        check();
        return super.read(bytes, offset, length);
    }

    private void check() throws IOException {
        if (deadline.isOver()) {
            throw new IOException("it takes too long");
        }
    }
}
