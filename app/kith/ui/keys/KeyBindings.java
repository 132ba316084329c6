package kith.ui.keys;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which keys do what: the defaults, and what the user has put in their place, remembered over
/// restarts. No keys ever do two things.
///
/// What is remembered is a line for each action that was changed: its name, a space, and the keys.
/// Lines that make no sense, or no sense any more, are passed over. Keys that the user has chosen
/// are no default of another action any more, so that a new action takes nothing away from them.
///
/// FX thread only.
public final class KeyBindings {

    private static final String LINE_END = "\n";

    /// Why keys were not bound.
    public sealed interface Refusal {

        /// They are another action's.
        record InUse(KeyStroke stroke, KeyAction by) implements Refusal {}

        /// They can't be anybody's.
        record Unfit(KeyStroke stroke, KeyStroke.Unfit reason) implements Refusal {}
    }

    private final Map<KeyAction, KeyStroke> chosen = new EnumMap<>(KeyAction.class);
    private final Consumer<String> remember;
    private final ReadOnlyObjectWrapper<Map<KeyAction, List<KeyStroke>>> all =
            new ReadOnlyObjectWrapper<>(Map.of());

    /// @param remembered what was handed to `remember` last
    /// @param remember told at each change
    public KeyBindings(Optional<String> remembered, Consumer<String> remember) {
        this.remember = remember;
        remembered.stream().flatMap(String::lines).forEach(this::read);
        show();
    }

    /// The keys of each action, the one to tell of first; an action has none only where the user
    /// has given all of its own to others. Immutable, another one after each change.
    public ReadOnlyObjectProperty<Map<KeyAction, List<KeyStroke>>> allProperty() {
        return all.getReadOnlyProperty();
    }

    /// The keys of an action, the one to tell of first.
    public List<KeyStroke> strokes(KeyAction action) {
        return all.get().getOrDefault(action, List.of());
    }

    /// What keys do.
    public Optional<KeyAction> action(KeyStroke pressed) {
        return user(pressed, List.of(KeyAction.values()));
    }

    /// Whether the user has put other keys in the place of the defaults.
    public boolean isChanged(KeyAction action) {
        return chosen.containsKey(action);
    }

    /// Puts other keys in the place of all those an action has.
    ///
    /// @param stroke for the action that goes to a tab by its number any of its digits
    /// @return why not, where nothing was changed
    public Optional<Refusal> bind(KeyAction action, KeyStroke stroke) {
        var wanted = action == KeyAction.NTH_CHAT ? stroke.withAnyDigit() : stroke;
        var refusal = refusal(action, wanted);
        if (refusal.isEmpty()) {
            choose(action, wanted);
            changed();
        }
        return refusal;
    }

    /// Puts the defaults back.
    ///
    /// @return why not, where nothing was changed
    public Optional<Refusal> reset(KeyAction action) {
        var refusal =
                action.defaults().stream()
                        .map(stroke -> inUse(action, stroke))
                        .flatMap(Optional::stream)
                        .findFirst();
        if (refusal.isEmpty() && chosen.remove(action) != null) {
            changed();
        }
        return refusal;
    }

    /// Puts the defaults of all actions back.
    public void resetAll() {
        chosen.clear();
        changed();
    }

    private Optional<Refusal> refusal(KeyAction action, KeyStroke stroke) {
        return unfit(action, stroke)
                .<Refusal>map(reason -> new Refusal.Unfit(stroke, reason))
                .or(() -> inUse(action, stroke));
    }

    private static Optional<KeyStroke.Unfit> unfit(KeyAction action, KeyStroke stroke) {
        boolean lacksDigit =
                action == KeyAction.NTH_CHAT && !stroke.key().equals(KeyStroke.ANY_DIGIT);
        return stroke.unfit()
                .or(() -> lacksDigit ? Optional.of(KeyStroke.Unfit.NO_DIGIT) : Optional.empty());
    }

    private Optional<Refusal> inUse(KeyAction action, KeyStroke stroke) {
        var others = Stream.of(KeyAction.values()).filter(each -> each != action).toList();
        return user(stroke, others).map(by -> new Refusal.InUse(stroke, by));
    }

    private Optional<KeyAction> user(KeyStroke stroke, Collection<KeyAction> among) {
        return among.stream()
                .filter(each -> strokes(each).stream().anyMatch(stroke::overlaps))
                .findFirst();
    }

    /// The default is no choice: it comes with all the others that the action has.
    private void choose(KeyAction action, KeyStroke stroke) {
        if (action.defaults().equals(List.of(stroke))) {
            chosen.remove(action);
        } else {
            chosen.put(action, stroke);
        }
    }

    private void changed() {
        show();
        remember.accept(
                chosen.entrySet().stream()
                        .map(each -> each.getKey().name() + " " + each.getValue().written())
                        .collect(Collectors.joining(LINE_END)));
    }

    private void show() {
        var newest = new EnumMap<KeyAction, List<KeyStroke>>(KeyAction.class);
        for (var action : KeyAction.values()) {
            var own = chosen.get(action);
            newest.put(action, own == null ? freeDefaults(action) : List.of(own));
        }
        all.set(Map.copyOf(newest));
    }

    private List<KeyStroke> freeDefaults(KeyAction action) {
        return action.defaults().stream()
                .filter(stroke -> chosen.values().stream().noneMatch(stroke::overlaps))
                .toList();
    }

    private void read(String line) {
        int space = line.indexOf(' ');
        if (space > 0) {
            Stream.of(KeyAction.values())
                    .filter(each -> each.name().equals(line.substring(0, space)))
                    .forEach(
                            action ->
                                    KeyStroke.parse(line.substring(space + 1))
                                            .filter(stroke -> unfit(action, stroke).isEmpty())
                                            .filter(this::isFree)
                                            .ifPresent(stroke -> choose(action, stroke)));
        }
    }

    private boolean isFree(KeyStroke stroke) {
        return chosen.values().stream().noneMatch(stroke::overlaps);
    }
}
