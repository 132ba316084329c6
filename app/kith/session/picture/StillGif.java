package kith.session.picture;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/// The first picture of a GIF (GIF 89a §17–27), as a file of its own: one with 30,000 of them takes
/// no more memory than one. Nothing is taken over that isn't needed to draw it: what looks like a
/// comment to one reader may be pictures to another.
final class StillGif {

    private static final int HEAD = 13;
    private static final int COLORS_AT = 10;
    private static final int IMAGE = 0x2c;
    private static final int EXTENSION = 0x21;
    private static final int CONTROL = 0xf9;
    private static final int CONTROL_LENGTH = 8;
    private static final int END = 0x3b;

    private final byte[] file;
    private int at = HEAD;

    private StillGif(byte[] file) {
        this.file = file;
    }

    /// Cuts off what follows the first.
    ///
    /// @return empty where it has none, or ends in the middle of it
    static Optional<byte[]> of(byte[] file) {
        try {
            return new StillGif(file).cut();
        } catch (IndexOutOfBoundsException cut) {
            return Optional.empty();
        }
    }

    private Optional<byte[]> cut() {
        at += colors(file[COLORS_AT]);
        var still = new ByteArrayOutputStream();
        still.write(file, 0, at);
        var control = Optional.<Integer>empty();
        while (file[at] == EXTENSION) {
            int begin = at;
            at += 2;
            skipBlocks();
            control = isControl(begin) ? Optional.of(begin) : control;
        }
        if (file[at] != IMAGE) {
            return Optional.empty();
        }
        control.ifPresent(begin -> still.write(file, begin, CONTROL_LENGTH));
        int image = at;
        at += 10 + colors(file[at + 9]);
        at++; // how long the codes are
        skipBlocks();
        still.write(file, image, at - image);
        still.write(END);
        return Optional.of(still.toByteArray());
    }

    /// Whether what was just skipped says which colour can be seen through (§23).
    private boolean isControl(int begin) {
        return Byte.toUnsignedInt(file[begin + 1]) == CONTROL && at - begin == CONTROL_LENGTH;
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
