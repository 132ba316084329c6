package kith.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

class EmojiCompletionTest {

    private final EmojiCompletion completion = new EmojiCompletion();

    @Test
    void namesThatBeginWithTheLettersComeFirstAndEachEmojiOnce() {
        assertThat(suggested("Well :smi"))
                .startsWith("😃 smiley", "😄 smile")
                .doesNotHaveDuplicates()
                .hasSizeLessThanOrEqualTo(CompletionViewModel.MOST);
        assertThat(suggested(":eyes")).startsWith("👀 eyes").contains("😍 heart_eyes");
        assertThat(suggested(":TADA")).containsExactly("🎉 tada");
        assertThat(suggested(":+1")).contains("👍 +1");
    }

    @Test
    void itIsTheLettersBeforeTheCaretThatGiveWay() {
        var found = completion.at("a :tad b", 6).orElseThrow();
        assertThat(List.of(found.start(), found.end())).containsExactly(2, 6);
        assertThat(found.suggestions().getFirst().insertion()).isEqualTo("🎉");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":s",
                "10:30",
                "a:smile",
                "::smile",
                ": smile",
                ":nosuchemoji",
                "`:smile",
                "say `code` and `:smile",
                "```\n:smile",
                "https://kith.example/(:smile",
                "www.kith.example/-:smile",
                "xmpp:-:smile",
                "größe:smile"
            })
    void nothingElseIsCompleted(String text) {
        assertThat(completion.at(text, text.length())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":smile",
                "(:smile",
                "`code` :smile",
                "one`\n:smile",
                "```\ncode\n```\n:smile",
                "https://kith.example/ :smile"
            })
    void theRestIs(String text) {
        assertThat(completion.at(text, text.length())).isPresent();
        int from = text.indexOf(":smile");
        assertThat(EmojiCompletion.closed(text, text.length()))
                .contains(new Edit(from, text.length(), "😄"));
    }

    @ParameterizedTest
    @ValueSource(strings = {":", "10:30", "`:smile", "http://a:smile", ":smil", "smile"})
    void onlyAWholeNameBecomesAnEmojiWhenItIsClosed(String text) {
        assertThat(EmojiCompletion.closed(text, text.length())).isEqualTo(Optional.empty());
    }

    private List<String> suggested(String text) {
        return completion.at(text, text.length()).orElseThrow().suggestions().stream()
                .map(Suggestion.Emoji.class::cast)
                .map(each -> each.emoji() + " " + each.name())
                .toList();
    }
}
