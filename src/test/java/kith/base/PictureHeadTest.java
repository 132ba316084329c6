package kith.base;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.PictureHead.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;

class PictureHeadTest {

    private static final byte[] PNG =
            hex("89504e470d0a1a0a0000000d49484452000000800000004008060000000000000000");

    /// With a comment and filling before the frame.
    private static final byte[] JPEG =
            hex("ffd8fffe000461620affffc0000b080040008001011100".replace("0a", ""));

    private static final byte[] GIF = hex("47494638396180004000f00000");
    private static final byte[] BMP =
            hex("424d00000000000000000000000028000000" + "80000000" + "c0ffffff");

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    @Test
    void readsWhatIsSaidAtTheBeginning() {
        assertThat(PictureHead.of(PNG)).contains(upright(Kind.PNG));
        assertThat(PictureHead.of(JPEG)).contains(upright(Kind.JPEG));
        assertThat(PictureHead.of(GIF)).contains(upright(Kind.GIF));
        assertThat(PictureHead.of(BMP)).contains(upright(Kind.BMP)); // begins at its top
    }

    private static PictureHead upright(Kind kind) {
        return new PictureHead(kind, new PictureSize(128, 64), 1, false);
    }

    @Test
    void whatIsNoPictureHasNone() {
        assertThat(PictureHead.of(new byte[0])).isEmpty();
        assertThat(PictureHead.of("<svg/>".getBytes(StandardCharsets.US_ASCII))).isEmpty();
        assertThat(PictureHead.of("GIF89a".getBytes(StandardCharsets.US_ASCII))).isEmpty();
        assertThat(PictureHead.of("RIFF....WEBPVP8 ".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
    }

    @Test
    void aPictureWithoutWidthOrHeightIsNone() {
        assertThat(PictureHead.of(hex("47494638396100004000f00000"))).isEmpty();
        assertThat(PictureHead.of(hex("47494638396180000000f00000"))).isEmpty();
    }

    @Test
    void aPictureThatIsCutHasNoneOrTheSame() {
        for (var whole : new byte[][] {PNG, JPEG, GIF, BMP, exif("4d4d", 6)}) {
            for (int length = 0; length < whole.length; length++) {
                assertThat(PictureHead.of(Arrays.copyOf(whole, length)))
                        .isIn(Optional.empty(), PictureHead.of(whole));
            }
        }
    }

    @Test
    void noBytesAtAllBreakIt() {
        var random = new Random(486);
        var wholes = new byte[][] {PNG, JPEG, GIF, BMP, exif("4949", 8)};
        for (int i = 0; i < 10_000; i++) {
            var bytes = wholes[i % wholes.length].clone();
            for (int j = 0; j < 4; j++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            PictureHead.of(bytes).ifPresent(head -> assertThat(head.turn()).isBetween(1, 8));
        }
    }

    @Test
    void aPictureThatSaysItIsHugeIsNotWithin() {
        var huge = PNG.clone();
        huge[16] = 0x7f;
        var size = PictureHead.of(huge).orElseThrow().size();
        assertThat(size.isWithin(2_048)).isFalse();
        assertThat(size.points()).isEqualTo(0x7f000080L * 64);
        assertThat(PictureHead.of(PNG).orElseThrow().size().isWithin(2_048)).isTrue();
    }

    @Test
    void aJpegInSeveralPassesIsKnownAsOne() {
        var progressive = hex("ffd8ffc2000b080040008001011100");
        assertThat(PictureHead.of(progressive).orElseThrow().isProgressive()).isTrue();
        assertThat(PictureHead.of(JPEG).orElseThrow().isProgressive()).isFalse();
    }

    /// Its details or its colours one after the other, also where its codes are arithmetic ones.
    @ParameterizedTest
    @CsvSource({"c2, 03", "c6, 03", "ca, 03", "ce, 03", "c0, 01", "c1, 02"})
    void aJpegAllOfWhichIsHeldWhileItIsDrawnIsKnownAsOne(String frame, String colorsOfScan) {
        assertThat(colored(frame, colorsOfScan).isProgressive()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"c0", "c1", "c9"})
    void aJpegWhoseFirstScanHasAllColoursComesInOnePass(String frame) {
        assertThat(colored(frame, "03").isProgressive()).isFalse();
    }

    /// A JPEG of three colours, with a table between its frame and its first scan.
    private static PictureHead colored(String frame, String colorsOfScan) {
        var head = "ffd8ff" + frame + "0011080040008003012200021101031101";
        var file = hex(head + "ffc400040000" + "ffda000c" + colorsOfScan + "010002110311003f00");
        return PictureHead.of(file).orElseThrow();
    }

    /// These have no length (ITU-T T.81 §B.1.1.3): whoever takes what follows for one would be led
    /// past the picture that others see.
    @ParameterizedTest
    @ValueSource(strings = {"01", "d0", "d7", "d8", "d9", "00", "02"})
    void aJpegWithMarksThatHaveNoPlaceInAHeadIsNone(String mark) {
        var small = "ffc0000b080040008001011100";
        var huge = "ffc0000b08ffdcffdc01011100";
        assertThat(PictureHead.of(hex("ffd8ff" + mark + "0010" + huge + "00" + small))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4d4d, 1, 128, 64", "4949, 3, 128, 64", "4d4d, 6, 64, 128", "4949, 8, 64, 128"})
    void aPictureThatACameraLaidOnItsSideIsSeenUpright(
            String order, int turn, int width, int height) {
        var head = PictureHead.of(exif(order, turn)).orElseThrow();
        assertThat(head.turn()).isEqualTo(turn);
        assertThat(head.size()).isEqualTo(new PictureSize(128, 64));
        assertThat(head.upright()).isEqualTo(new PictureSize(width, height));
    }

    @ParameterizedTest
    @CsvSource({"4d4d, 0", "4949, 9", "0000, 6"})
    void aTurnThatMakesNoSenseIsNone(String order, int turn) {
        assertThat(PictureHead.of(exif(order, turn)).orElseThrow().turn()).isEqualTo(1);
    }

    /// A JPEG of 128 by 64 whose camera says how it was held, after another entry.
    private static byte[] exif(String order, int turn) {
        boolean isLittle = order.equals("4949");
        var entries =
                isLittle
                        ? "2a00"
                                + "08000000"
                                + "0200"
                                + "0f010200"
                                + "04000000"
                                + "61626300"
                                + "12010300"
                                + "01000000"
                                + "%02x000000".formatted(turn)
                        : "002a"
                                + "00000008"
                                + "0002"
                                + "010f0002"
                                + "00000004"
                                + "61626300"
                                + "01120003"
                                + "00000001"
                                + "%04x0000".formatted(turn);
        var tiff = order + entries + "00000000";
        int length = 2 + 6 + tiff.length() / 2;
        return hex(
                "ffd8ffe1%04x457869660000".formatted(length) + tiff + "ffc0000b080040008001011100");
    }

    @ParameterizedTest
    @CsvSource({
        "4000, 3000, 320, 240",
        "3000, 4000, 180, 240",
        "100, 50, 100, 50",
        "10000, 2, 320, 1",
        "2, 10000, 1, 240"
    })
    void aPictureFitsIntoAFrameWithItsProportions(int width, int height, int wide, int high) {
        assertThat(new PictureSize(width, height).within(320, 240))
                .isEqualTo(new PictureSize(wide, high));
    }
}
