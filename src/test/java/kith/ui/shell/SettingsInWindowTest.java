package kith.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import kith.model.SendKey;
import kith.ui.fx.FxThread;
import kith.ui.fx.Mouse;

import org.junit.jupiter.api.Test;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.stream.Collectors;

/// The page of the settings, under keyboard and mouse.
class SettingsInWindowTest extends MainWindowFixture {

    @Test
    void controlCommaOpensThePageAndEscapeGoesBackToTheChat() {
        open();
        var seen = window().viewModels().watched();
        assertThat(seen).isPresent();
        control(KeyCode.COMMA);
        assertThat(exists(".settings")).isTrue();
        assertThat(window().viewModels().watched()).as("what comes there is not read").isEmpty();
        control(KeyCode.W);
        assertThat(world.tabs.get().selected()).as("no tab is closed").isEqualTo(seen);
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(exists(".settings")).isFalse();
        assertThat(window().viewModels().watched()).isEqualTo(seen);
        control(KeyCode.W);
        assertThat(world.tabs.get().selected()).isNotEqualTo(seen);
    }

    @Test
    void theProfileMenuLeadsThereAndTheArrowGoesBack() {
        open();
        robot.clickOn(".profile-button");
        robot.clickOn(text("Settings"));
        settle();
        assertThat(exists(".settings")).isTrue();
        robot.clickOn(find(node -> "Back".equals(node.getAccessibleText())));
        settle();
        assertThat(exists(".settings")).isFalse();
    }

    @Test
    void theSwitcherFindsThem() {
        open();
        control(KeyCode.K);
        robot.write("settings", 0).type(KeyCode.ENTER);
        settle();
        assertThat(exists(".switcher")).isFalse();
        assertThat(exists(".settings")).isTrue();
        robot.type(KeyCode.ESCAPE);
        settle();
        control(KeyCode.K);
        robot.write("short", 0).type(KeyCode.ENTER);
        settle();
        assertThat(exists(".shortcuts")).isTrue();
    }

    @Test
    void allOfItIsDoneWithTheKeyboardAlone() {
        open();
        control(KeyCode.COMMA);
        assertThat(name(focused())).isEqualTo("Appearance");
        robot.type(KeyCode.DOWN);
        settle();
        assertThat(name(focused())).isEqualTo("Writing");
        robot.type(KeyCode.TAB).type(KeyCode.RIGHT);
        settle();
        assertThat(world.sendKey.get()).isEqualTo(SendKey.CONTROL_ENTER);
        robot.type(KeyCode.TAB).type(KeyCode.SPACE).type(KeyCode.ENTER);
        settle();
        assertThat(window().viewModels().commands())
                .containsSequence("tell typing false", "tell typing true");
        robot.press(KeyCode.SHIFT).type(KeyCode.TAB, 2).release(KeyCode.SHIFT);
        robot.type(KeyCode.END).type(KeyCode.TAB).type(KeyCode.SPACE);
        settle();
        assertThat(exists(".shortcuts")).isTrue();
        assertThat(keys("Send")).isEqualTo("Ctrl Enter");
        assertThat(keys("New line")).isEqualTo("Enter");
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(exists(".shortcuts")).isFalse();
        assertThat(exists(".settings")).isTrue();
        assertThat(name(focused())).isEqualTo("Show shortcuts");
    }

    @Test
    void looksAreChosenSeenAtOnceAndRemembered() {
        open();
        control(KeyCode.COMMA);
        robot.clickOn(text("Dark"));
        settle();
        assertThat(window().remembered()).containsEntry("window.theme", "DARK");
        assertThat(stylesheets()).contains("kith-dark.css");
        var slider = (Slider) find(Slider.class::isInstance);
        FxThread.run(slider::requestFocus);
        robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT);
        settle();
        assertThat(window().remembered()).containsEntry("window.textSize", "16");
        control(KeyCode.MINUS);
        assertThat(slider.getValue()).isEqualTo(15);
        assertThat(window().remembered()).containsEntry("window.textSize", "15");
        robot.clickOn(find(node -> "More contrast".equals(node.getAccessibleText())));
        settle();
        assertThat(window().remembered()).containsEntry("window.contrast", "true");
        assertThat(stylesheets()).contains("kith-contrast.css");
    }

    @Test
    void theTextGrowsOnceThePointerLetsGoOfTheSlider() {
        open();
        control(KeyCode.COMMA);
        var slider = (Slider) find(Slider.class::isInstance);
        FxThread.run(() -> slider.setValueChanging(true)); // as its thumb does while it is dragged
        FxThread.run(() -> slider.setValue(17.4));
        settle();
        assertThat(slider.getValue()).isGreaterThan(16);
        assertThat(window().remembered()).doesNotContainKey("window.textSize");
        assertThat(isShown(text(Math.round(slider.getValue()) + " px"))).isTrue();
        FxThread.run(() -> slider.setValueChanging(false));
        settle();
        assertThat(window().remembered()).containsEntry("window.textSize", "17");
    }

    /// As platforms with a screen tell it: the whole gesture goes to where it began. The headless
    /// one forgets that, and tells the thumb, which comes under the pointer, of a drag that it
    /// knows nothing of.
    @Test
    void andOnceItLetsGoOfItsTrack() {
        open();
        control(KeyCode.COMMA);
        var slider = (Slider) find(Slider.class::isInstance);
        var place = FxThread.call(() -> slider.localToScene(slider.getLayoutBounds()));
        onTrack(slider, MouseEvent.MOUSE_PRESSED, 0.6);
        for (double part : new double[] {0.65, 0.7, 0.75, 0.8}) {
            onTrack(slider, MouseEvent.MOUSE_DRAGGED, part);
        }
        assertThat(slider.getValue()).isGreaterThan(16);
        assertThat(window().remembered()).doesNotContainKey("window.textSize");
        assertThat(FxThread.call(() -> slider.localToScene(slider.getLayoutBounds())))
                .as("under the pointer")
                .isEqualTo(place);
        onTrack(slider, MouseEvent.MOUSE_RELEASED, 0.8);
        assertThat(window().remembered())
                .containsEntry("window.textSize", Math.round(slider.getValue()) + "");
        FxThread.run(slider::requestFocus);
        robot.type(KeyCode.HOME); // keys change it at once
        settle();
        assertThat(window().remembered()).containsEntry("window.textSize", "11");
    }

    @Test
    void andOnceItLetsGoOfItsThumb() {
        open();
        control(KeyCode.COMMA);
        var slider = (Slider) find(Slider.class::isInstance);
        var thumb =
                FxThread.call(
                        () -> {
                            var node = slider.lookup(".thumb");
                            return node.localToScreen(node.getLayoutBounds());
                        });
        robot.moveTo(new Point2D(thumb.getCenterX(), thumb.getCenterY()));
        robot.press(MouseButton.PRIMARY);
        robot.moveTo(new Point2D(thumb.getCenterX() + 60, thumb.getCenterY()));
        settle();
        assertThat(slider.getValue()).isGreaterThan(15);
        assertThat(window().remembered()).doesNotContainKey("window.textSize");
        robot.release(MouseButton.PRIMARY);
        settle();
        assertThat(window().remembered())
                .containsEntry("window.textSize", Math.round(slider.getValue()) + "");
    }

    /// The pointer does something to the track.
    ///
    /// @param part where, in parts of its width; 0 at its start
    private void onTrack(Slider slider, EventType<MouseEvent> what, double part) {
        FxThread.run(
                () -> {
                    var track = slider.lookup(".track");
                    var place = track.localToScene(track.getLayoutBounds());
                    double x = place.getMinX() + place.getWidth() * part;
                    double y = place.getCenterY();
                    Mouse.fire(what, track, track, new Point2D(x, y));
                });
        settle();
    }

    /// Else each opening would hold a page for as long as the program runs.
    @Test
    void ofThePageNothingStaysOnceItIsLeft() {
        open();
        control(KeyCode.COMMA);
        var slider = new WeakReference<>(find(Slider.class::isInstance));
        robot.type(KeyCode.ESCAPE);
        settle();
        control(KeyCode.PLUS);
        await("the page is gone")
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> {
                            System.gc();
                            return slider.refersTo(null);
                        });
    }

    @Test
    void whatIsRememberedIsTakenUp() {
        remember("window.theme", "DARK");
        remember("window.contrast", "true");
        remember("window.textSize", "17");
        open();
        assertThat(stylesheets()).contains("kith-dark.css", "kith-contrast.css");
        control(KeyCode.COMMA);
        assertThat(((Slider) find(Slider.class::isInstance)).getValue()).isEqualTo(17);
    }

    @Test
    void whatAnotherVersionRememberedIsPassedOver() {
        remember("window.theme", "SEPIA");
        open();
        assertThat(stylesheets()).contains("kith-light.css");
    }

    @Test
    void whereItIsNarrowAllSectionsStandUnderOneAnother() {
        open(480, 780);
        control(KeyCode.COMMA);
        assertThat(isShown(text("Text size"))).isTrue();
        assertThat(isShown(text("Send with"))).isTrue();
        assertThat(isShown(text("Show shortcuts"))).isTrue();
        assertThat(name(focused())).isEqualTo("Back");
        FxThread.run(() -> window().stage().setWidth(1000));
        settle();
        assertThat(nodes().filter(MainWindowFixture::isShown).map(MainWindowFixture::name))
                .contains("Text size", "Writing")
                .doesNotContain("Send with");
        FxThread.run(() -> window().stage().setWidth(480));
        settle();
        robot.clickOn(find(node -> "Back".equals(node.getAccessibleText())));
        settle();
        assertThat(exists(".settings")).isFalse();
    }

    /// The words on the caps of the keys that do something.
    private String keys(String what) {
        var line =
                find(
                        node ->
                                node.getStyleClass().contains("shortcut-line")
                                        && nodes(node).anyMatch(each -> name(each).equals(what)));
        return FxThread.call(
                () ->
                        nodes(line)
                                .filter(node -> node.getStyleClass().contains("key-cap"))
                                .map(MainWindowFixture::name)
                                .collect(Collectors.joining(" ")));
    }

    private String stylesheets() {
        return FxThread.call(() -> String.join(" ", window().scene().getStylesheets()));
    }

    private Node focused() {
        return FxThread.call(() -> window().scene().getFocusOwner());
    }
}
