package kith;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import kith.ui.fx.FxThread;

import java.util.List;

/// What somebody's window says of a message beside its words, as a screen reader reads it.
final class KithDetails {

    private final KithWindow window;

    /// From top to bottom, each with its name before it: `Id: 4f2c`.
    private final List<String> lines;

    private KithDetails(KithWindow window) {
        this.window = window;
        lines = FxThread.call(() -> OpenMenus.spoken(".message-details .row"));
    }

    /// Opens those of a message.
    ///
    /// @param part of what a screen reader says of it
    static KithDetails of(KithWindow window, String part) {
        window.use().toMessage(part);
        window.choose("Details");
        window.awaitText("What happened");
        return new KithDetails(window);
    }

    /// The value of one that is there once.
    String value(String name) {
        var named = lines.stream().filter(line -> line.startsWith(name + ": ")).toList();
        assertThat(named).as(name + " among " + lines).hasSize(1);
        return named.getFirst().substring(name.length() + 2);
    }

    /// All of them.
    List<String> lines() {
        return lines;
    }

    /// Copies one with a click.
    void copy(String name) {
        window.click(name + ": " + value(name));
    }

    /// Leaves them and the message.
    void close() {
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.ESCAPE);
        window.awaitComposer("");
    }
}
