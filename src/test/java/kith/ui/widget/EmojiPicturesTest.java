package kith.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

import java.util.List;

class EmojiPicturesTest {

    @Test
    void everyEntryOfTheIndexIsThePlaceOfAPicture() {
        var keys = EmojiPack.INDEX.keys();
        assertThat(keys).hasSizeGreaterThan(3_700);
        assertThat(keys).allSatisfy(key -> assertThat(isPng(key)).isTrue());
    }

    @Test
    void isAsLargeAsItIsDrawn() {
        FxThread.run(
                () ->
                        assertThat(EmojiPictures.find("🎉", 18))
                                .hasValueSatisfying(
                                        image -> {
                                            assertThat(image.isError()).isFalse();
                                            assertThat(image.getWidth()).isEqualTo(18);
                                        }));
    }

    @Test
    void isDecodedOnce() {
        FxThread.run(
                () ->
                        assertThat(EmojiPictures.find("❤️", 18).orElseThrow())
                                .isSameAs(EmojiPictures.find("❤", 18).orElseThrow()));
    }

    @Test
    void wordsHaveNone() {
        FxThread.run(() -> assertThat(EmojiPictures.find("x", 18)).isEmpty());
    }

    private static boolean isPng(String key) {
        byte[] file = EmojiPack.INDEX.read(key).orElseThrow();
        return List.of((byte) 0x89, (byte) 'P', (byte) 'N', (byte) 'G')
                .equals(List.of(file[0], file[1], file[2], file[3]));
    }
}
