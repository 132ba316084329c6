package kith.base;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.IntBinaryOperator;

import javax.imageio.ImageIO;

/// Files of pictures, for tests.
public final class PictureFiles {

    private PictureFiles() {}

    /// A picture all of one colour.
    ///
    /// @param kind png, jpg, gif or bmp
    /// @param color as 0xRRGGBB
    public static byte[] plain(String kind, int width, int height, int color) {
        return of(kind, width, height, (_, _) -> color);
    }

    /// A picture of many colours.
    ///
    /// @param kind png, jpg, gif or bmp
    /// @param color of each point, by x and y, as 0xRRGGBB
    public static byte[] of(String kind, int width, int height, IntBinaryOperator color) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, color.applyAsInt(x, y));
            }
        }
        var file = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, kind, file)) {
                throw new IllegalArgumentException(kind);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    /// The same JPEG as from a camera that was held otherwise (Exif 2.3 §4.6.4).
    ///
    /// @param turn 1 to 8
    public static byte[] turned(byte[] jpeg, int turn) {
        var exif =
                HexFormat.of()
                        .parseHex(
                                "ffe1002245786966000049492a000800000001001201030001000000%02x000000"
                                                .formatted(turn)
                                        + "00000000");
        var file = new ByteArrayOutputStream();
        file.writeBytes(Arrays.copyOf(jpeg, 2));
        file.writeBytes(exif);
        file.writeBytes(Arrays.copyOfRange(jpeg, 2, jpeg.length));
        return file.toByteArray();
    }

    /// A GIF in which the same picture comes again and again.
    public static byte[] moving(int width, int height, int color, int frames) {
        var one = plain("gif", width, height, color);
        int colors = (one[10] & 0x80) == 0 ? 0 : 3 << ((one[10] & 7) + 1);
        int body = 13 + colors;
        var file = new ByteArrayOutputStream();
        file.writeBytes(Arrays.copyOf(one, body));
        for (int i = 0; i < frames; i++) {
            file.writeBytes(Arrays.copyOfRange(one, body, one.length - 1));
        }
        file.write(';');
        return file.toByteArray();
    }

    /// A PNG of 10 by 10 with a table of one colour.
    ///
    /// @param length bytes that the table says it has; 3 are right
    public static byte[] withColors(int length) {
        var plain = plain("png", 10, 10, 0);
        int head = 33;
        var file = ByteBuffer.allocate(plain.length + 15);
        file.put(plain, 0, head);
        file.putInt(length).putInt(0x504c5445).put(new byte[] {1, 2, 3}).putInt(0);
        file.put(plain, head, plain.length - head);
        return file.array();
    }
}
