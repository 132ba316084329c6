package kith.ui.timeline;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import kith.base.PictureHead;

import java.io.ByteArrayInputStream;

/// Draws the file of a picture as it is shown in a timeline: upright, and no larger than twice what
/// it takes there, for screens with small points. Any thread; blocks.
final class PictureDrawing {

    /// The most that a picture takes in a timeline, px.
    static final int WIDTH = 320;

    static final int HEIGHT = 240;

    private PictureDrawing() {}

    /// Draws it.
    ///
    /// @param file one whose head says that it can be drawn
    /// @return may say that it is an error
    static Image draw(byte[] file) {
        int turn = PictureHead.of(file).map(PictureHead::turn).orElse(1);
        boolean isOnSide = turn > 4;
        var image =
                new Image(
                        new ByteArrayInputStream(file),
                        2 * (isOnSide ? HEIGHT : WIDTH),
                        2 * (isOnSide ? WIDTH : HEIGHT),
                        true,
                        true);
        return turn == 1 || image.isError() ? image : turned(image, turn);
    }

    /// @param turn by Exif's numbers: 2 to 4 mirrored, upside down, both; 5 to 8 the same of what
    ///   lies on its side
    private static Image turned(Image image, int turn) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var from = new int[width * height];
        var format = PixelFormat.getIntArgbInstance();
        image.getPixelReader().getPixels(0, 0, width, height, format, from, 0, width);
        int wide = turn > 4 ? height : width;
        int high = turn > 4 ? width : height;
        var to = new int[from.length];
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                int sourceX = turn > 4 ? y : x;
                int sourceY = turn > 4 ? x : y;
                if (turn == 2 || turn == 3 || turn == 7 || turn == 8) {
                    sourceX = width - 1 - sourceX;
                }
                if (turn == 3 || turn == 4 || turn == 6 || turn == 7) {
                    sourceY = height - 1 - sourceY;
                }
                to[y * wide + x] = from[sourceY * width + sourceX];
            }
        }
        var upright = new WritableImage(wide, high);
        upright.getPixelWriter().setPixels(0, 0, wide, high, format, to, 0, wide);
        return upright;
    }
}
