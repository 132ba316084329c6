package kith.session.picture;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.PictureFiles;
import kith.base.PictureSize;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

/// What is drawn at all: nothing that takes all memory, and nothing but pictures (H55).
class DrawablePictureTest {

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void whatItIsIsSeenByItsFirstBytes(String kind) {
        var file = PictureFiles.plain(kind, 40, 30, 0x336699);
        var picture = DrawablePicture.of(file).orElseThrow();
        assertThat(picture.size()).isEqualTo(new PictureSize(40, 30));
        assertThat(picture.file()).isEqualTo(file);
    }

    @Test
    void itsSizeIsThatOfItUpright() {
        var file = PictureFiles.turned(PictureFiles.plain("jpg", 40, 30, 0x336699), 8);
        var picture = DrawablePicture.of(file).orElseThrow();
        assertThat(picture.size()).isEqualTo(new PictureSize(30, 40));
    }

    @ParameterizedTest
    @CsvSource({"65500, 65500, false", "4000, 4001, false", "4000, 4000, true"})
    void h55APngMayHaveSoManyPoints(int width, int height, boolean isDrawable) {
        var file = PictureFiles.plain("png", 10, 10, 0);
        ByteBuffer.wrap(file).putInt(16, width).putInt(20, height);
        assertDrawable(file, isDrawable);
    }

    @ParameterizedTest
    @CsvSource({"65500, 65500, false", "2000, 3501, false", "2000, 3500, true"})
    void h55AGifMayHaveSoManyPoints(int width, int height, boolean isDrawable) {
        var file = PictureFiles.plain("gif", 10, 10, 0);
        little(file).putShort(6, (short) width).putShort(8, (short) height);
        assertDrawable(file, isDrawable);
    }

    @ParameterizedTest
    @CsvSource({"65500, -65500, false", "4000, -4001, false", "4000, -4000, true"})
    void h55ABmpMayHaveSoManyPoints(int width, int height, boolean isDrawable) {
        var file = PictureFiles.plain("bmp", 10, 10, 0);
        little(file).putInt(18, width).putInt(22, height);
        assertDrawable(file, isDrawable);
    }

    /// One in several passes is held as a whole, one in one pass isn't.
    @ParameterizedTest
    @CsvSource({
        "c2, 8000, 5000, false",
        "c2, 4000, 4001, false",
        "c2, 4000, 4000, true",
        "c0, 8000, 5000, true",
        "c0, 10000, 5001, false",
        "c0, 65500, 65500, false"
    })
    void h55AJpegMayHaveSoManyPoints(String frame, int width, int height, boolean isDrawable) {
        var size = "%04x%04x".formatted(height, width);
        var head = "ffd8ff" + frame + "001108" + size + "03012200021101031101";
        var scan = "ffda000c03010002110311003f00";
        assertDrawable(HexFormat.of().parseHex(head + scan + "00ffd9"), isDrawable);
    }

    private static void assertDrawable(byte[] file, boolean isDrawable) {
        assertThat(DrawablePicture.of(file).isPresent()).isEqualTo(isDrawable);
    }

    private static ByteBuffer little(byte[] file) {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Room is made for its colours before they are read: two thousand millions of them.
    @ParameterizedTest
    @CsvSource({"2147483632, 40", "1000, 40", "54, -1000000000", "54, 12"})
    void h55ABmpThatSaysItsHeadIsLongerThanTheFileIsNone(int points, int length) {
        var file = PictureFiles.plain("bmp", 4, 4, 0);
        assertDrawable(file, true);
        little(file).putInt(10, points).putInt(14, length);
        assertDrawable(file, false);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x7ffffff0, 0x10000000, 1_000})
    void h55APngThatSaysItsColoursAreLongerThanTheFileIsNone(int length) {
        assertDrawable(PictureFiles.withColors(length), false);
        assertDrawable(PictureFiles.withColors(3), true);
    }

    @Test
    void h55MovingPicturesAreOne() {
        var moving = PictureFiles.moving(40, 30, 0x336699, 30_000);
        var one = PictureFiles.moving(40, 30, 0x336699, 1);
        assertThat(DrawablePicture.of(moving).orElseThrow().file()).isEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "<!DOCTYPE html><html></html>",
                "\0\0\1\0\1\0\20\20\0\0", // ICO
                "RIFF\20\0\0\0WEBPVP8 ",
                "P6 10 10 255 ",
                "II*\0\10\0\0\0", // TIFF
                "%PDF-1.7"
            })
    void whatIsNoneOfTheFourIsNoPicture(String begin) {
        var file = Arrays.copyOf(begin.getBytes(StandardCharsets.ISO_8859_1), 200);
        assertThat(DrawablePicture.of(file)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"png, 24", "jpg, 20", "gif, 20", "bmp, 20"})
    void whatEndsInItsHeadIsNoPicture(String kind, int most) {
        var file = PictureFiles.plain(kind, 40, 30, 0x336699);
        for (int length = 0; length < most; length++) {
            assertThat(DrawablePicture.of(Arrays.copyOf(file, length))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void noBytesAtAllBreakIt(String kind) {
        var random = new Random(486);
        var whole = PictureFiles.plain(kind, 10, 10, 0x336699);
        for (int i = 0; i < 5_000; i++) {
            var bytes = whole.clone();
            for (int j = 0; j < 3; j++) {
                bytes[random.nextInt(Math.min(bytes.length, 60))] = (byte) random.nextInt();
            }
            DrawablePicture.of(bytes)
                    .ifPresent(it -> assertThat(it.size().points()).isBetween(1L, 50_000_000L));
        }
    }
}
