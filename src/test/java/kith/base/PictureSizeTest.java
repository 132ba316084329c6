package kith.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;

class PictureSizeTest {

    private static final byte[] PNG =
            HexFormat.of()
                    .parseHex(
                            "89504e470d0a1a0a0000000d49484452000000800000004008060000000000000000");

    /// With a comment and filling before the frame.
    private static final byte[] JPEG =
            HexFormat.of()
                    .parseHex("ffd8fffe000461620affffc0000b080040008001011100".replace("0a", ""));

    @Test
    void readsWhatIsSaidAtTheBeginning() {
        assertThat(PictureSize.of(PNG)).contains(new PictureSize(128, 64));
        assertThat(PictureSize.of(JPEG)).contains(new PictureSize(128, 64));
    }

    @Test
    void whatIsNoPictureHasNone() {
        assertThat(PictureSize.of(new byte[0])).isEmpty();
        assertThat(PictureSize.of("<svg/>".getBytes(StandardCharsets.US_ASCII))).isEmpty();
        assertThat(PictureSize.of("GIF89a".getBytes(StandardCharsets.US_ASCII))).isEmpty();
    }

    @Test
    void aPictureThatIsCutHasNoneOrTheSame() {
        for (var whole : new byte[][] {PNG, JPEG}) {
            for (int length = 0; length < whole.length; length++) {
                assertThat(PictureSize.of(Arrays.copyOf(whole, length)))
                        .isIn(Optional.empty(), PictureSize.of(whole));
            }
        }
    }

    @Test
    void noBytesAtAllBreakIt() {
        var random = new Random(486);
        for (int i = 0; i < 2_000; i++) {
            var bytes = (i % 2 == 0 ? PNG : JPEG).clone();
            for (int j = 0; j < 4; j++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            PictureSize.of(bytes)
                    .ifPresent(
                            size -> {
                                assertThat(size.width()).isPositive();
                                assertThat(size.height()).isPositive();
                            });
        }
    }

    @Test
    void aPictureThatSaysItIsHugeIsNotWithin() {
        var huge = PNG.clone();
        huge[16] = 0x7f;
        assertThat(PictureSize.of(huge).orElseThrow().isWithin(2_048)).isFalse();
        assertThat(PictureSize.of(PNG).orElseThrow().isWithin(2_048)).isTrue();
    }
}
