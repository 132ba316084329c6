package kith.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where words name somebody in a room.
public final class Mentions {

    /// Who names more people at once means nobody.
    private static final int MOST = 32;

    /// What a letter of a nick doesn't stand beside, or it is another word.
    private static final String WORD = "[\\p{L}\\p{M}\\p{N}_]";

    private Mentions() {}

    /// Somebody who is named.
    ///
    /// @param range with the `@` before the nick, where there is one
    public record Mention(String nick, TextRange range) {}

    /// Where a nick stands as a word of its own, in whatever case, with or without an `@`.
    ///
    /// @return in order
    public static List<TextRange> of(String nick, String words) {
        if (nick.isBlank()) {
            return List.of();
        }
        return Pattern.compile(
                        "(?<!%1$s)@?\\Q%2$s\\E(?!%1$s)"
                                .formatted(WORD, nick.replace("\\E", "\\E\\\\E\\Q")),
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(words)
                .results()
                .limit(MOST)
                .map(found -> new TextRange(found.start(), found.end()))
                .toList();
    }

    /// Whom words address, as people write it: `@nick` anywhere, `nick:` or `nick,` at the
    /// beginning. Of two nicks that begin alike the longer one is meant.
    ///
    /// @param from where the words begin
    /// @return in order
    public static List<Mention> addressed(Collection<String> nicks, String words, int from) {
        var found = new ArrayList<Mention>();
        nickAt(nicks, words, from)
                .filter(nick -> isFollowedBy(":,", words, from + nick.length()))
                .ifPresent(
                        nick ->
                                found.add(
                                        new Mention(
                                                nick, new TextRange(from, from + nick.length()))));
        int at = words.indexOf('@', from);
        while (at >= 0 && found.size() < MOST) {
            int sign = at;
            boolean isWord = sign == from || !isPartOfWord(words.codePointBefore(sign));
            var nick = isWord ? nickAt(nicks, words, sign + 1) : Optional.<String>empty();
            nick.ifPresent(
                    it -> found.add(new Mention(it, new TextRange(sign, sign + 1 + it.length()))));
            at = words.indexOf('@', sign + 1 + nick.map(String::length).orElse(0));
        }
        return List.copyOf(found);
    }

    private static Optional<String> nickAt(Collection<String> nicks, String words, int at) {
        return nicks.stream()
                .filter(nick -> !nick.isBlank() && words.startsWith(nick, at))
                .filter(nick -> isWholeWord(words, at + nick.length()))
                .max(Comparator.comparingInt(String::length));
    }

    private static boolean isWholeWord(String words, int end) {
        return end == words.length() || !isPartOfWord(words.codePointAt(end));
    }

    private static boolean isFollowedBy(String signs, String words, int end) {
        return end < words.length() && signs.indexOf(words.charAt(end)) >= 0;
    }

    private static boolean isPartOfWord(int point) {
        return Character.isLetterOrDigit(point)
                || point == '_'
                || Character.getType(point) == Character.NON_SPACING_MARK
                || Character.getType(point) == Character.COMBINING_SPACING_MARK;
    }
}
