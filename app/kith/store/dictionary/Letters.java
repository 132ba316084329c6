package kith.store.dictionary;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;

/// The scripts whose letters the words of a dictionary are written in. Of words in others it can't
/// say anything.
///
/// @param scripts without those that all share
record Letters(Set<UnicodeScript> scripts) {

    /// A script with fewer letters than one in so many is that of a few foreign words.
    private static final int PART = 100;

    /// @param entries the `.dic` file
    static Letters of(String entries) {
        var counts = new EnumMap<UnicodeScript, Integer>(UnicodeScript.class);
        entries.lines()
                .flatMapToInt(Letters::word)
                .filter(Character::isLetter)
                .forEach(letter -> counts.merge(UnicodeScript.of(letter), 1, Integer::sum));
        counts.remove(UnicodeScript.COMMON);
        counts.remove(UnicodeScript.INHERITED);
        long all = counts.values().stream().mapToLong(Integer::longValue).sum();
        var scripts = EnumSet.noneOf(UnicodeScript.class);
        counts.forEach(
                (script, count) -> {
                    if ((long) count * PART >= all) {
                        scripts.add(script);
                    }
                });
        return new Letters(scripts);
    }

    /// Whether each letter of a word is one of them.
    boolean has(String word) {
        return word.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .allMatch(
                        script ->
                                script == UnicodeScript.COMMON
                                        || script == UnicodeScript.INHERITED
                                        || scripts.contains(script));
    }

    /// Behind a slash are the flags, behind a tab what else is known.
    private static IntStream word(String line) {
        return line.codePoints().takeWhile(each -> each != '/' && each != '\t');
    }
}
