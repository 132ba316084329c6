package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;

import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// Messages are taken to be forwarded, by menu and by key.
class ForwardingTest extends TimelineFixture {

    private final List<List<String>> forwarded = new ArrayList<>();

    @Test
    void oneMessageIsForwardedByItsMenu() {
        say(2);
        talk.theirs("09:31", "See you on Friday");
        show();
        press(KeyCode.UP);
        FxThread.run(
                () -> {
                    var row = view().focusedMessage().orElseThrow();
                    assertThat(row.text().whole()).isEqualTo("See you on Friday");
                });
        openMenu();
        choose("Forward…");
        assertThat(forwarded)
                .containsExactly(
                        List.of(
                                "Forwarded from layla, Sunday, 22 November 2026, 09:31:\n"
                                        + "> See you on Friday"));
    }

    @Test
    void whatIsPickedIsForwardedTogetherInItsOrder() {
        say(5);
        show();
        press(KeyCode.UP);
        robot.press(KeyCode.SHIFT);
        press(KeyCode.UP);
        robot.release(KeyCode.SHIFT);
        FxThread.run(view()::forward);
        assertThat(forwarded).hasSize(1);
        assertThat(forwarded.getFirst().getFirst().lines().filter(line -> line.startsWith("> ")))
                .containsExactly("> message number 3", "> of two lines", "> message number 4");
        openMenu();
        choose("Forward…");
        assertThat(forwarded).hasSize(2);
        assertThat(forwarded.getLast()).isEqualTo(forwarded.getFirst());
    }

    @Test
    void whereTheKeyboardIsAtNoMessageNothingIsForwarded() {
        say(2);
        show();
        FxThread.run(view()::forward);
        assertThat(forwarded).isEmpty();
    }

    @Test
    void aTimelineThatForwardsNothingDoesNotOfferIt() {
        say(3);
        open();
        press(KeyCode.UP);
        openMenu();
        assertThat(items()).contains("Copy").doesNotContain("Forward…");
    }

    private void show() {
        open();
        FxThread.run(() -> view().onForward(forwarded::add));
    }

    private void openMenu() {
        robot.rightClickOn(FxThread.call(() -> rows().getLast().bubble()));
        settle();
    }

    private void choose(String item) {
        FxThread.run(
                () ->
                        menu().getItems().stream()
                                .filter(each -> item.equals(each.getText()))
                                .findFirst()
                                .orElseThrow()
                                .fire());
        settle();
    }

    private static List<String> items() {
        return FxThread.call(() -> menu().getItems().stream().map(each -> each.getText()).toList());
    }

    private static ContextMenu menu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
