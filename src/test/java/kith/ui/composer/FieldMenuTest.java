package kith.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Point2D;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;

import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class FieldMenuTest extends SpellingFixture {

    @Test
    void aMisspeltWordIsUnderlinedAndCorrectedWithTheKeyboardInOneStepThatCanBeUndone() {
        robot.write("the harbor", 0);
        assertThat(waves()).isZero();
        robot.write(" is lovely", 0);
        window.settle();
        assertThat(waves()).isEqualTo(1);
        assertLiesUnder("harbor");

        FxThread.run(() -> field().positionCaret(6));
        openByKey();
        assertThat(entries()).startsWith("harbour", "arbour", "Add to dictionary", "Ignore");
        robot.type(KeyCode.DOWN).type(KeyCode.UP); // it opens at the first
        robot.type(KeyCode.ENTER);
        assertThat(field().getText()).isEqualTo("the harbour is lovely");
        window.settle();
        assertThat(waves()).isZero();
        assertThat(field().isFocused()).isTrue();

        FxThread.run(() -> field().undo());
        assertThat(field().getText()).isEqualTo("the harbor is lovely");
        FxThread.run(() -> field().redo());
        assertThat(field().getText()).isEqualTo("the harbour is lovely");
    }

    @Test
    void theMenuKeyOpensItTooAndAWordCanBeAdded() {
        robot.write("kith ", 0);
        FxThread.run(() -> field().positionCaret(2));
        robot.type(KeyCode.CONTEXT_MENU);
        assertThat(entries()).startsWith("No suggestions", "Add to dictionary");
        fire("Add to dictionary");
        window.settle();
        assertThat(fake.done).contains("add kith");
        assertThat(waves()).isZero();
    }

    @Test
    void thePointerOpensItForTheWordUnderItWhereverTheCaretIs() {
        robot.write("harbor and more ", 0);
        window.settle();
        FxThread.run(() -> request(middleOf("harbor")));
        assertThat(entries()).startsWith("harbour");
        fire("arbour");
        assertThat(field().getText()).isEqualTo("arbour and more ");
        FxThread.run(() -> request(middleOf("more")));
        assertThat(entries())
                .containsExactly(
                        "Undo",
                        "Redo",
                        "Cut",
                        "Copy",
                        "Paste",
                        "Delete",
                        "Select all",
                        "Check spelling in");
    }

    @Test
    void theMenuIsThereBeforeAnythingIsSuggested() {
        robot.write("harbor and more ", 0);
        FxThread.run(() -> field().positionCaret(2));
        fake.holdSuggestions();
        openByKey();
        assertThat(entries())
                .startsWith("Looking for suggestions…", "Add to dictionary", "Ignore", "Undo");
        assertThat(isEnabled("Looking for suggestions…")).isTrue(); // a screen reader comes to it
        FxThread.run(fake::suggestNow);
        assertThat(entries()).startsWith("harbour", "arbour", "Add to dictionary");
        robot.type(KeyCode.DOWN).type(KeyCode.UP).type(KeyCode.ENTER);
        assertThat(field().getText()).isEqualTo("harbour and more ");
    }

    @Test
    void theMenuGoesWhenTheTextOrTheCaretChanges() {
        robot.write("harbor and more ", 0);
        FxThread.run(() -> field().positionCaret(2));
        fake.holdSuggestions();
        openByKey();
        FxThread.run(() -> field().positionCaret(3));
        assertThat(menu()).isEmpty();
        FxThread.run(fake::suggestNow);
        assertThat(menu()).isEmpty();
        openByKey();
        assertThat(menu()).isPresent();
        FxThread.run(() -> field().appendText("x"));
        assertThat(menu()).isEmpty();
        openByKey();
        assertThat(menu()).isPresent();
        FxThread.run(() -> field().getParent().requestFocus());
        assertThat(menu()).isEmpty();
    }

    @Test
    void besideTheWordsThePointerIsOnNone() {
        robot.write("harbor ", 0);
        window.settle();
        FxThread.run(() -> request(middleOf("harbor").add(200, 0)));
        assertThat(entries()).startsWith("Undo");
        FxThread.run(
                () -> {
                    var word = boundsOf("harbor");
                    request(new Point2D(word.getMaxX() + 2, word.getCenterY()));
                });
        assertThat(entries()).startsWith("Undo");
    }

    @Test
    void aWordThatWasAddedCanBeTakenBack() {
        robot.write("kith ", 0);
        window.settle();
        FxThread.run(() -> field().positionCaret(2));
        openByKey();
        fire("Add to dictionary");
        window.settle();
        assertThat(waves()).isZero();
        openByKey();
        assertThat(entries()).startsWith("Remove from dictionary", "Undo");
        FxThread.run(() -> menu().orElseThrow().hide());
        FxThread.run(() -> request(middleOf("kith")));
        fire("Remove from dictionary");
        window.settle();
        assertThat(fake.done).contains("remove kith");
        assertThat(waves()).isEqualTo(1);
    }

    @Test
    void aFingerPlacesTheCaretWhereNothingIsSelected() {
        robot.write("harbor and more ", 0);
        window.settle();
        FxThread.run(() -> request(middleOf("and")));
        assertThat(field().getCaretPosition()).isEqualTo(16);
        FxThread.run(
                () -> {
                    touch(middleOf("and"));
                    request(middleOf("and"));
                });
        assertThat(field().getCaretPosition()).isBetween(8, 9);
        assertThat(menu()).isPresent();
        FxThread.run(
                () -> {
                    field().selectRange(0, 6);
                    touch(middleOf("and"));
                    request(middleOf("and"));
                });
        assertThat(field().getSelectedText()).isEqualTo("harbor");
    }

    @Test
    void theMenuDoesWhatEveryFieldCanDo() {
        robot.write("lovely", 0);
        openByKey();
        assertThat(isEnabled("Cut")).isFalse();
        assertThat(isEnabled("Redo")).isFalse();
        fire("Select all");
        openByKey();
        fire("Delete");
        assertThat(field().getText()).isEmpty();
        openByKey();
        assertThat(isEnabled("Delete")).isFalse();
        fire("Undo");
        FxThread.run(() -> field().selectAll());
        openByKey();
        fire("Cut");
        assertThat(field().getText()).isEmpty();
        openByKey();
        fire("Paste");
        assertThat(field().getText()).isEqualTo("lovely");
        openByKey();
        fire("Undo");
        assertThat(field().getText()).isEmpty();
    }

    @Test
    void theLanguageIsChosenInTheMenu() {
        robot.write("harbor ", 0);
        openByKey();
        assertThat(fake.done).contains("look");
        assertThat(languages())
                .containsExactly(
                        "English (United Kingdom)",
                        "English (United States)",
                        "German (Germany)",
                        "Off");
        assertThat(chosen()).containsExactly("English (United Kingdom)");
        choose("Off");
        window.settle();
        assertThat(fake.done).contains("choose none");
        assertThat(waves()).isZero();
        openByKey();
        assertThat(chosen()).containsExactly("Off");
        choose("German (Germany)");
        assertThat(fake.done).contains("choose de_DE");
    }

    @Test
    void theLanguagesThatComeWhileTheMenuIsOpenAreInIt() {
        FxThread.run(() -> fake.install());
        openByKey();
        assertThat(languages())
                .singleElement()
                .asString()
                .isEqualTo(
                        "No dictionary was found. Put one (.aff and .dic) into the folder"
                                + " /home/mara/.local/share/kith/dictionaries.");
        FxThread.call(() -> assertThat(languageItems().getFirst().isDisable()).isFalse());
        FxThread.run(() -> fake.install("fr_FR", "fr_FR-moderne", "tlh"));
        assertThat(languages())
                .containsExactly(
                        "French (France) · fr_FR",
                        "French (France) · fr_FR-moderne",
                        "Klingon",
                        "Off");
        FxThread.run(() -> fake.damage("tlh"));
        robot.type(KeyCode.ESCAPE);
        openByKey();
        assertThat(languages()).contains("Klingon: can’t be read");
    }

    @Test
    void aScreenReaderIsToldWhenTheCaretIsInAMisspeltWord() {
        robot.write("harbor ", 0);
        assertThat(field().getAccessibleHelp()).isEmpty();
        FxThread.run(() -> field().positionCaret(2));
        assertThat(field().getAccessibleHelp())
                .isEqualTo("“harbor” may be misspelt. The menu key shows suggestions.");
    }

    private void touch(Point2D scene) {
        var screen = field().getScene().getRoot().localToScreen(scene);
        var pick = new PickResult(words(), scene.getX(), scene.getY());
        words().fireEvent(
                        new MouseEvent(
                                MouseEvent.MOUSE_PRESSED,
                                scene.getX(),
                                scene.getY(),
                                screen.getX(),
                                screen.getY(),
                                MouseButton.SECONDARY,
                                1,
                                false,
                                false,
                                false,
                                false,
                                false,
                                false,
                                true,
                                true,
                                true,
                                true,
                                pick));
    }

    private Point2D middleOf(String word) {
        var bounds = boundsOf(word);
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    private void request(Point2D scene) {
        var screen = field().getScene().getRoot().localToScreen(scene);
        var target = words();
        target.fireEvent(
                new ContextMenuEvent(
                        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                        scene.getX(),
                        scene.getY(),
                        screen.getX(),
                        screen.getY(),
                        false,
                        new PickResult(target, scene.getX(), scene.getY())));
    }

    private List<String> entries() {
        return FxThread.call(
                () ->
                        menu().orElseThrow().getItems().stream()
                                .filter(MenuItem::isVisible)
                                .flatMap(item -> Optional.ofNullable(item.getText()).stream())
                                .toList());
    }

    private boolean isEnabled(String text) {
        return FxThread.call(() -> !item(text).isDisable());
    }

    private MenuItem item(String text) {
        return menu().orElseThrow().getItems().stream()
                .filter(item -> text.equals(item.getText()))
                .findFirst()
                .orElseThrow();
    }

    private void fire(String text) {
        FxThread.run(
                () -> {
                    var open = menu().orElseThrow();
                    item(text).fire();
                    open.hide();
                });
    }

    private List<MenuItem> languageItems() {
        return ((Menu) item("Check spelling in")).getItems();
    }

    private List<String> languages() {
        return FxThread.call(() -> languageItems().stream().map(MenuItem::getText).toList());
    }

    private List<String> chosen() {
        return FxThread.call(
                () ->
                        languageItems().stream()
                                .filter(
                                        it ->
                                                it instanceof RadioMenuItem radio
                                                        && radio.isSelected())
                                .map(MenuItem::getText)
                                .toList());
    }

    private void choose(String language) {
        FxThread.run(
                () -> {
                    languageItems().stream()
                            .filter(it -> language.equals(it.getText()))
                            .forEach(MenuItem::fire);
                    menu().orElseThrow().hide();
                });
    }

    private void openByKey() {
        robot.press(KeyCode.SHIFT).type(KeyCode.F10).release(KeyCode.SHIFT);
    }
}
