package kith.ui.contacts;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Which groups the user has folded up, remembered over restarts.
public final class CollapsedGroups {

    /// Between two names in what is remembered; no server lets it into the name of a group.
    private static final String SEPARATOR = "\n";

    private final Set<String> collapsed;
    private final Consumer<String> remember;

    /// @param remembered what was handed to `remember` last
    /// @param remember told at each change
    public CollapsedGroups(Optional<String> remembered, Consumer<String> remember) {
        this.remember = remember;
        collapsed =
                remembered
                        .map(names -> names.split(SEPARATOR, -1))
                        .map(names -> new HashSet<>(Arrays.asList(names)))
                        .orElseGet(HashSet::new);
    }

    boolean contains(String group) {
        return collapsed.contains(group);
    }

    void toggle(String group) {
        if (!collapsed.remove(group)) {
            collapsed.add(group);
        }
        remember.accept(collapsed.stream().sorted().collect(Collectors.joining(SEPARATOR)));
    }
}
