package kith.ui.keys;

import static org.assertj.core.api.Assertions.assertThat;

import kith.ui.keys.KeyBindings.Refusal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

class KeyBindingsTest {

    private final AtomicReference<String> remembered = new AtomicReference<>("");
    private final KeyBindings bindings = new KeyBindings(Optional.empty(), remembered::set);

    @ParameterizedTest
    @EnumSource
    void everyDefaultDoesItsOwnActionAndMayBeChosen(KeyAction action) {
        assertThat(action.defaults()).isNotEmpty();
        for (var stroke : action.defaults()) {
            assertThat(bindings.action(stroke)).contains(action);
            assertThat(stroke.unfit()).isEmpty();
            assertThat(KeyStroke.parse(stroke.written())).contains(stroke);
        }
    }

    @Test
    void noTwoActionsShareKeys() {
        for (var one : KeyAction.values()) {
            Stream.of(KeyAction.values())
                    .filter(other -> other != one)
                    .flatMap(other -> other.defaults().stream())
                    .forEach(stroke -> assertThat(one.defaults()).noneMatch(stroke::overlaps));
        }
    }

    @Test
    void chosenKeysStandInThePlaceOfAllDefaults() {
        assertThat(bindings.bind(KeyAction.NEXT_CHAT, stroke("Shortcut+J"))).isEmpty();
        assertThat(bindings.action(stroke("Shortcut+J"))).contains(KeyAction.NEXT_CHAT);
        assertThat(bindings.action(stroke("Shortcut+TAB"))).isEmpty();
        assertThat(bindings.isChanged(KeyAction.NEXT_CHAT)).isTrue();
        assertThat(bindings.reset(KeyAction.NEXT_CHAT)).isEmpty();
        assertThat(bindings.strokes(KeyAction.NEXT_CHAT)).isEqualTo(KeyAction.NEXT_CHAT.defaults());
        assertThat(remembered.get()).isEmpty();
    }

    @Test
    void whatWasChosenIsThereAfterARestart() {
        bindings.bind(KeyAction.NEW_CHAT, stroke("Shortcut+Shift+B"));
        bindings.bind(KeyAction.NTH_CHAT, stroke("Alt+DIGIT3"));
        var again = new KeyBindings(Optional.of(remembered.get()), remembered::set);
        assertThat(again.strokes(KeyAction.NEW_CHAT)).containsExactly(stroke("Shortcut+Shift+B"));
        assertThat(again.action(stroke("Alt+DIGIT7"))).contains(KeyAction.NTH_CHAT);
        assertThat(again.action(stroke("Shortcut+DIGIT7"))).isEmpty();
    }

    @Test
    void keysOfAnotherActionAreRefused() {
        assertThat(bindings.bind(KeyAction.NEW_CHAT, stroke("Shortcut+G")))
                .contains(new Refusal.InUse(stroke("Shortcut+G"), KeyAction.JOIN_ROOM));
        assertThat(bindings.bind(KeyAction.NEW_CHAT, stroke("Shortcut+DIGIT4")))
                .contains(new Refusal.InUse(stroke("Shortcut+DIGIT4"), KeyAction.NTH_CHAT));
        assertThat(bindings.strokes(KeyAction.NEW_CHAT)).isEqualTo(KeyAction.NEW_CHAT.defaults());
        assertThat(remembered.get()).isEmpty();
    }

    @Test
    void anActionMayHaveItsOwnKeysAgain() {
        assertThat(bindings.bind(KeyAction.NEW_CHAT, stroke("Shortcut+N"))).isEmpty();
        assertThat(bindings.isChanged(KeyAction.NEW_CHAT)).isFalse();
    }

    @Test
    void defaultsThatAreAnothersByNowAreNotTakenBack() {
        bindings.bind(KeyAction.NEW_CHAT, stroke("Shortcut+J"));
        bindings.bind(KeyAction.SWITCHER, stroke("Shortcut+N"));
        assertThat(bindings.reset(KeyAction.NEW_CHAT))
                .contains(new Refusal.InUse(stroke("Shortcut+N"), KeyAction.SWITCHER));
        assertThat(bindings.action(stroke("Shortcut+J"))).contains(KeyAction.NEW_CHAT);
        bindings.resetAll();
        assertThat(bindings.action(stroke("Shortcut+N"))).contains(KeyAction.NEW_CHAT);
        assertThat(bindings.action(stroke("Shortcut+K"))).contains(KeyAction.SWITCHER);
    }

    @ParameterizedTest
    @CsvSource({
        "A, TYPES",
        "Shift+A, TYPES",
        "ENTER, TYPES",
        "ESCAPE, TYPES",
        "PAGE_UP, TYPES",
        "Shortcut+C, EDITS",
        "Shortcut+Shift+Z, EDITS",
        "Shortcut+LEFT, EDITS",
        "Shortcut+ENTER, EDITS",
        "Shortcut+Alt+Q, TYPES_WITH_ALT",
    })
    void keysThatTextFieldsNeedAreRefused(String keys, KeyStroke.Unfit reason) {
        assertThat(bindings.bind(KeyAction.NEW_CHAT, stroke(keys)))
                .contains(new Refusal.Unfit(stroke(keys), reason));
    }

    @Test
    void goingToATabByItsNumberNeedsADigit() {
        assertThat(bindings.bind(KeyAction.NTH_CHAT, stroke("Shortcut+J")))
                .contains(new Refusal.Unfit(stroke("Shortcut+J"), KeyStroke.Unfit.NO_DIGIT));
        assertThat(bindings.bind(KeyAction.NTH_CHAT, stroke("Shortcut+Shift+DIGIT0"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "NEW_CHAT",
                "NEW_CHAT ",
                "NEW_CHAT Shift+Shortcut+J",
                "NEW_CHAT A",
                "NTH_CHAT Shortcut+J",
                "FLY Shortcut+J",
                "\n\n \nnonsense"
            })
    void whatMakesNoSenseIsPassedOver(String line) {
        var read = new KeyBindings(Optional.of(line), remembered::set);
        assertThat(read.allProperty().get()).isEqualTo(bindings.allProperty().get());
    }

    @Test
    void ofTwoActionsRememberedWithTheSameKeysTheFirstHasThem() {
        var read =
                new KeyBindings(
                        Optional.of("NEW_CHAT Shortcut+J\nJOIN_ROOM Shortcut+J"), remembered::set);
        assertThat(read.action(stroke("Shortcut+J"))).contains(KeyAction.NEW_CHAT);
        assertThat(read.strokes(KeyAction.JOIN_ROOM)).isEqualTo(KeyAction.JOIN_ROOM.defaults());
    }

    @Test
    void aDefaultThatTheUserHasGivenToAnotherActionIsNoDefaultAnyMore() {
        var read = new KeyBindings(Optional.of("NEW_CHAT Shortcut+G"), remembered::set);
        assertThat(read.action(stroke("Shortcut+G"))).contains(KeyAction.NEW_CHAT);
        assertThat(read.strokes(KeyAction.JOIN_ROOM)).isEmpty();
    }

    private static KeyStroke stroke(String written) {
        return KeyStroke.parse(written).orElseThrow();
    }
}
