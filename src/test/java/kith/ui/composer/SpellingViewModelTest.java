package kith.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.ImmediateLane;
import kith.model.MessageKey;
import kith.model.Spelling;
import kith.model.TextRange;
import kith.ui.chat.IdleCommands;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class SpellingViewModelTest {

    private final FakeSpelling fake =
            new FakeSpelling(
                    Map.of(
                            "harbor",
                            List.of("harbour", "arbour"),
                            "brigde",
                            List.of("bridge"),
                            "teh",
                            List.of("the"),
                            "kith",
                            List.of()));
    private final ComposerViewModel composer =
            new ComposerViewModel(
                    IdleCommands.composer().with(fake.commands()),
                    List.of(),
                    (delay, work) -> () -> {},
                    new ImmediateLane());
    private final SpellingViewModel spelling = composer.spelling();

    @Test
    void theWordThatIsBeingTypedIsNotMarkedBeforeTheCaretHasLeftIt() {
        type("teh");
        assertThat(marked()).isEmpty();
        type(" harbor");
        assertThat(marked()).containsExactly("teh");
        composer.caretProperty().set(5); // in the word that was typed last
        assertThat(marked()).containsExactly("teh");
        composer.caretProperty().set(2);
        assertThat(marked()).containsExactly("teh", "harbor");
        composer.caretProperty().set(6); // back, without typing
        assertThat(marked()).containsExactly("teh", "harbor");
        type("x");
        assertThat(marked()).containsExactly("teh");
    }

    /// Delete takes what is behind the caret, which stays; then the user goes to another word.
    @Test
    void afterADeletionBehindTheCaretItsNextMoveIsNoTyping() {
        type("teh hxarbor fine");
        composer.caretProperty().set(5);
        edit(5, 6, "");
        assertThat(marked()).containsExactly("teh"); // the caret is in the other
        composer.caretProperty().set(2);
        assertThat(marked()).containsExactly("teh", "harbor");
    }

    @Test
    void norAfterSomethingWasReplacedUpToTheCaret() {
        type("teh harbox fine");
        composer.caretProperty().set(10);
        edit(9, 10, "r");
        assertThat(marked()).containsExactly("teh");
        composer.caretProperty().set(2);
        assertThat(marked()).containsExactly("teh", "harbor");
    }

    @Test
    void aWordIsMarkedWhenTheUserTurnsAway() {
        type("teh");
        composer.leave();
        assertThat(marked()).containsExactly("teh");
    }

    @Test
    void whatWasThereAlreadyIsMarkedAtOnce() {
        composer.edit(new MessageKey(1), "teh harbor");
        assertThat(marked()).containsExactly("teh", "harbor");
        composer.cancelEdit();
        assertThat(marked()).isEmpty();
    }

    @Test
    void theNewestTextAloneCounts() {
        fake.hold();
        type("teh ");
        type("harbor ");
        type("brigde ");
        assertThat(fake.asked).containsExactly("teh "); // one at a time
        fake.answer();
        assertThat(marked()).isEmpty();
        assertThat(fake.asked).containsExactly("teh ", "teh harbor brigde ");
        fake.answer();
        assertThat(marked()).containsExactly("teh", "harbor", "brigde");
    }

    @Test
    void anAnswerOfAnEarlierSettingIsDropped() {
        fake.hold();
        type("teh kith ");
        spelling.add(Misspelling.of(new TextRange(4, 8), "teh kith "));
        fake.answer();
        assertThat(marked()).isEmpty();
        fake.answer();
        assertThat(marked()).containsExactly("teh");
    }

    @Test
    void marksMoveWithTheirWordsUntilTheyAreCheckedAgain() {
        type("teh harbor brigde ");
        fake.hold();
        composer.caretProperty().set(0);
        edit(0, 0, "We saw ");
        assertThat(marked()).containsExactly("teh", "harbor", "brigde");
        edit(11, 12, ""); // in the middle: harbor
        assertThat(composer.draftProperty().get()).isEqualTo("We saw teh arbor brigde ");
        assertThat(marked()).containsExactly("teh", "brigde");
    }

    @Test
    void nothingIsAskedWhileItIsOffOrThereIsNothing() {
        fake.install();
        type("teh harbor ");
        assertThat(fake.asked).isEmpty();
        assertThat(marked()).isEmpty();
        fake.install("en_GB");
        assertThat(marked()).containsExactly("teh", "harbor");
        spelling.choose(Optional.empty());
        assertThat(marked()).isEmpty();
        spelling.choose(Optional.of("en_US"));
        assertThat(marked()).containsExactly("teh", "harbor");
        fake.damage("en_US");
        assertThat(marked()).isEmpty();
        assertThat(spelling.stateProperty().get().isOn()).isFalse();
        fake.asked.clear();
        composer.draftProperty().set(" ");
        composer.draftProperty().set("");
        assertThat(fake.asked).isEmpty();
    }

    @Test
    void knowsTheWordAtAPlaceAlsoWhileItIsTyped() {
        type("teh harbor");
        assertThat(spelling.at(10).map(Misspelling::word)).contains("harbor");
        assertThat(spelling.at(4).map(Misspelling::word)).contains("harbor");
        assertThat(spelling.at(1).map(Misspelling::word)).contains("teh");
        type(" fine");
        assertThat(spelling.at(14)).isEmpty();
    }

    @Test
    void saysWhichWordTheCaretIsIn() {
        type("teh harbor ");
        assertThat(spelling.currentProperty().get()).isEmpty();
        composer.caretProperty().set(6);
        assertThat(spelling.currentProperty().get().map(Misspelling::word)).contains("harbor");
    }

    @Test
    void suggestsAndReplacesWhatStillStandsThere() {
        type("teh harbor ");
        var word = spelling.at(4).orElseThrow();
        var suggested = new ArrayList<List<String>>();
        spelling.suggest(word, suggested::add);
        assertThat(suggested).containsExactly(List.of("harbour", "arbour"));
        edit(0, 3, "the");
        spelling.replace(word, "harbour");
        assertThat(composer.draftProperty().get()).isEqualTo("the harbour ");
        spelling.replace(word, "arbour"); // it is another word now
        assertThat(composer.draftProperty().get()).isEqualTo("the harbour ");
        spelling.suggest(word, suggested::add);
        assertThat(suggested).hasSize(1);
    }

    @Test
    void suggestionsThatComeTooLateAreDropped() {
        type("teh harbor ");
        fake.holdSuggestions();
        var suggested = new ArrayList<List<String>>();
        for (var change :
                List.<Runnable>of(
                        () -> type("x "),
                        () -> composer.caretProperty().set(1),
                        composer::leave,
                        () -> spelling.suggest(spelling.at(0).orElseThrow(), _ -> {}))) {
            spelling.suggest(spelling.at(4).orElseThrow(), suggested::add);
            change.run();
            fake.suggestNow();
            assertThat(suggested).isEmpty();
        }
    }

    @Test
    void aWordThatHasBecomeLongerIsAnotherOne() {
        type("teh harbor");
        var word = spelling.at(4).orElseThrow();
        type("s");
        spelling.replace(word, "harbour");
        assertThat(composer.draftProperty().get()).isEqualTo("teh harbors");
        edit(10, 11, "’s");
        spelling.replace(word, "harbour");
        assertThat(composer.draftProperty().get()).isEqualTo("teh harbor’s");
        edit(10, 12, "’");
        spelling.replace(word, "harbour");
        assertThat(composer.draftProperty().get()).isEqualTo("teh harbour’");
    }

    /// Thai has no spaces: letters stand around each word.
    @Test
    void aWordAmongOthersWithoutSpacesCanBeReplaced() {
        var word = Misspelling.of(new TextRange(6, 10), "สวัสดีชาวโลก");
        type("สวัสดีชาวโลก");
        spelling.replace(word, "x");
        assertThat(composer.draftProperty().get()).isEqualTo("สวัสดีxลก");
    }

    @Test
    void anotherLanguageBeginsAnewWhateverIsStillAsked() {
        type("teh harbor ");
        assertThat(marked()).containsExactly("teh", "harbor");
        fake.hold();
        type("brigde ");
        spelling.choose(Optional.of("de_DE"));
        assertThat(marked()).isEmpty(); // those were of the other language
        assertThat(fake.asked).hasSize(3).last().isEqualTo("teh harbor brigde ");
        fake.asked.clear();
        fake.answer(); // of the language before
        assertThat(marked()).isEmpty();
        fake.answer();
        assertThat(marked()).containsExactly("teh", "harbor", "brigde");
        assertThat(fake.asked).isEmpty();
    }

    @Test
    void aWordThatWasAddedCanBeTakenBack() {
        type("kith Kith’s teh Kith");
        assertThat(spelling.own(2)).isEmpty();
        spelling.add(spelling.at(2).orElseThrow());
        assertThat(spelling.own(0).map(Misspelling::range)).contains(new TextRange(0, 4));
        assertThat(spelling.own(4).map(Misspelling::word)).contains("kith");
        assertThat(spelling.own(7)).isEmpty(); // with more behind it
        assertThat(spelling.own(20).map(Misspelling::word)).contains("Kith");
        assertThat(spelling.own(13)).isEmpty();
        spelling.remove(spelling.own(20).orElseThrow());
        assertThat(fake.done).containsExactly("add kith", "remove kith");
        assertThat(marked()).contains("kith");
        assertThat(spelling.own(2)).isEmpty();
    }

    @Test
    void aWordOfTheUsersOwnIsRightEverywhere() {
        type("kith teh kith ");
        spelling.add(spelling.at(0).orElseThrow());
        assertThat(marked()).containsExactly("teh");
        spelling.ignore(spelling.at(6).orElseThrow());
        assertThat(marked()).isEmpty();
        assertThat(fake.done).containsExactly("add kith", "ignore teh");
    }

    @Test
    void afterTheCompositionIsClosedNothingComes() {
        fake.hold();
        type("teh ");
        composer.close();
        fake.answer();
        assertThat(marked()).isEmpty();
        fake.install("de_DE");
        assertThat(spelling.stateProperty().get().installed()).contains("en_GB");
    }

    @Test
    void withoutDictionariesThereIsNothing() {
        var without =
                new ComposerViewModel(
                        IdleCommands.composer(),
                        List.of(),
                        (delay, work) -> () -> {},
                        new ImmediateLane());
        without.draftProperty().set("teh harbor ");
        assertThat(without.spelling().marksProperty().get()).isEmpty();
        assertThat(without.spelling().stateProperty().get()).isEqualTo(Spelling.NONE);
    }

    private List<String> marked() {
        var text = composer.draftProperty().get();
        return spelling.marksProperty().get().stream()
                .map(range -> text.substring(range.start(), range.end()))
                .toList();
    }

    /// As the field does: the text first, then the caret.
    private void type(String text) {
        int caret = composer.caretProperty().get();
        edit(caret, caret, text);
    }

    private void edit(int start, int end, String text) {
        var change = new Edit(start, end, text);
        composer.draftProperty().set(change.applied(composer.draftProperty().get()));
        composer.caretProperty().set(start + text.length());
    }
}
