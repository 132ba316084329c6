package kith.ui.widget.emoji;

import static org.assertj.core.api.Assertions.assertThat;

import kith.ui.widget.EmojiNames;
import kith.ui.widget.EmojiNames.Named;
import kith.ui.widget.EmojiPictures;
import kith.ui.widget.emoji.EmojiRow.Head;
import kith.ui.widget.emoji.EmojiRow.Line;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

class EmojiPickerViewModelTest {

    private final Map<String, String> kept = new HashMap<>();
    private final List<String> chosen = new ArrayList<>();
    private EmojiPickerViewModel model = opened();

    @Test
    void allEmojiStandInTheirSections() {
        assertThat(heads())
                .containsExactly(
                        EmojiSection.PEOPLE,
                        EmojiSection.NATURE,
                        EmojiSection.FOOD,
                        EmojiSection.TRAVEL,
                        EmojiSection.ACTIVITIES,
                        EmojiSection.OBJECTS,
                        EmojiSection.SYMBOLS,
                        EmojiSection.FLAGS);
        assertThat(shown()).hasSize(EmojiNames.all().size());
        for (var section : heads()) {
            model.goTo(section);
            assertThat(selected()).isEqualTo(section.first());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "heart, ❤️",
        "Heart eyes, 😍",
        "eyes heart, 😍",
        ":thumbsup:, 👍",
        "+1, 👍",
        "struck, 🤩"
    })
    void wordsFindNames(String words, String emoji) {
        model.wordsProperty().set(words);
        assertThat(shown()).contains(emoji);
    }

    @Test
    void theNameItselfComesFirstThenWhatBeginsSo() {
        model.wordsProperty().set("cat");
        assertThat(shown()).startsWith("🐱", "🐈").contains("😺");
        assertThat(heads()).isEmpty();
        assertThat(selected()).isEqualTo("🐱");
    }

    @Test
    void accentsAndCaseMakeNoDifference() {
        model.wordsProperty().set("heart");
        var plain = shown();
        model.wordsProperty().set("HÉÄRT");
        assertThat(shown()).isEqualTo(plain).isNotEmpty();
    }

    @Test
    void whatNothingMatchesIsNotChosen() {
        model.wordsProperty().set("no such emoji");
        assertThat(model.rows()).isEmpty();
        assertThat(model.selected()).isEmpty();
        assertThat(model.choose()).isFalse();
        model.step(1);
        model.move(1);
        assertThat(chosen).isEmpty();
    }

    @Test
    void whatWasChosenLatelyComesFirstTheNextTime() {
        choose("cat");
        choose("tada");
        choose("cat");
        assertThat(heads()).as("nothing moves meanwhile").doesNotContain(EmojiSection.RECENT);
        model = opened();
        assertThat(heads()).startsWith(EmojiSection.RECENT);
        assertThat(shown()).startsWith("🐱", "🎉", "😀");
        assertThat(chosen).containsExactly("🐱", "🎉", "🐱");
    }

    @Test
    void onlyTwoLinesAreRemembered() {
        for (int i = 0; i < 30; i++) {
            model.select(i);
            model.choose();
        }
        model = opened();
        assertThat(new EmojiHabits(this::recall, kept::put).recent()).hasSize(16);
        assertThat(shown()).startsWith(chosen.getLast());
    }

    @Test
    void whatIsNoEmojiInTheMemoryIsPassedOver() {
        kept.put("emojiPicker.recent", "x  🎉 🎉 abc");
        kept.put("emojiPicker.tone", "PURPLE");
        model = opened();
        assertThat(shown()).startsWith("🎉", "😀");
        assertThat(model.toneProperty().get()).isEqualTo(EmojiTone.YELLOW);
    }

    @Test
    void theToneIsKeptAndThatOfWhoTakesIt() {
        model.setTone(EmojiTone.MEDIUM);
        model.wordsProperty().set("thumbsup");
        assertThat(shown()).startsWith("👍🏽");
        model.choose();
        model.wordsProperty().set("tada");
        assertThat(shown()).startsWith("🎉");
        model = opened();
        assertThat(model.toneProperty().get()).isEqualTo(EmojiTone.MEDIUM);
        assertThat(shown()).startsWith("👍🏽", "😀").contains("👋🏽", "✌🏽");
        assertThat(model.selected().map(Named::name)).contains("+1");
    }

    @ParameterizedTest
    @CsvSource({
        "🤝, 🤝🏿",
        "🧑‍🤝‍🧑, 🧑🏿‍🤝‍🧑🏿",
        "✌️, ✌🏿",
        "🧑‍🍳, 🧑🏿‍🍳",
        "👨‍👩‍👦, 👨‍👩‍👦",
        "🎉, 🎉"
    })
    void tonesGoWhereUnicodePutsThem(String emoji, String dark) {
        assertThat(EmojiTone.DARK.of(emoji)).isEqualTo(dark);
    }

    @Test
    void everyEmojiHasAPictureInEveryTone() {
        for (var tone : EmojiTone.values()) {
            model.setTone(tone);
            assertThat(shown()).allMatch(EmojiPictures::has);
        }
    }

    @Test
    void keysGoAlongAndOverTheLines() {
        model.step(-1);
        assertThat(model.selectedProperty().get()).isZero();
        model.step(9);
        model.move(-1);
        assertThat(model.selectedProperty().get()).isEqualTo(1);
        model.goTo(EmojiSection.NATURE);
        int first = model.selectedProperty().get();
        model.step(3);
        model.move(-1); // over the name of the section, to a line that may be shorter
        assertThat(model.selectedProperty().get()).isBetween(first - 8, first - 1);
        model.move(1);
        assertThat(model.selectedProperty().get()).isGreaterThanOrEqualTo(first);
        model.move(10_000);
        assertThat(model.selected().map(Named::emoji)).isPresent();
        assertThat(model.sectionAt(model.selectedRow())).contains(EmojiSection.FLAGS);
    }

    @Test
    void aSectionIsLeftByLookingForSomething() {
        model.goTo(EmojiSection.FOOD);
        model.wordsProperty().set("cat");
        assertThat(model.selectedProperty().get()).isZero();
        model.goTo(EmojiSection.FOOD);
        assertThat(model.wordsProperty().get()).isEmpty();
        assertThat(selected()).isEqualTo("🍇");
    }

    private EmojiPickerViewModel opened() {
        return new EmojiPickerViewModel(new EmojiHabits(this::recall, kept::put), chosen::add);
    }

    private Optional<String> recall(String name) {
        return Optional.ofNullable(kept.get(name));
    }

    private void choose(String words) {
        model.wordsProperty().set(words);
        assertThat(model.choose()).isTrue();
    }

    private String selected() {
        return model.selected().map(Named::emoji).orElseThrow();
    }

    private List<EmojiSection> heads() {
        return model.rows().stream()
                .flatMap(
                        row ->
                                row instanceof Head(var section)
                                        ? Stream.of(section)
                                        : Stream.empty())
                .toList();
    }

    private List<String> shown() {
        return model.rows().stream()
                .flatMap(row -> row instanceof Line line ? line.emoji().stream() : Stream.empty())
                .map(Named::emoji)
                .toList();
    }
}
