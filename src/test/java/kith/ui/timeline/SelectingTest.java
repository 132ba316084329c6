package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Path;

import kith.model.Delivery;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A part of a message is selected, from the keyboard as by the mouse, and stays selected whatever
/// comes.
class SelectingTest extends TimelineFixture {

    @Test
    void shiftWithArrowsSelectsByCharacterAndAnEmojiIsOne() {
        talk.theirs("09:00", "Lovely 👨‍👩‍👧‍👦 day");
        openAtNewest();
        press(KeyCode.LEFT);
        assertThat(carets()).as("at the end").hasSize(1);
        press(4, KeyCode.LEFT, KeyCode.SHIFT);
        assertThat(copied()).isEqualTo(" day");
        press(1, KeyCode.LEFT, KeyCode.SHIFT);
        assertThat(copied()).isEqualTo("👨‍👩‍👧‍👦 day");
        press(2, KeyCode.RIGHT, KeyCode.SHIFT);
        assertThat(copied()).isEqualTo("day");
    }

    @Test
    void anAccentIsNotCutOff() {
        talk.theirs("09:00", "e\u0301te\u0301");
        openAtNewest();
        press(1, KeyCode.RIGHT, KeyCode.SHIFT);
        assertThat(copied()).isEqualTo("e\u0301");
    }

    @Test
    void arrowsGoOnFromTheEndOfWhatWasSelected() {
        talk.theirs("09:00", "abcdef");
        openAtNewest();
        press(KeyCode.RIGHT);
        press(KeyCode.RIGHT);
        press(2, KeyCode.RIGHT, KeyCode.SHIFT);
        press(KeyCode.LEFT);
        press(1, KeyCode.RIGHT, KeyCode.SHIFT);
        assertThat(copied()).isEqualTo("b");
        press(2, KeyCode.RIGHT, KeyCode.SHIFT);
        press(KeyCode.RIGHT);
        press(1, KeyCode.RIGHT, KeyCode.SHIFT);
        assertThat(copied()).isEqualTo("e");
    }

    @Test
    void withControlItGoesByWords() {
        talk.theirs("09:00", "one, two three");
        openAtNewest();
        press(2, KeyCode.RIGHT, KeyCode.SHIFT, KeyCode.CONTROL);
        assertThat(copied()).isEqualTo("one, two");
        press(1, KeyCode.LEFT, KeyCode.SHIFT, KeyCode.CONTROL);
        assertThat(copied()).isEqualTo("one, ");
        press(2, KeyCode.RIGHT, KeyCode.CONTROL);
        press(1, KeyCode.LEFT, KeyCode.SHIFT, KeyCode.CONTROL);
        assertThat(copied()).isEqualTo("three");
    }

    @Test
    void homeAndEndSelectUpToTheEndsAndControlAAll() {
        talk.theirs("09:00", "> one\n\ntwo three");
        openAtNewest();
        press(KeyCode.LEFT);
        press(1, KeyCode.LEFT, KeyCode.CONTROL);
        press(1, KeyCode.END, KeyCode.SHIFT);
        assertThat(copied()).isEqualTo("three");
        press(1, KeyCode.HOME, KeyCode.SHIFT);
        assertThat(copied()).isEqualTo("> one\n\ntwo ");
        press(1, KeyCode.A, KeyCode.CONTROL);
        assertThat(copied()).isEqualTo("> one\n\ntwo three");
    }

    @Test
    void arrowsGoToTheirSideOfWordsFromRightToLeft() {
        talk.theirs("09:00", "شكرًا يا مارا");
        openAtNewest();
        press(1, KeyCode.LEFT, KeyCode.SHIFT, KeyCode.CONTROL);
        assertThat(copied()).isEqualTo("شكرًا");
        press(1, KeyCode.RIGHT, KeyCode.SHIFT);
        assertThat(copied()).isEqualTo("شكرً");
    }

    @Test
    void theCaretGoesWithTheLettersToEitherSide() {
        talk.theirs("09:00", "abcdef").theirs("09:01", "שלום עולם");
        open();
        press(KeyCode.UP);
        press(KeyCode.LEFT);
        double first = caret().getCenterX();
        press(KeyCode.LEFT);
        assertThat(caret().getCenterX()).isLessThan(first);
        press(KeyCode.UP);
        press(KeyCode.RIGHT);
        first = caret().getCenterX();
        press(KeyCode.RIGHT);
        assertThat(caret().getCenterX()).isGreaterThan(first);
    }

    @Test
    void theCaretStaysInSight() {
        talk.theirs("09:00", lines(29));
        say(3);
        open();
        for (int up = 0; up < 4; up++) {
            press(KeyCode.UP);
        }
        press(KeyCode.RIGHT);
        assertThat(isInView(caret())).isTrue();
        press(1, KeyCode.END, KeyCode.SHIFT);
        assertThat(isInView(caret())).isTrue();
        press(1, KeyCode.HOME, KeyCode.SHIFT);
        assertThat(isInView(caret())).isTrue();
    }

    @Test
    void theKeyboardGoesOnFromWhereTheMouseWas() {
        talk.theirs("09:00", "Lovely day");
        open();
        robot.doubleClickOn(".message-text .text");
        var word = copied();
        assertThat(List.of("Lovely", " ", "day")).contains(word);
        press(1, KeyCode.END, KeyCode.SHIFT);
        assertThat(copied()).startsWith(word).endsWith("day");
        assertThat(focused()).isPresent();
    }

    @Test
    void escapeDropsWhatIsSelectedBeforeItLeaves() {
        talk.theirs("09:00", "Lovely");
        openAtNewest();
        view().onLeave(() -> asked.add("leave"));
        press(1, KeyCode.RIGHT, KeyCode.SHIFT);
        press(KeyCode.ESCAPE);
        assertThat(asked).doesNotContain("leave");
        assertThat(carets()).isEmpty();
        assertThat(marked()).isEmpty();
        assertThat(copied()).as("the message that the keyboard is at").isEqualTo("Lovely");
        press(KeyCode.ESCAPE);
        assertThat(asked).contains("leave");
    }

    @Test
    void goingToAnotherMessageLeavesIt() {
        say(3);
        openAtNewest();
        press(1, KeyCode.RIGHT, KeyCode.SHIFT);
        press(KeyCode.UP);
        assertThat(marked()).isEmpty();
        assertThat(copied()).isEqualTo("message number 1");
    }

    @Test
    void theCaretIsDrawnWhileTheTimelineHasTheFocus() {
        talk.theirs("09:00", "Lovely").react(0, "👋", talk.messages().getFirst().author());
        openAtNewest();
        press(1, KeyCode.RIGHT, KeyCode.SHIFT);
        assertThat(carets()).hasSize(1);
        FxThread.run(() -> robot.lookup(".add-reaction").query().requestFocus());
        settle();
        assertThat(carets()).isEmpty();
        assertThat(marked()).hasSize(1);
        FxThread.run(() -> view().requestFocus());
        settle();
        assertThat(carets()).hasSize(1);
    }

    @Test
    void aScreenReaderIsToldWhatIsSelected() {
        talk.theirs("09:00", "Lovely day");
        openAtNewest();
        press(1, KeyCode.RIGHT, KeyCode.SHIFT, KeyCode.CONTROL);
        assertThat(help()).containsExactly("Selected: Lovely");
        press(KeyCode.ESCAPE);
        assertThat(help()).containsExactly("");
    }

    /// It would lie over the beginning of short messages.
    @Test
    void theBarGivesWayToWhatIsSelected() {
        talk.theirs("09:00", "Lovely");
        openAtNewest();
        assertThat(isBarShown()).isTrue();
        press(KeyCode.RIGHT);
        assertThat(isBarShown()).isFalse();
        press(KeyCode.ESCAPE);
        assertThat(isBarShown()).isTrue();
    }

    @Test
    void aFileHasNoPlaceForACaret() {
        talk.theirFile("09:00", Talk.file("proof.pdf", 2_000));
        openAtNewest();
        press(1, KeyCode.RIGHT, KeyCode.SHIFT);
        assertThat(carets()).isEmpty();
        assertThat(focused()).isPresent();
    }

    @Test
    void whatIsSelectedStaysWhateverIsShownOfTheMessageAndBelowIt() {
        talk.mine("09:00", "Lovely", Delivery.ON_SERVER);
        open();
        selectWord();
        talk.deliver(0, Delivery.READ);
        tell();
        assertStillSelected();
        talk.react(0, "🎉", talk.messages().getFirst().author());
        tell();
        assertStillSelected();
        say(2);
        tell();
        assertStillSelected();
    }

    @Test
    void whatIsSelectedIsThereAgainAfterItWasScrolledOutOfSight() {
        say(60);
        talk.theirs("09:01", "Lovely");
        open();
        robot.doubleClickOn("Lovely");
        press(KeyCode.PAGE_UP);
        press(KeyCode.PAGE_UP);
        press(KeyCode.PAGE_UP);
        assertThat(isInSight(61)).isFalse();
        assertThat(copied()).as("out of sight").isEqualTo("Lovely");
        for (int page = 0; page < 4; page++) {
            press(KeyCode.PAGE_DOWN);
        }
        assertThat(isInSight(61)).isTrue();
        assertStillSelected();
    }

    @Test
    void whatIsSelectedStaysWhenMoreOfTheMessageIsShown() {
        talk.theirs("09:00", "Lovely\n" + lines(60));
        openAtNewest();
        press(1, KeyCode.RIGHT, KeyCode.SHIFT, KeyCode.CONTROL);
        FxThread.run(() -> model().unfold(talk.messages().getFirst().key()));
        settle();
        assertStillSelected();
    }

    @Test
    void aMessageThatSaysSomethingElseHasNothingSelected() {
        talk.theirs("09:00", "Lovely 🎉").theirs("09:01", "b");
        open();
        robot.doubleClickOn("Lovely ");
        assertThat(marked()).hasSize(1);
        talk.edit(0, "Lovely 🎂");
        tell();
        assertThat(marked()).isEmpty();
        assertThat(isAnythingSelected()).isFalse();
    }

    @Test
    void aMessageThatIsTakenBackHasNothingSelected() {
        talk.theirs("09:00", "Lovely").theirs("09:01", "b");
        open();
        robot.doubleClickOn("Lovely");
        copy();
        talk.retract(0, Optional.empty());
        tell();
        assertThat(isAnythingSelected()).isFalse();
        talk.hideOldest(1);
        tell();
        assertThat(isAnythingSelected()).isFalse();
    }

    /// What is out of the window of messages that are held can't be looked up.
    @Test
    void aMessageThatIsNotHeldHasNothingSelectedUntilItComesBack() {
        talk.theirs("09:00", "Lovely").theirs("09:01", "b");
        open();
        robot.doubleClickOn("Lovely");
        talk.hideOldest(1);
        tell();
        assertThat(isAnythingSelected()).isFalse();
        talk.hideOldest(0);
        tell();
        assertStillSelected();
    }

    private boolean isBarShown() {
        return robot.lookup(".hover-bar").query().isVisible();
    }

    private void openAtNewest() {
        open();
        press(KeyCode.UP);
    }

    private void selectWord() {
        robot.doubleClickOn("Lovely");
        assertThat(marked()).hasSize(1);
    }

    private void assertStillSelected() {
        assertThat(marked()).as("drawn").hasSize(1);
        assertThat(copied()).isEqualTo("Lovely");
    }

    private void press(int times, KeyCode key, KeyCode... held) {
        FxThread.run(() -> view().requestFocus());
        robot.press(held);
        for (int time = 0; time < times; time++) {
            robot.type(key);
        }
        robot.release(held);
        settle();
    }

    private String copied() {
        FxThread.run(() -> TimelineMenu.copy("nothing was copied"));
        copy();
        return clipboard();
    }

    private boolean isAnythingSelected() {
        return !copied().equals("nothing was copied");
    }

    private void tell() {
        FxThread.run(talk::tell);
        settle();
    }

    private static String lines(int count) {
        return String.join("\n", IntStream.range(0, count).mapToObj(i -> "line " + i).toList());
    }

    private List<Path> carets() {
        return drawn(".words-caret");
    }

    private List<Path> marked() {
        return drawn(".selected-words");
    }

    private List<Path> drawn(String selector) {
        return FxThread.call(
                () ->
                        view().lookupAll(selector).stream()
                                .map(Path.class::cast)
                                .filter(path -> !path.getElements().isEmpty())
                                .toList());
    }

    private Bounds caret() {
        var path = carets().getFirst();
        return FxThread.call(() -> view().sceneToLocal(path.localToScene(path.getBoundsInLocal())));
    }

    private boolean isInView(Bounds bounds) {
        return bounds.getMinY() >= -1 && bounds.getMaxY() <= view().getHeight() + 1;
    }

    private List<String> help() {
        return FxThread.call(() -> rows().stream().map(Node::getAccessibleHelp).toList());
    }
}
