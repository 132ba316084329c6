package kith.base;

import java.util.Optional;

/// How large a picture says that it is, read from its first bytes without drawing it. PNG and JPEG
/// only: what else there is, isn't shown.
///
/// @param width in px, at least 1
/// @param height in px, at least 1
public record PictureSize(int width, int height) {

    private static final long PNG = 0x89504E470D0A1A0AL;
    private static final int IHDR = 0x49484452;

    /// The size of a picture; empty for what is none, or not whole to where it says that.
    public static Optional<PictureSize> of(byte[] picture) {
        try {
            return picture.length > 24 && number(picture, 0, 8) == PNG
                    ? ofPng(picture)
                    : ofJpeg(picture);
        } catch (ArrayIndexOutOfBoundsException cut) {
            return Optional.empty();
        }
    }

    /// Whether neither side is longer.
    public boolean isWithin(int side) {
        return width <= side && height <= side;
    }

    private static Optional<PictureSize> ofPng(byte[] picture) {
        return number(picture, 12, 4) == IHDR
                ? sized(number(picture, 16, 4), number(picture, 20, 4))
                : Optional.empty();
    }

    /// From segment to segment to the one that begins a frame (ISO 10918-1, B.2.2).
    private static Optional<PictureSize> ofJpeg(byte[] picture) {
        if (picture.length < 4 || number(picture, 0, 2) != 0xFFD8) {
            return Optional.empty();
        }
        int at = 2;
        while (number(picture, at, 1) == 0xFF) {
            int marker = (int) number(picture, at + 1, 1);
            if (marker == 0xFF) {
                at++; // filling
            } else if (isFrame(marker)) {
                return sized(number(picture, at + 7, 2), number(picture, at + 5, 2));
            } else {
                at += 2 + Math.max(2, (int) number(picture, at + 2, 2));
            }
        }
        return Optional.empty();
    }

    private static boolean isFrame(int marker) {
        boolean isTable = marker == 0xC4 || marker == 0xC8 || marker == 0xCC;
        return marker >= 0xC0 && marker <= 0xCF && !isTable;
    }

    private static Optional<PictureSize> sized(long width, long height) {
        boolean isOne = width > 0 && height > 0 && Math.max(width, height) <= Integer.MAX_VALUE;
        return isOne ? Optional.of(new PictureSize((int) width, (int) height)) : Optional.empty();
    }

    private static long number(byte[] bytes, int at, int length) {
        long number = 0;
        for (int i = 0; i < length; i++) {
            number = (number << 8) | (bytes[at + i] & 0xFF);
        }
        return number;
    }
}
