package kith.ui.chat;

import javafx.scene.control.Label;

import kith.ui.chat.SlowMode.State;
import kith.ui.text.Texts;

import java.time.Duration;

/// The line above the composer that says that a room is in slow mode, and how long the user has to
/// wait. Takes no room where nobody has to.
final class SlowModeLine extends Label {

    /// Longer times are told in minutes.
    private static final Duration LONG = Duration.ofMinutes(2);

    private final Texts texts;

    SlowModeLine(SlowMode model, Texts texts) {
        this.texts = texts;
        getStyleClass().addAll("chat-line", "slow-mode");
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE); // never cut
        textProperty().bind(model.stateProperty().map(this::sentence));
        visibleProperty().bind(textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }

    private String sentence(State state) {
        return switch (state) {
            case State.Off() -> "";
            case State.Exempt(var pause) -> texts.say("chat.slow.exempt", time(pause));
            case State.Ready(var pause) -> texts.say("chat.slow.ready", time(pause));
            case State.Pending(var pause) -> texts.say("chat.slow.pending", time(pause));
            case State.Waiting(var pause, var left) -> texts.say("chat.slow.waiting", time(left));
        };
    }

    private String time(Duration time) {
        return time.compareTo(LONG) < 0
                ? texts.count("chat.slow.seconds", time.toSeconds())
                : texts.count("chat.slow.minutes", (time.toSeconds() + 59) / 60);
    }
}
