package kith.session.picture;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.PictureFiles;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

/// The first of the pictures that move (H55).
class StillGifTest {

    private static final byte[] ONE = PictureFiles.moving(4, 3, 0x336699, 1);
    private static final byte[] MOVING = PictureFiles.moving(4, 3, 0x336699, 3);

    private static final String COMMENT = "21fe03616263022c3b00";
    private static final String LOOPS = "21ff0b4e45545343415045322e300301000000";

    /// It says which colour can be seen through.
    private static final String CONTROL = "21f9040100000000";

    @Test
    void h55OfThirtyThousandPicturesOneIsLeft() {
        var moving = PictureFiles.moving(4, 3, 0x336699, 30_000);
        assertThat(StillGif.of(moving)).hasValueSatisfying(it -> assertThat(it).isEqualTo(ONE));
    }

    @Test
    void onePictureStaysAsItIs() {
        assertThat(StillGif.of(ONE)).hasValueSatisfying(it -> assertThat(it).isEqualTo(ONE));
    }

    @Test
    void whatStandsBeforeItIsLeftOutButForWhatCanBeSeenThrough() {
        var plain = with("");
        assertStill(with(CONTROL), with(CONTROL));
        assertStill(with(COMMENT + LOOPS), plain);
        assertStill(with(LOOPS + CONTROL + COMMENT), with(CONTROL));
        assertStill(with("21f9" + "0401000000" + "0100" + "00"), plain); // longer than it may be
    }

    /// Some readers go on after an extension that has no block, where others have seen its end, and
    /// find pictures in what these take for another extension.
    @Test
    void h55NoPictureHidesInAnExtension() {
        assertStill(with("21ff00" + "21fe03" + "2c0000" + "00"), with(""));
    }

    private static void assertStill(byte[] file, byte[] still) {
        assertThat(StillGif.of(file)).hasValueSatisfying(it -> assertThat(it).isEqualTo(still));
    }

    /// The one picture, with this before it instead of what was there.
    private static byte[] with(String before) {
        int image = ONE.length - 1;
        int colors = 13 + (3 << ((ONE[10] & 7) + 1));
        for (int at = colors; at < image; at++) {
            if (ONE[at] == 0x2c) {
                image = at;
            }
        }
        var file = new ByteArrayOutputStream();
        file.write(ONE, 0, colors);
        file.writeBytes(HexFormat.of().parseHex(before));
        file.write(ONE, image, ONE.length - image);
        return file.toByteArray();
    }

    @Test
    void whatIsCutHasNoneOrTheSame() {
        var still = StillGif.of(MOVING).orElseThrow();
        for (int length = 0; length < MOVING.length; length++) {
            var found = StillGif.of(Arrays.copyOf(MOVING, length));
            boolean isWhole = length >= ONE.length - 1;
            assertThat(found.isPresent()).as("of %d bytes", length).isEqualTo(isWhole);
            found.ifPresent(it -> assertThat(it).isEqualTo(still));
        }
    }

    @Test
    void noBytesAtAllBreakIt() {
        var random = new Random(486);
        for (int i = 0; i < 20_000; i++) {
            var bytes = MOVING.clone();
            for (int j = 0; j < 3; j++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            assertNotLonger(bytes);
            random.nextBytes(bytes);
            assertNotLonger(bytes);
        }
    }

    private static void assertNotLonger(byte[] file) {
        StillGif.of(file).ifPresent(it -> assertThat(it).hasSizeLessThanOrEqualTo(file.length));
    }
}
