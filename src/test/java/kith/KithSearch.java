package kith;

import javafx.scene.input.KeyCode;

import java.util.List;

/// The page on which somebody looks for messages, in their window.
final class KithSearch {

    private static final KeyCode CONTROL = KeyCode.CONTROL;

    private final KithWindow window;

    private KithSearch(KithWindow window) {
        this.window = window;
    }

    /// Opens it.
    static KithSearch in(KithWindow window) {
        window.press(CONTROL, KeyCode.SHIFT, KeyCode.F);
        window.awaitText("Search messages");
        return new KithSearch(window);
    }

    /// Writes in place of what stands in the field.
    KithSearch look(String query) {
        window.press(CONTROL, KeyCode.A);
        window.press(KeyCode.DELETE);
        window.write(query);
        return this;
    }

    /// Sets a filter beside the field, from the menu of its kind.
    KithSearch filter(String kind, String value) {
        window.click(kind);
        window.chooseInMenu(value);
        window.awaitText(kind + ": " + value);
        return this;
    }

    /// Takes one away.
    KithSearch unfilter(String kind, String value) {
        window.click(kind + ": " + value + ", remove");
        return this;
    }

    /// Waits until just these are found, as a screen reader says them, from top to bottom.
    KithSearch awaitFound(String... parts) {
        window.awaitShown(
                List.of(parts) + " found",
                () -> {
                    var found = found();
                    if (found.size() != parts.length) {
                        return false;
                    }
                    for (int at = 0; at < parts.length; at++) {
                        if (!found.get(at).contains(parts[at])) {
                            return false;
                        }
                    }
                    return true;
                },
                () -> found().toString());
        return this;
    }

    private List<String> found() {
        return window.spoken(".found .list-cell:filled");
    }
}
