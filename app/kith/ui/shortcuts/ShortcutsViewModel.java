package kith.ui.shortcuts;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

import kith.model.SendKey;
import kith.ui.keys.FixedKey;
import kith.ui.keys.KeyAction;
import kith.ui.keys.KeyBindings;
import kith.ui.keys.KeyStroke;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// All actions with their keys, and how the user gives one other keys: they say which, press the
/// keys, and have them, or hear why not and may press others.
///
/// FX thread only.
public final class ShortcutsViewModel implements AutoCloseable {

    private final KeyBindings bindings;
    private final SendKey sendKey;
    private final ReadOnlyObjectWrapper<Map<KeyAction, List<KeyStroke>>> all =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Optional<KeyAction>> awaiting =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<KeyBindings.Refusal>> refusal =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Subscription subscription;

    /// @param sendKey the key that the user sends with
    public ShortcutsViewModel(KeyBindings bindings, SendKey sendKey) {
        this.bindings = bindings;
        this.sendKey = sendKey;
        subscription = bindings.allProperty().subscribe(all::set);
    }

    /// The actions of a group, in their order.
    public List<KeyAction> actions(KeyAction.Group group) {
        return Stream.of(KeyAction.values()).filter(action -> action.group() == group).toList();
    }

    /// The keys of what can't be changed.
    public KeyStroke stroke(FixedKey key) {
        return key.stroke(sendKey);
    }

    /// The keys of each action, the one to tell of first.
    public ReadOnlyObjectProperty<Map<KeyAction, List<KeyStroke>>> allProperty() {
        return all.getReadOnlyProperty();
    }

    /// The action whose new keys are pressed next.
    public ReadOnlyObjectProperty<Optional<KeyAction>> awaitingProperty() {
        return awaiting.getReadOnlyProperty();
    }

    /// Why the last keys were not taken.
    public ReadOnlyObjectProperty<Optional<KeyBindings.Refusal>> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /// Whether an action has other keys than the default.
    public boolean isChanged(KeyAction action) {
        return bindings.isChanged(action);
    }

    /// Whether any action has.
    public boolean isAnyChanged() {
        return Stream.of(KeyAction.values()).anyMatch(bindings::isChanged);
    }

    /// Has the next keys be the new ones of an action.
    public void change(KeyAction action) {
        refusal.set(Optional.empty());
        awaiting.set(Optional.of(action));
    }

    /// Leaves the keys as they are.
    public void cancel() {
        refusal.set(Optional.empty());
        awaiting.set(Optional.empty());
    }

    /// Takes the keys for the action that awaits them. Where they are refused it goes on waiting.
    public void pressed(KeyStroke stroke) {
        awaiting.get()
                .ifPresent(
                        action -> {
                            refusal.set(bindings.bind(action, stroke));
                            if (refusal.get().isEmpty()) {
                                awaiting.set(Optional.empty());
                            }
                        });
    }

    /// Gives an action its default keys back, unless they are another's by now.
    public void reset(KeyAction action) {
        awaiting.set(Optional.empty());
        refusal.set(bindings.reset(action));
    }

    /// Gives all actions their default keys back.
    public void resetAll() {
        cancel();
        bindings.resetAll();
    }

    @Override
    public void close() {
        subscription.unsubscribe();
    }
}
