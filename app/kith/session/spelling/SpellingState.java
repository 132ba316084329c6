package kith.session.spelling;

import kith.model.ChatKey;
import kith.model.Spelling;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is known and was chosen about spelling, for all chats.
///
/// @param installed what the dictionaries are called, in order
/// @param unreadable those that were tried and can't be read
/// @param own words that are kept
/// @param ignored words that are right until Kith ends
/// @param chosen the dictionary of a chat, or none to check by; missing where none was chosen and
///   nothing was checked yet
/// @param last what was chosen last in any chat; empty while nothing was
record SpellingState(
        List<String> installed,
        Set<String> unreadable,
        Set<String> own,
        Set<String> ignored,
        Map<ChatKey, Optional<String>> chosen,
        Optional<Optional<String>> last) {

    static final SpellingState EMPTY =
            new SpellingState(List.of(), Set.of(), Set.of(), Set.of(), Map.of(), Optional.empty());

    /// How a chat is checked: by what was chosen there or checked by first, else by what was chosen
    /// last, else in the user's language. One that isn't installed any more counts as not chosen.
    ///
    /// @param locale the user's
    Spelling of(ChatKey chat, Locale locale) {
        var right = new HashSet<>(own);
        right.addAll(ignored);
        var used =
                usable(Optional.ofNullable(chosen.get(chat)))
                        .or(() -> usable(last))
                        .orElseGet(() -> ofLocale(locale));
        return new Spelling(installed, used, unreadable, Set.copyOf(right), own);
    }

    SpellingState withInstalled(List<String> names) {
        return new SpellingState(names, unreadable, own, ignored, chosen, last);
    }

    /// @param isReadable what came of trying
    SpellingState withTried(String name, boolean isReadable) {
        var bad = new HashSet<>(unreadable);
        boolean isNew = isReadable ? bad.remove(name) : bad.add(name);
        return isNew
                ? new SpellingState(installed, Set.copyOf(bad), own, ignored, chosen, last)
                : this;
    }

    SpellingState withOwn(Set<String> words) {
        return new SpellingState(installed, unreadable, words, ignored, chosen, last);
    }

    SpellingState withIgnored(Set<String> words) {
        return new SpellingState(installed, unreadable, own, words, chosen, last);
    }

    SpellingState withChosen(Map<ChatKey, Optional<String>> newest) {
        return new SpellingState(installed, unreadable, own, ignored, newest, last);
    }

    SpellingState withChosen(ChatKey chat, Optional<String> dictionary) {
        return withKept(chat, dictionary).withLast(Optional.of(dictionary));
    }

    /// The chat stays with what it had, whatever is chosen elsewhere.
    SpellingState withKept(ChatKey chat, Optional<String> dictionary) {
        var all = new HashMap<>(chosen);
        all.put(chat, dictionary);
        return withChosen(Map.copyOf(all));
    }

    SpellingState withLast(Optional<Optional<String>> choice) {
        return new SpellingState(installed, unreadable, own, ignored, chosen, choice);
    }

    private Optional<Optional<String>> usable(Optional<Optional<String>> choice) {
        return choice.filter(it -> it.isEmpty() || installed.contains(it.get()));
    }

    /// That of the country, else the language's own, else its first.
    private Optional<String> ofLocale(Locale locale) {
        var language = locale.getLanguage();
        if (language.isEmpty()) {
            return Optional.empty();
        }
        var own = language.toUpperCase(Locale.ROOT);
        return find(language + "_" + locale.getCountry())
                .or(() -> find(language))
                .or(() -> find(language + "_" + own))
                .or(
                        () ->
                                installed.stream()
                                        .filter(it -> plain(it).startsWith(language + "_"))
                                        .findFirst());
    }

    private Optional<String> find(String name) {
        return installed.stream()
                .filter(it -> plain(it).equals(name) || plain(it).startsWith(name + "_"))
                .filter(it -> name.contains("_") || plain(it).equals(name))
                .findFirst();
    }

    private static String plain(String name) {
        return name.replace('-', '_');
    }
}
