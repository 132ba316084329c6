package kith.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How the spelling of what is written in a chat is checked.
///
/// @param installed what the dictionaries are called that there are: `en_GB`
/// @param dictionary the one that is used; none: nothing is checked
/// @param unreadable those that were tried and can't be read
/// @param right words that the user says are right, for as long as Kith runs or for ever
/// @param own those of them that are so for ever
public record Spelling(
        List<String> installed,
        Optional<String> dictionary,
        Set<String> unreadable,
        Set<String> right,
        Set<String> own) {

    /// There are no dictionaries.
    public static final Spelling NONE =
            new Spelling(List.of(), Optional.empty(), Set.of(), Set.of(), Set.of());

    /// Whether there is something to check by.
    public boolean isOn() {
        return dictionary.filter(it -> !unreadable.contains(it)).isPresent();
    }
}
