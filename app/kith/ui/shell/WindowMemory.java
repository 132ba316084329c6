package kith.ui.shell;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// What the window remembers over restarts, as words by name.
///
/// @param recall what was kept last; empty where nothing was
public record WindowMemory(
        Function<String, Optional<String>> recall, BiConsumer<String, String> keep) {

    Optional<String> recall(String name) {
        return recall.apply(name);
    }

    void keep(String name, String value) {
        keep.accept(name, value);
    }
}
