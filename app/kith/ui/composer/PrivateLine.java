package kith.ui.composer;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What is written to one person in a room alone: `/msg`, their nick, the words.
///
/// A nick may have blanks in it, so it is looked for among those there are; of two that begin alike
/// the longer one is meant. Where it is none of them, it ends at the first blank.
///
/// @param nick as it is written by whoever is called so; empty where there is none yet
/// @param wordsAt where the words begin, in `char`s from the beginning of the text
record PrivateLine(String nick, int wordsAt) {

    private static final String WORD =
            "/(?:%s|%s)".formatted(SlashCommand.MSG.word(), SlashCommand.MSG.elsewhere());

    private static final Pattern HEAD = Pattern.compile("\\s*+" + WORD + "(?:\\s++|$)");
    private static final Pattern LINE = Pattern.compile("\\R\\h*+" + WORD + "(?:\\s|$)");
    private static final Pattern NICK_END = Pattern.compile("[:,]?(?:\\s++|$)");

    /// Whether a text is for one person alone; blanks before it change nothing of that.
    static boolean begins(String text) {
        return HEAD.matcher(text).lookingAt();
    }

    /// Whether a further line of a text would be that if it stood alone: two texts have come
    /// together, of which one was private.
    static boolean isWithin(String text) {
        return LINE.matcher(text).find();
    }

    /// What a text is; empty where it is for all.
    ///
    /// @param nicks of those it may be for
    static Optional<PrivateLine> of(String text, Collection<String> nicks) {
        var head = HEAD.matcher(text);
        if (!head.lookingAt()) {
            return Optional.empty();
        }
        return Optional.of(named(text, head.end(), nicks));
    }

    /// Whom the words from a place on name first.
    static PrivateLine named(String text, int at, Collection<String> nicks) {
        return longest(text, at, nicks.stream().filter(it -> text.startsWith(it, at)))
                .or(() -> longest(text, at, alike(text, at, nicks)))
                .orElseGet(() -> toBlank(text, at));
    }

    /// In other case letters, where only one is meant by that.
    private static Stream<String> alike(String text, int at, Collection<String> nicks) {
        var found =
                nicks.stream()
                        .filter(it -> text.regionMatches(true, at, it, 0, it.length()))
                        .distinct()
                        .toList();
        return found.size() == 1 ? found.stream() : Stream.empty();
    }

    private static Optional<PrivateLine> longest(String text, int at, Stream<String> nicks) {
        return nicks.filter(nick -> !nick.isBlank())
                .flatMap(nick -> ended(text, at, nick).stream())
                .max(Comparator.comparingInt(line -> line.nick().length()));
    }

    private static Optional<PrivateLine> ended(String text, int at, String nick) {
        var end = NICK_END.matcher(text).region(at + nick.length(), text.length());
        return end.lookingAt() ? Optional.of(new PrivateLine(nick, end.end())) : Optional.empty();
    }

    private static PrivateLine toBlank(String text, int at) {
        var nick = text.substring(at).split("\\s", 2)[0];
        int end = at + nick.length();
        while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return new PrivateLine(nick, end);
    }

    /// What is said.
    String words(String text) {
        return text.substring(wordsAt).strip();
    }
}
