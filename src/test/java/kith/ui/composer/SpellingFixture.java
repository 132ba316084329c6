package kith.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextArea;
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
import org.testfx.api.FxRobot;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A composer in a window that knows a few misspelt words, and what it shows of them.
abstract class SpellingFixture {

    final FxRobot robot = new FxRobot();
    final FakeSpelling fake =
            new FakeSpelling(
                    Map.of(
                            "harbor",
                            List.of("harbour", "arbour"),
                            "kith",
                            List.of(),
                            "שלוום",
                            List.of("שלום")));
    final ComposerViewModel model =
            new ComposerViewModel(
                    IdleCommands.composer().with(fake.commands()),
                    List.of(),
                    new ManualTimer(),
                    new ImmediateLane());
    final OnStage window = new OnStage(500, 400, this::page);

    @AfterEach
    void closeWindow() {
        FxThread.run(() -> menu().ifPresent(ContextMenu::hide));
        window.close();
    }

    /// As the pointer finds it.
    private int charAt(double sceneX, double sceneY) {
        return words().hitTest(words().sceneToLocal(sceneX, sceneY)).getCharIndex();
    }

    /// The first wave begins and ends where the word does, and lies at its foot.
    void assertLiesUnder(String word) {
        assertLiesUnder(word, FxThread.call(() -> words().getText().indexOf(word)));
    }

    void assertLiesUnder(String word, int start) {
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
        int hit = FxThread.call(() -> charAt(wave.getCenterX(), letters.getCenterY()));
        assertThat(hit).isBetween(start, start + word.length());
    }

    /// Of a copy: a path's elements may stand in another one, too.
    static Bounds firstWave(Path path) {
        var elements = List.copyOf(path.getElements());
        int next = 1;
        while (next < elements.size() && !(elements.get(next) instanceof MoveTo)) {
            next++;
        }
        return new Path(elements.subList(0, next)).getLayoutBounds();
    }

    Bounds boundsOf(String word) {
        var text = words();
        int start = text.getText().indexOf(word);
        return boundsOf(start, start + word.length());
    }

    Bounds boundsOf(int start, int end) {
        var shape = new Path(words().rangeShape(start, end));
        return onScene(words(), shape.getLayoutBounds());
    }

    /// JavaFX tells the shape of words in a field from right to left mirrored; they are not.
    static Bounds onScene(Text text, Bounds shape) {
        boolean isMirrored = text.getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
        double width = text.getLayoutBounds().getWidth();
        double from = isMirrored ? width - shape.getMaxX() : shape.getMinX();
        return text.localToScene(
                new BoundingBox(from, shape.getMinY(), shape.getWidth(), shape.getHeight()));
    }

    Text words() {
        return field().lookupAll(".text").stream()
                .map(Text.class::cast)
                .filter(text -> text.getText().equals(field().getText()))
                .findFirst()
                .orElseThrow();
    }

    int waves() {
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

    Optional<ContextMenu> menu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst();
    }

    VBox page() {
        var view = new ComposerView(model, Texts.of(Locale.ENGLISH));
        view.setPrompt("Message Layla, not encrypted");
        view.requestFocus();
        var below = new Region();
        VBox.setVgrow(below, Priority.ALWAYS);
        return new VBox(view, below); // the headless screen can't draw a menu that leaves it
    }

    TextArea field() {
        return robot.lookup(".text-area").queryAs(TextArea.class);
    }
}
