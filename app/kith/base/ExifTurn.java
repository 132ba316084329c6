package kith.base;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// How a camera was held, as it noted in the picture (Exif 2.3 §4.6.4, tag 0x0112): nearly every
/// phone stores its pictures lying on their side.
final class ExifTurn {

    private static final String MARK = "Exif\0\0";
    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;

    private ExifTurn() {}

    /// The turn that a segment APP1 of a JPEG tells of.
    ///
    /// @return 1 to 8; empty where it tells of none
    static Optional<Integer> in(byte[] segment) {
        var mark = new String(segment, 0, Math.min(6, segment.length), StandardCharsets.US_ASCII);
        if (!mark.equals(MARK)) {
            return Optional.empty();
        }
        try {
            return turn(ByteBuffer.wrap(segment, 6, segment.length - 6).slice());
        } catch (BufferUnderflowException | IllegalArgumentException cut) {
            return Optional.empty();
        }
    }

    /// @param tiff TIFF 6.0 §2: the order of bytes, 42, where the first directory is
    private static Optional<Integer> turn(ByteBuffer tiff) {
        switch (tiff.getShort()) {
            case 0x4949 -> tiff.order(ByteOrder.LITTLE_ENDIAN);
            case 0x4d4d -> tiff.order(ByteOrder.BIG_ENDIAN);
            default -> {
                return Optional.empty();
            }
        }
        tiff.getShort();
        tiff.position(tiff.getInt());
        int entries = Short.toUnsignedInt(tiff.getShort());
        for (int entry = 0; entry < entries; entry++) {
            int at = tiff.position();
            if (Short.toUnsignedInt(tiff.getShort()) == TAG && tiff.getShort() == SHORT) {
                tiff.getInt();
                int turn = tiff.getShort();
                return turn >= 1 && turn <= 8 ? Optional.of(turn) : Optional.empty();
            }
            tiff.position(at + ENTRY);
        }
        return Optional.empty();
    }
}
