package kith.session.picture;

import kith.base.PictureHead.Kind;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// How long the parts of a file say that they are. Room is made for a table of colours before it is
/// read, by what is said of it: a file of a hundred bytes may say two thousand millions.
final class StatedLengths {

    private static final int PNG_CHUNKS_AT = 8;

    /// Of a PNG's chunk: how long it is, what it is, and its checksum (ISO/IEC 15948 §5.3).
    private static final int CHUNK_FRAME = 12;

    private static final int IDAT = 0x49444154;
    private static final int BMP_POINTS_AT = 10;
    private static final int BMP_LENGTH_AT = 14;

    /// Of what follows the first 14 bytes of a BMP; shorter ones are of before 1990.
    private static final int LEAST_BMP_LENGTH = 40;

    private StatedLengths() {}

    /// Whether what comes before the points is within the file.
    ///
    /// @param kind what the file is, so that it has a head of that kind
    static boolean fit(Kind kind, byte[] file) {
        return switch (kind) {
            case PNG -> fitPng(ByteBuffer.wrap(file));
            case BMP -> fitBmp(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN));
            case GIF, JPEG -> true; // one or two bytes long
        };
    }

    private static boolean fitPng(ByteBuffer file) {
        long at = PNG_CHUNKS_AT;
        while (at + CHUNK_FRAME <= file.limit()) {
            int length = file.getInt((int) at);
            if (file.getInt((int) at + 4) == IDAT) {
                return true;
            }
            if (length < 0) {
                return false;
            }
            at += (long) CHUNK_FRAME + length;
        }
        return false;
    }

    private static boolean fitBmp(ByteBuffer file) {
        return file.getInt(BMP_POINTS_AT) <= file.limit()
                && file.getInt(BMP_LENGTH_AT) >= LEAST_BMP_LENGTH;
    }
}
