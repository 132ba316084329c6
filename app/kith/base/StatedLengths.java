package kith.base;

import kith.base.PictureHead.Kind;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// How long the parts of a picture's file say that they are. Room is made for a table of colours
/// before it is read, by what is said of it: a file of a hundred bytes may say two thousand
/// millions.
public final class StatedLengths {

    private static final int PNG_CHUNKS_AT = 8;

    /// Of a PNG's chunk: how long it is, what it is, and its checksum (ISO/IEC 15948 §5.3).
    private static final int CHUNK_FRAME = 12;

    private static final int PLTE = 0x504c5445;
    private static final int BMP_POINTS_AT = 10;
    private static final int BMP_LENGTH_AT = 14;

    /// Of what follows the first 14 bytes of a BMP; shorter ones are of before 1990.
    private static final int LEAST_BMP_LENGTH = 40;

    private StatedLengths() {}

    /// Whether no table of colours is longer than the file.
    ///
    /// @param kind what the file is, so that it has a head of that kind
    public static boolean fit(Kind kind, byte[] file) {
        return switch (kind) {
            case PNG -> fitPng(ByteBuffer.wrap(file));
            case BMP -> fitBmp(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN));
            case GIF, JPEG -> true; // one or two bytes long
        };
    }

    /// What else is cut, or says what makes no sense, is an error when it is drawn, and no more.
    private static boolean fitPng(ByteBuffer file) {
        long at = PNG_CHUNKS_AT;
        while (at + CHUNK_FRAME <= file.limit()) {
            int length = file.getInt((int) at);
            if (length < 0) {
                return true;
            }
            long next = at + CHUNK_FRAME + length;
            if (file.getInt((int) at + 4) == PLTE && next > file.limit()) {
                return false;
            }
            at = next;
        }
        return true;
    }

    private static boolean fitBmp(ByteBuffer file) {
        return file.getInt(BMP_POINTS_AT) <= file.limit()
                && file.getInt(BMP_LENGTH_AT) >= LEAST_BMP_LENGTH;
    }
}
