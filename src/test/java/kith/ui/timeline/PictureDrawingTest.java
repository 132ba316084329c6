package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.image.Image;

import kith.base.PictureFiles;
import kith.base.PictureHead;
import kith.base.PictureSize;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.List;

/// Pictures are drawn upright, and small.
class PictureDrawingTest {

    private static final int WIDTH = 64;
    private static final int HEIGHT = 32;

    /// A picture whose upright corners are red, green, blue and white, from the first in reading
    /// order.
    private static int corner(int x, int y, int width, int height) {
        boolean isEnd = x >= width / 2;
        if (y < height / 2) {
            return isEnd ? 0x00ff00 : 0xff0000;
        }
        return isEnd ? 0xffffff : 0x0000ff;
    }

    /// Where a point of what is upright lies in what the camera stored (Exif 2.3 §4.6.4: which edge
    /// the 0th row and the 0th column are).
    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5", "6", "7", "8"})
    void oneThatTheCameraStoredOtherwiseIsUpright(int turn) {
        boolean isOnSide = turn > 4;
        int wide = isOnSide ? HEIGHT : WIDTH;
        int high = isOnSide ? WIDTH : HEIGHT;
        // The stored picture, row by row: row 0 is the visual side that the number says.
        var stored =
                PictureFiles.of(
                        "jpg",
                        WIDTH,
                        HEIGHT,
                        (x, y) -> {
                            int visualX =
                                    switch (turn) {
                                        case 1, 4 -> x;
                                        case 2, 3 -> WIDTH - 1 - x;
                                        case 5, 8 -> y;
                                        default -> HEIGHT - 1 - y;
                                    };
                            int visualY =
                                    switch (turn) {
                                        case 1, 2 -> y;
                                        case 3, 4 -> HEIGHT - 1 - y;
                                        case 5, 6 -> x;
                                        default -> WIDTH - 1 - x;
                                    };
                            return corner(visualX, visualY, wide, high);
                        });
        var file = PictureFiles.turned(stored, turn);
        assertThat(PictureHead.of(file).orElseThrow().upright())
                .isEqualTo(new PictureSize(wide, high));
        var image = FxThread.call(() -> PictureDrawing.draw(file));
        assertThat(image.getWidth() / image.getHeight()).isEqualTo((double) wide / high);
        assertThat(corners(image)).containsExactly("red", "green", "blue", "white");
    }

    private static List<String> corners(Image image) {
        int right = (int) image.getWidth() - 4;
        int bottom = (int) image.getHeight() - 4;
        return List.of(
                name(image, 3, 3),
                name(image, right, 3),
                name(image, 3, bottom),
                name(image, right, bottom));
    }

    private static String name(Image image, int x, int y) {
        var color = image.getPixelReader().getColor(x, y);
        boolean isRed = color.getRed() > 0.5;
        boolean isGreen = color.getGreen() > 0.5;
        boolean isBlue = color.getBlue() > 0.5;
        if (isRed && isGreen && isBlue) {
            return "white";
        }
        return isRed ? "red" : isGreen ? "green" : isBlue ? "blue" : "black";
    }

    @ParameterizedTest
    @CsvSource({"png", "jpg", "gif", "bmp"})
    void allKindsAreDrawnAndMadeSmall(String kind) {
        var file = PictureFiles.plain(kind, 2_000, 1_000, 0xff0000);
        var image = FxThread.call(() -> PictureDrawing.draw(file));
        assertThat(image.isError()).isFalse();
        assertThat(image.getWidth()).isEqualTo(640);
        assertThat(image.getHeight()).isEqualTo(320);
    }

    @Test
    void whatIsBrokenIsAnErrorAndNoException() {
        var whole = PictureFiles.plain("png", 200, 100, 0xff0000);
        var image = FxThread.call(() -> PictureDrawing.draw(Arrays.copyOf(whole, 60)));
        assertThat(image.isError()).isTrue();
    }
}
