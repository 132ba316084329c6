package kith.session.picture;

import java.util.Arrays;
import java.util.Optional;

/// The first picture of a GIF (GIF 89a §17–27), as a file of its own: one with 30,000 of them takes
/// no more memory than one.
final class StillGif {

    private static final int HEAD = 13;
    private static final int COLORS_AT = 10;
    private static final int IMAGE = 0x2c;
    private static final int EXTENSION = 0x21;
    private static final byte END = 0x3b;

    private final byte[] file;
    private int at = HEAD;

    private StillGif(byte[] file) {
        this.file = file;
    }

    /// @return empty where it has none, or ends in the middle of it
    static Optional<byte[]> of(byte[] file) {
        try {
            return new StillGif(file).cut();
        } catch (ArrayIndexOutOfBoundsException cut) {
            return Optional.empty();
        }
    }

    private Optional<byte[]> cut() {
        at += colors(file[COLORS_AT]);
        while (file[at] == EXTENSION) {
            at += 2;
            skipBlocks();
        }
        if (file[at] != IMAGE) {
            return Optional.empty();
        }
        at += 10 + colors(file[at + 9]);
        at++; // how long the codes are
        skipBlocks();
        var still = Arrays.copyOf(file, at + 1);
        still[at] = END;
        return Optional.of(still);
    }

    /// Bytes of the table that a byte of flags tells of.
    private static int colors(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 0x07) + 1);
    }

    private void skipBlocks() {
        while (file[at] != 0) {
            at += 1 + Byte.toUnsignedInt(file[at]);
        }
        at++;
        if (at > file.length) {
            throw new ArrayIndexOutOfBoundsException(at);
        }
    }
}
