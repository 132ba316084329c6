package kith.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmojiNamesTest {

    @Test
    void eachNamedEmojiHasAPicture() {
        var all = EmojiNames.matching("", Integer.MAX_VALUE);
        assertThat(all).hasSizeGreaterThan(1_800);
        assertThat(all).allMatch(each -> EmojiPictures.has(each.emoji()));
    }

    @Test
    void findsByEveryName() {
        assertThat(EmojiNames.find("thumbsup")).contains("👍");
        assertThat(EmojiNames.find("+1")).contains("👍");
        assertThat(EmojiNames.find("heart")).contains("❤️");
        assertThat(EmojiNames.find("sunglasses")).contains("😎");
        assertThat(EmojiNames.find("no_such_emoji")).isEmpty();
    }

    @Test
    void aWordInsideANameCountsMoreThanLettersInsideAWord() {
        assertThat(EmojiNames.matching("cat", 100))
                .extracting(EmojiNames.Named::name)
                .containsSubsequence("cat", "smiley_cat")
                .containsSubsequence("smiley_cat", "kissing_cat");
    }
}
