package kith.xmpp.link;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// Knows whether what it reads from has ended, in whatever way.
final class EndingReader extends FilterReader {

    private volatile boolean isAtEnd;

    EndingReader(Reader in) {
        super(in);
    }

    boolean isAtEnd() {
        return isAtEnd;
    }

    @Override
    public int read() throws IOException {
        var one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        int count = -1;
        try {
            count = super.read(into, from, length);
        } finally {
            isAtEnd = count < 0;
        }
        return count;
    }
}
