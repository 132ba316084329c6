package kith.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.stage.Window;

import kith.base.ImmediateLane;
import kith.base.ManualTimer;
import kith.ui.chat.IdleCommands;
import kith.ui.fx.FxThread;
import kith.ui.fx.OnStage;
import kith.ui.text.Texts;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

class SpellingViewTest {

    private final FxRobot robot = new FxRobot();
    private final FakeSpelling fake =
            new FakeSpelling(
                    Map.of(
                            "harbor",
                            List.of("harbour", "arbour"),
                            "kith",
                            List.of(),
                            "שלוום",
                            List.of("שלום")));
    private final ComposerViewModel model =
            new ComposerViewModel(
                    IdleCommands.composer().with(fake.commands()),
                    List.of(),
                    new ManualTimer(),
                    new ImmediateLane());
    private final OnStage window = new OnStage(500, 400, this::page);

    @AfterEach
    void closeWindow() {
        FxThread.run(() -> menu().ifPresent(ContextMenu::hide));
        window.close();
    }

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

    @Test
    void theWaveFollowsItsWordWhenTheTextScrollsAndIsLeftOutWhereItIsOutOfSight() {
        FxThread.run(() -> field().setText("harbor\n" + "fine\n".repeat(30) + "harbor"));
        window.settle();
        var above = waveTop();
        FxThread.run(() -> field().setScrollTop(40));
        window.settle();
        assertThat(waves()).isZero(); // the first is out of sight, the last not in it yet
        FxThread.run(() -> field().setScrollTop(10_000));
        window.settle();
        assertThat(waves()).isEqualTo(1);
        assertLiesUnder("harbor", field().getText().lastIndexOf("harbor"));
        assertThat(waveTop()).isGreaterThan(above + 50);
        FxThread.run(() -> field().setScrollTop(0));
        window.settle();
        assertThat(waves()).isEqualTo(1);
        assertLiesUnder("harbor");
    }

    @Test
    void aWordFromRightToLeftIsUnderlinedWhereItStands() {
        FxThread.run(() -> field().setText("שלוום ליילה harbor"));
        window.settle();
        assertThat(waves()).isEqualTo(2);
        assertLiesUnder("שלוום");
    }

    /// What is first in a line stands in its middle.
    @Test
    void whereTheDirectionChangesEachWordIsUnderlined() {
        FxThread.run(() -> field().setText("harbor שלוום harbor fine\n".repeat(20)));
        window.settle();
        for (double top : new double[] {0, 70, 10_000}) {
            FxThread.run(() -> field().setScrollTop(top));
            window.settle();
            long inSight = FxThread.call(this::wordsInSight);
            assertThat(inSight).isGreaterThan(15);
            assertThat((long) waves()).isEqualTo(inSight);
        }
        FxThread.run(() -> field().setText("שלוום harbor שלוום ליילה\n".repeat(20)));
        window.settle();
        assertThat((long) waves()).isEqualTo(FxThread.call(this::wordsInSight));
    }

    @Test
    void inAMirroredWindowToo() {
        FxThread.run(
                () -> window.stage().getScene().setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT));
        FxThread.run(() -> field().setText("שלוום"));
        window.settle();
        assertLiesUnder("שלוום");
        FxThread.run(() -> field().setText("harbor here"));
        window.settle();
        assertLiesUnder("harbor");
    }

    /// 100,000 characters, each sixth word wrong: what is in sight is drawn.
    @Test
    void aLongTextDoesNotHoldUpTheWindow() {
        FxThread.run(() -> field().setText("the harbor is lovely ".repeat(5000)));
        window.settle();
        assertThat(model.spelling().marksProperty().get()).hasSize(5000);
        assertThat(waves()).isBetween(10, 200);
    }

    /// The first wave begins and ends where the word does, and lies at its foot.
    private void assertLiesUnder(String word) {
        assertLiesUnder(word, FxThread.call(() -> words().getText().indexOf(word)));
    }

    private void assertLiesUnder(String word, int start) {
        var wave =
                FxThread.call(
                        () -> {
                            var path = robot.lookup(".spelling-wave").queryAs(Path.class);
                            return path.localToScene(firstWave(path));
                        });
        var letters = FxThread.call(() -> boundsOf(start, start + word.length()));
        assertThat(wave.getMinX()).isBetween(letters.getMinX() - 3, letters.getMinX() + 3);
        assertThat(wave.getMaxX()).isBetween(letters.getMaxX() - 4, letters.getMaxX() + 3);
        assertThat(wave.getMinY()).isBetween(letters.getCenterY(), letters.getMaxY() + 2);
    }

    /// Of a copy: a path's elements may stand in another one, too.
    private static Bounds firstWave(Path path) {
        var elements = List.copyOf(path.getElements());
        int next = 1;
        while (next < elements.size() && !(elements.get(next) instanceof MoveTo)) {
            next++;
        }
        return new Path(elements.subList(0, next)).getLayoutBounds();
    }

    private Bounds boundsOf(String word) {
        var text = words();
        int start = text.getText().indexOf(word);
        return boundsOf(start, start + word.length());
    }

    private Bounds boundsOf(int start, int end) {
        var shape = new Path(words().rangeShape(start, end));
        return words().localToScene(shape.getLayoutBounds());
    }

    /// How many marked words have their foot in the field.
    private long wordsInSight() {
        var sight = field().localToScene(field().getLayoutBounds());
        return model.spelling().marksProperty().get().stream()
                .map(range -> new Path(words().underlineShape(range.start(), range.end())))
                .map(foot -> words().localToScene(foot.getLayoutBounds()))
                .filter(sight::intersects)
                .count();
    }

    private double waveTop() {
        return FxThread.call(
                () -> {
                    var path = robot.lookup(".spelling-wave").queryAs(Path.class);
                    return path.localToScene(firstWave(path)).getMinY();
                });
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

    private Text words() {
        return field().lookupAll(".text").stream()
                .map(Text.class::cast)
                .filter(text -> text.getText().equals(field().getText()))
                .findFirst()
                .orElseThrow();
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

    private int waves() {
        return FxThread.call(
                () ->
                        (int)
                                robot
                                        .lookup(".spelling-wave")
                                        .queryAs(Path.class)
                                        .getElements()
                                        .stream()
                                        .filter(MoveTo.class::isInstance)
                                        .count());
    }

    private Optional<ContextMenu> menu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst();
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

    private VBox page() {
        var view = new ComposerView(model, Texts.of(Locale.ENGLISH));
        view.setPrompt("Message Layla, not encrypted");
        view.requestFocus();
        var below = new Region();
        VBox.setVgrow(below, Priority.ALWAYS);
        return new VBox(view, below); // the headless screen can't draw a menu that leaves it
    }

    private TextArea field() {
        return robot.lookup(".text-area").queryAs(TextArea.class);
    }
}
