package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;

import kith.model.Delivery;
import kith.model.Refusal;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// What is shown of a message that was taken back, and how one is.
class RetractionsViewTest extends TimelineFixture {

    @Override
    boolean takesReplies() {
        return true;
    }

    @Test
    void theMenuAsksAndTheNamedActDoesIt() {
        mine();
        robot.rightClickOn(rows().getFirst().bubble());
        robot.clickOn("Delete for everyone…");
        settle();
        assertThat(asked).noneMatch(each -> each.startsWith("retract"));
        robot.clickOn(FxThread.call(() -> button("Delete for everyone")));
        assertThat(asked).contains("retract 1");
        assertThat(prompt()).isEmpty();
    }

    @Test
    void enterAndEscapeKeepIt() {
        mine();
        ask();
        assertThat(FxThread.call(() -> button("Keep").isFocused())).isTrue();
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(prompt()).isEmpty();
        ask();
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(prompt()).isEmpty();
        assertThat(asked).noneMatch(each -> each.startsWith("retract"));
    }

    @Test
    void theKeyboardReachesTheAct() {
        mine();
        ask();
        robot.type(KeyCode.TAB, KeyCode.ENTER);
        settle();
        assertThat(asked).contains("retract 1");
    }

    /// How high it is, is asked once its lines are broken.
    @Test
    void itsButtonsAreWholeWhateverTheTextSize() {
        mine();
        for (var size : new String[] {"14px", "28px"}) {
            FxThread.run(
                    () -> window().stage().getScene().getRoot().setStyle("-fx-font-size: " + size));
            settle();
            ask();
            FxThread.run(
                    () -> {
                        var content = shownPrompt().orElseThrow();
                        var room = content.localToScene(content.getLayoutBounds());
                        for (var name : new String[] {"Keep", "Delete for everyone"}) {
                            var button = button(name);
                            assertThat(room.contains(button.localToScene(button.getLayoutBounds())))
                                    .as(size + " " + name)
                                    .isTrue();
                            assertThat(button.getWidth())
                                    .isGreaterThanOrEqualTo(button.prefWidth(-1));
                        }
                        for (var label : content.lookupAll(".label")) {
                            assertThat(label.getLayoutBounds().getHeight())
                                    .as(size + " " + label)
                                    .isGreaterThanOrEqualTo(
                                            label.prefHeight(label.getLayoutBounds().getWidth()));
                        }
                        var popup = content.getScene().getWindow();
                        assertThat(popup.getHeight()).isGreaterThanOrEqualTo(room.getHeight());
                    });
            robot.type(KeyCode.ESCAPE);
            settle();
        }
    }

    @Test
    void onlyOursThatOthersHaveOrThatWaitsCanBe() {
        talk.theirs("09:00", "hers")
                .mine("09:01", "failed", new Delivery.Failed(Refusal.of(Refusal.Reason.LIMIT)))
                .withLastingIds();
        talk.mine("09:02", "named by no lasting id", Delivery.READ)
                .mine("09:03", "waits", Delivery.QUEUED);
        open();
        assertThat(
                        FxThread.call(
                                () ->
                                        rows().stream()
                                                .map(each -> each.row().isRetractable())
                                                .toList()))
                .containsExactly(false, false, false, true);
        robot.rightClickOn(rows().getFirst().bubble());
        assertThat(robot.lookup("Delete for everyone…").tryQuery()).isEmpty();
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void ofOneThatWasTakenBackThereAreOnlyDetails() {
        talk.theirs("09:00", "secret")
                .retract(0, Optional.empty())
                .mine("09:01", "no", Delivery.READ);
        talk.answer(1, OptionalInt.of(0));
        versions = List.of(talk.messages().getFirst());
        open();
        assertThat(spokenOfIt()).isEqualTo("Layla Haddad, 09:00, Message deleted");
        assertThat(spoken()).containsExactly("You, 09:01, no, Read, in reply to Message deleted");
        robot.rightClickOn(FxThread.call(() -> row().menuAnchor()));
        settle();
        for (var gone : new String[] {"Copy", "Reply", "React", "Edit", "Delete for everyone…"}) {
            assertThat(robot.lookup(gone).tryQuery()).as(gone).isEmpty();
        }
        robot.clickOn("Details");
        assertThat(asked).contains("versions 1");
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void nothingOfItIsCopied() {
        talk.theirs("09:00", "secret").retract(0, Optional.empty()).theirs("09:01", "hi");
        open();
        press(KeyCode.END);
        robot.press(KeyCode.SHIFT).type(KeyCode.UP).release(KeyCode.SHIFT);
        copy();
        assertThat(clipboard()).isEqualTo("hi");
    }

    @Test
    void oursThatWaitsSaysSo() {
        talk.mine("09:00", "secret", Delivery.READ).retracting(0, Delivery.QUEUED);
        open();
        assertThat(spokenOfIt()).isEqualTo("You, 09:00, Message deleted, Waiting to be sent");
    }

    @Test
    void whatWasNotTakenBackSaysWhyAndIsTriedAgainOrKept() {
        talk.mine("09:00", "secret", Delivery.READ)
                .retracting(0, new Delivery.Failed(Refusal.of(Refusal.Reason.TIMED_OUT)));
        open();
        assertThat(
                        robot.lookup(
                                        "Not deleted for everyone. Not sent: the server did not answer.")
                                .tryQuery())
                .isPresent();
        robot.clickOn("Retry");
        robot.clickOn("Keep");
        assertThat(asked).contains("retry 1000", "discard 1000");
    }

    private void mine() {
        talk.mine("09:00", "secret", Delivery.READ).withLastingIds();
        open();
    }

    private void ask() {
        press(KeyCode.END);
        FxThread.run(() -> view().retract());
        settle();
    }

    private Optional<Node> prompt() {
        return FxThread.call(RetractionsViewTest::shownPrompt);
    }

    /// FX thread only.
    private static Optional<Node> shownPrompt() {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .map(each -> each.getScene().getRoot().lookup(".retraction-prompt"))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /// FX thread only.
    private static Button button(String name) {
        return shownPrompt().orElseThrow().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(each -> each.getText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// FX thread only.
    private WordlessRow row() {
        return (WordlessRow) Objects.requireNonNull(view().lookup(".wordless-row"));
    }

    private String spokenOfIt() {
        return FxThread.call(
                () -> (String) row().queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }
}
