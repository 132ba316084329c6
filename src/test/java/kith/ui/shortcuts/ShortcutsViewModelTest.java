package kith.ui.shortcuts;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.SendKey;
import kith.ui.keys.KeyAction;
import kith.ui.keys.KeyBindings;
import kith.ui.keys.KeyStroke;

import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.stream.Stream;

class ShortcutsViewModelTest {

    private final KeyBindings bindings = new KeyBindings(Optional.empty(), changed -> {});
    private final ShortcutsViewModel shortcuts = new ShortcutsViewModel(bindings, SendKey.ENTER);

    @Test
    void everyActionIsInOneGroup() {
        assertThat(Stream.of(KeyAction.Group.values()).flatMap(g -> shortcuts.actions(g).stream()))
                .containsExactlyInAnyOrder(KeyAction.values());
    }

    @Test
    void theKeysPressedNextAreTheNewOnes() {
        shortcuts.change(KeyAction.NEW_CHAT);
        assertThat(shortcuts.awaitingProperty().get()).contains(KeyAction.NEW_CHAT);
        shortcuts.pressed(stroke("Shortcut+J"));
        assertThat(shortcuts.awaitingProperty().get()).isEmpty();
        assertThat(shortcuts.allProperty().get().get(KeyAction.NEW_CHAT))
                .containsExactly(stroke("Shortcut+J"));
        assertThat(shortcuts.isChanged(KeyAction.NEW_CHAT)).isTrue();
        assertThat(shortcuts.isAnyChanged()).isTrue();
        shortcuts.reset(KeyAction.NEW_CHAT);
        assertThat(shortcuts.isAnyChanged()).isFalse();
    }

    @Test
    void whatIsRefusedIsSaidAndOtherKeysMayBePressed() {
        shortcuts.change(KeyAction.NEW_CHAT);
        shortcuts.pressed(stroke("Shortcut+W"));
        assertThat(shortcuts.refusalProperty().get())
                .contains(
                        new KeyBindings.Refusal.InUse(stroke("Shortcut+W"), KeyAction.CLOSE_CHAT));
        assertThat(shortcuts.awaitingProperty().get()).contains(KeyAction.NEW_CHAT);
        shortcuts.pressed(stroke("Shortcut+J"));
        assertThat(shortcuts.refusalProperty().get()).isEmpty();
        assertThat(bindings.action(stroke("Shortcut+J"))).contains(KeyAction.NEW_CHAT);
    }

    @Test
    void whoLeavesItHasTheKeysOfBefore() {
        shortcuts.change(KeyAction.NEW_CHAT);
        shortcuts.pressed(stroke("A"));
        shortcuts.cancel();
        assertThat(shortcuts.awaitingProperty().get()).isEmpty();
        assertThat(shortcuts.refusalProperty().get()).isEmpty();
        shortcuts.pressed(stroke("Shortcut+J"));
        assertThat(bindings.action(stroke("Shortcut+J"))).isEmpty();
    }

    @Test
    void defaultsThatAreAnothersAreNotGivenBack() {
        bindings.bind(KeyAction.NEW_CHAT, stroke("Shortcut+J"));
        bindings.bind(KeyAction.SWITCHER, stroke("Shortcut+N"));
        shortcuts.reset(KeyAction.NEW_CHAT);
        assertThat(shortcuts.refusalProperty().get())
                .contains(new KeyBindings.Refusal.InUse(stroke("Shortcut+N"), KeyAction.SWITCHER));
        shortcuts.resetAll();
        assertThat(shortcuts.refusalProperty().get()).isEmpty();
        assertThat(shortcuts.isAnyChanged()).isFalse();
    }

    @Test
    void aClosedListFollowsNothing() {
        shortcuts.close();
        var before = shortcuts.allProperty().get();
        bindings.bind(KeyAction.NEW_CHAT, stroke("Shortcut+J"));
        assertThat(shortcuts.allProperty().get()).isEqualTo(before);
    }

    private static KeyStroke stroke(String written) {
        return KeyStroke.parse(written).orElseThrow();
    }
}
