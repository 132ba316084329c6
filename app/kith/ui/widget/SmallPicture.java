package kith.ui.widget;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/// A picture as a PNG file (RFC 2083), which JavaFX can read but not write.
public final class SmallPicture {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private SmallPicture() {}

    /// The file of a picture that is drawn: 8 bits of red, green, blue and alpha for each pixel.
    public static byte[] png(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var bytes = new ByteArrayOutputStream();
        try (var png = new DataOutputStream(bytes)) {
            png.write(SIGNATURE);
            chunk(png, "IHDR", head(width, height));
            chunk(png, "IDAT", pixels(image, width, height));
            chunk(png, "IEND", new byte[0]);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // it is memory
        }
        return bytes.toByteArray();
    }

    private static byte[] head(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var head = new DataOutputStream(bytes);
        head.writeInt(width);
        head.writeInt(height);
        head.write(new byte[] {8, 6, 0, 0, 0});
        return bytes.toByteArray();
    }

    /// Lines from the top, each unfiltered.
    private static byte[] pixels(Image image, int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var line = new byte[width * 4];
        try (var packed = new DeflaterOutputStream(bytes)) {
            for (int y = 0; y < height; y++) {
                image.getPixelReader()
                        .getPixels(0, y, width, 1, PixelFormat.getByteBgraInstance(), line, 0, 0);
                packed.write(0);
                for (int x = 0; x < width; x++) {
                    packed.write(line[4 * x + 2]);
                    packed.write(line[4 * x + 1]);
                    packed.write(line[4 * x]);
                    packed.write(line[4 * x + 3]);
                }
            }
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream png, String type, byte[] data) throws IOException {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(data);
        png.writeInt(data.length);
        png.write(name);
        png.write(data);
        png.writeInt((int) sum.getValue());
    }
}
