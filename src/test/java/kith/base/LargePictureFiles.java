package kith.base;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.SinglePixelPackedSampleModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/// Files of large pictures, which take little memory here: all their rows are the same.
public final class LargePictureFiles {

    private static final DirectColorModel RGB = new DirectColorModel(24, 0xff0000, 0xff00, 0xff);
    private static final DirectColorModel ARGB =
            new DirectColorModel(32, 0xff0000, 0xff00, 0xff, 0xff000000);

    private LargePictureFiles() {}

    /// One that can be seen through, with four bytes for each point.
    public static byte[] png(int width, int height) {
        return write("png", rows(ARGB, width, height), false);
    }

    /// One in three colours.
    ///
    /// @param isProgressive whether it comes in several passes
    public static byte[] jpeg(int width, int height, boolean isProgressive) {
        return write("jpeg", rows(RGB, width, height), isProgressive);
    }

    public static byte[] gif(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED);
        return write("gif", image, false);
    }

    /// Black and white.
    ///
    /// @param width a multiple of 32
    public static byte[] bmp(int width, int height) {
        int row = width / 8;
        var file = ByteBuffer.allocate(62 + row * height).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'B').put((byte) 'M').putInt(file.limit()).putInt(0).putInt(62);
        file.putInt(40).putInt(width).putInt(height).putShort((short) 1).putShort((short) 1);
        file.position(54).putInt(0).putInt(0xffffff);
        return file.array();
    }

    private static BufferedImage rows(DirectColorModel colors, int width, int height) {
        var one = new int[width];
        for (int x = 0; x < width; x++) {
            one[x] = 0xff000000 | x * 0x010305;
        }
        int type = DataBuffer.TYPE_INT;
        var samples = new SinglePixelPackedSampleModel(type, width, height, 0, colors.getMasks());
        var raster = Raster.createWritableRaster(samples, new DataBufferInt(one, width), null);
        return new BufferedImage(colors, raster, false, null);
    }

    private static byte[] write(String kind, BufferedImage image, boolean isProgressive) {
        var writer = ImageIO.getImageWritersByFormatName(kind).next();
        var file = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(out);
            var wanted = writer.getDefaultWriteParam();
            if (isProgressive) {
                wanted.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.write(null, new IIOImage(image, null, null), wanted);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }
}
