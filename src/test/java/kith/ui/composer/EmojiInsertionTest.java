package kith.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import kith.base.ImmediateLane;
import kith.base.ManualTimer;
import kith.ui.chat.IdleCommands;
import kith.ui.composer.ComposerViewModel.Access;
import kith.ui.fx.FxThread;
import kith.ui.fx.Mouse;
import kith.ui.fx.OnStage;
import kith.ui.text.Texts;
import kith.ui.widget.emoji.EmojiHabits;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.util.List;
import java.util.Locale;

/// Emoji that are chosen and written where the caret is.
class EmojiInsertionTest {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final String BUTTON = ".composer-line > .icon-button";

    private final FxRobot robot = new FxRobot();
    private final EmojiHabits habits = EmojiHabits.unkept();
    private final ComposerViewModel model =
            new ComposerViewModel(
                    IdleCommands.composer(), List.of(), new ManualTimer(), new ImmediateLane());
    private final OnStage window = new OnStage(480, 480, this::page);

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void isWrittenAtTheCaretAndCanBeUndone() {
        robot.write("ab", 0).type(KeyCode.LEFT);
        open();
        robot.write("tada", 0).type(KeyCode.ENTER);
        assertThat(isOpen()).isFalse();
        assertThat(text()).isEqualTo("a🎉b");
        assertThat(robot.lookup(".text-area").query().isFocused()).isTrue();
        robot.write("c", 0);
        assertThat(text()).isEqualTo("a🎉cb");
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        assertThat(text()).isEqualTo("ab");
    }

    @Test
    void escapeClosesItAndTheNextKeysAreForTheField() {
        open();
        robot.write("x", 0).type(KeyCode.ESCAPE);
        assertThat(isOpen()).isFalse();
        robot.write("y", 0);
        assertThat(text()).isEqualTo("y");
    }

    @Test
    void shiftKeepsItOpen() {
        open();
        robot.write("tada", 0);
        robot.press(KeyCode.SHIFT).type(KeyCode.ENTER, KeyCode.ENTER).release(KeyCode.SHIFT);
        assertThat(isOpen()).isTrue();
        robot.type(KeyCode.ENTER);
        assertThat(isOpen()).isFalse();
        assertThat(text()).isEqualTo("🎉🎉🎉");
    }

    @Test
    void aClickChoosesWithShiftAnotherToo() {
        open();
        FxThread.run(() -> Mouse.click(cell("smiley"), KeyCode.SHIFT));
        assertThat(isOpen()).isTrue();
        robot.clickOn(cell("smile"));
        assertThat(isOpen()).isFalse();
        assertThat(text()).isEqualTo("😃😄");
    }

    @Test
    void arrowsGoAboutInTheGridAndMirroredTheOtherWay() {
        open();
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.DOWN, KeyCode.LEFT);
        assertThat(selected()).isEqualTo("upside down face");
        robot.type(KeyCode.ESCAPE);
        FxThread.run(
                () ->
                        window.stage()
                                .getScene()
                                .getRoot()
                                .setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT));
        open();
        robot.type(KeyCode.LEFT, KeyCode.LEFT);
        assertThat(selected()).isEqualTo("smile");
        assertThat(cell("grinning").getEffectiveNodeOrientation())
                .isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
    }

    @Test
    void theSelectedOneIsScrolledIntoSightAndOnlyThoseInSightHaveNodes() {
        open();
        for (int page = 0; page < 20; page++) {
            robot.type(KeyCode.PAGE_DOWN);
        }
        window.settle();
        assertThat(selected()).isNotEmpty();
        assertThat(robot.lookup(".emoji-cell").queryAll()).hasSizeLessThan(100);
    }

    @Test
    void aTabGoesToItsSectionAndTypingBackToTheSearch() {
        open();
        robot.clickOn(robot.lookup(".emoji-tabs > .icon-button").nth(2).<Node>query());
        window.settle();
        assertThat(selected()).isEqualTo("grapes");
        robot.write("cat", 0);
        assertThat(robot.lookup(".emoji-search .text-field").queryAs(TextField.class).getText())
                .isEqualTo("cat");
        assertThat(selected()).isEqualTo("cat");
    }

    @Test
    void theToneThatIsChosenStays() {
        open();
        robot.clickOn(".emoji-search > .emoji-tone");
        window.settle();
        robot.clickOn(robot.lookup(".emoji-tones > .emoji-tone").nth(5).<Node>query());
        robot.write("thumbsup", 0).type(KeyCode.ENTER);
        open();
        robot.write("raised hands", 0).type(KeyCode.ENTER);
        assertThat(text()).isEqualTo("👍🏿🙌🏿");
    }

    @Test
    void staysInsideANarrowWindow() {
        open();
        var picker = robot.lookup(".emoji-picker").query();
        var bounds = FxThread.call(() -> picker.localToScreen(picker.getLayoutBounds()));
        var stage = window.stage();
        assertThat(bounds.getMinX()).isGreaterThanOrEqualTo(stage.getX());
        assertThat(bounds.getMaxX()).isLessThanOrEqualTo(stage.getX() + stage.getWidth());
        assertThat(bounds.getMinY()).isGreaterThanOrEqualTo(stage.getY());
        assertThat(bounds.getMaxY())
                .isLessThanOrEqualTo(
                        FxThread.call(() -> button().localToScreen(0, 0).getY()) + 0.5);
    }

    @Test
    void isNotThereForWhoMayNotWrite() {
        FxThread.run(() -> model.accessProperty().set(Access.VISITOR));
        FxThread.run(() -> robot.lookup(".composer").queryAs(ComposerView.class).pickEmoji());
        assertThat(isOpen()).isFalse();
    }

    private VBox page() {
        var view = new ComposerView(model, Texts.of(Locale.ENGLISH));
        view.setEmojiHabits(habits);
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        return new VBox(space, view);
    }

    private void open() {
        robot.clickOn(button());
        assertThat(isOpen()).isTrue();
    }

    private Node button() {
        return robot.lookup(BUTTON).match(each -> !each.getStyleClass().contains("send")).query();
    }

    private boolean isOpen() {
        return !robot.lookup(".emoji-picker").queryAll().isEmpty();
    }

    private String text() {
        return Written.in(robot.lookup(".text-area").query());
    }

    private Node cell(String name) {
        return robot.lookup(".emoji-cell")
                .match(each -> each.isVisible() && name.equals(each.getAccessibleText()))
                .query();
    }

    /// What a screen reader says of the selected one.
    private String selected() {
        return robot.lookup(".emoji-cell")
                .match(each -> each.isVisible() && each.getPseudoClassStates().contains(SELECTED))
                .query()
                .getAccessibleText();
    }
}
