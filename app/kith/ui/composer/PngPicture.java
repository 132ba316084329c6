package kith.ui.composer;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// A picture of the clipboard as a PNG (ISO/IEC 15948): eight bits of red, green, blue and opacity
/// for each point. JavaFX shows pictures but writes none, and what AWT has for it would have to be
/// started first.
final class PngPicture implements Supplier<byte[]> {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int CHANNELS = 4;

    /// Points: several large screens beside each other.
    private static final long MOST = 40_000_000;

    private final int width;
    private final int height;
    private final int[] points;

    private PngPicture(int width, int height, int[] points) {
        this.width = width;
        this.height = height;
        this.points = points;
    }

    /// Takes its points. FX thread only; what follows is any thread's.
    ///
    /// @return empty for a picture without points: JavaFX could not read it, or it is larger than
    ///   [#MOST]
    static Optional<PngPicture> of(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var reader = image.getPixelReader();
        if (reader == null || width <= 0 || height <= 0 || (long) width * height > MOST) {
            return Optional.empty();
        }
        var points = new int[width * height];
        reader.getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), points, 0, width);
        return Optional.of(new PngPicture(width, height, points));
    }

    @Override
    public byte[] get() {
        try {
            var bytes = new ByteArrayOutputStream();
            var out = new DataOutputStream(bytes);
            out.write(SIGNATURE);
            chunk(out, "IHDR", header());
            chunk(out, "IDAT", packed());
            chunk(out, "IEND", new byte[0]);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // it is memory
        }
    }

    private byte[] header() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(width);
        out.writeInt(height);
        out.write(new byte[] {8, 6, 0, 0, 0}); // bits, with opacity, nothing unusual
        return bytes.toByteArray();
    }

    private byte[] packed() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var deflater = new Deflater();
        try (var out = new DeflaterOutputStream(bytes, deflater)) {
            var line = new byte[1 + width * CHANNELS]; // the first says: as it is
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int point = points[y * width + x];
                    int at = 1 + x * CHANNELS;
                    line[at] = (byte) (point >> 16);
                    line[at + 1] = (byte) (point >> 8);
                    line[at + 2] = (byte) point;
                    line[at + 3] = (byte) (point >> 24);
                }
                out.write(line);
            }
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String name, byte[] content)
            throws IOException {
        var kind = name.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(kind);
        sum.update(content);
        out.writeInt(content.length);
        out.write(kind);
        out.write(content);
        out.writeInt((int) sum.getValue());
    }
}
