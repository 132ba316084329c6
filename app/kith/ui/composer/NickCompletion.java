package kith.ui.composer;

import kith.model.Occupant;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The people in a room by their nicks: `@pri` becomes `@Priya `, and at the beginning of a line
/// `pri` and the Tab key become `Priya: `, behind `/msg` only the nick. Who spoke last comes first.
public final class NickCompletion implements CompletionSource {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private final Supplier<List<Occupant>> occupants;
    private final Supplier<List<String>> speakers;

    /// @param speakers the nicks of those who spoke, the last first
    public NickCompletion(Supplier<List<Occupant>> occupants, Supplier<List<String>> speakers) {
        this.occupants = occupants;
        this.speakers = speakers;
    }

    @Override
    public Optional<Completion> at(String text, int caret) {
        int start = start(text, caret);
        if (isAddressed(text, start, caret)) {
            return completion(start, caret, text.substring(start, caret), it -> it + " ");
        }
        boolean isMention =
                start < caret && text.charAt(start) == '@' && !Verbatim.isAt(text, start);
        return isMention
                ? completion(start, caret, text.substring(start + 1, caret), it -> "@" + it + " ")
                : Optional.empty();
    }

    @Override
    public Optional<Completion> atTab(String text, int caret) {
        int start = start(text, caret);
        boolean isFirstOfLine = start == 0 || text.charAt(start - 1) == '\n';
        return isFirstOfLine && start < caret && !Verbatim.isAt(text, start)
                ? completion(start, caret, text.substring(start, caret), it -> it + ": ")
                : Optional.empty();
    }

    /// Whether a private message is being addressed.
    private static boolean isAddressed(String text, int start, int caret) {
        return start < caret
                && PrivateLine.begins(text.substring(0, start))
                && PrivateLine.of(text.substring(0, start), List.of())
                        .filter(line -> line.nick().isEmpty())
                        .isPresent();
    }

    private Optional<Completion> completion(
            int start, int end, String letters, UnaryOperator<String> form) {
        var spoke = speakers.get();
        List<Suggestion> found =
                occupants.get().stream()
                        .filter(each -> !each.isMe() && matches(each.nick(), plain(letters)))
                        .sorted(order(spoke))
                        .limit(CompletionViewModel.MOST)
                        .<Suggestion>map(
                                each -> new Suggestion.Person(each, form.apply(each.nick())))
                        .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(new Completion(start, end, found));
    }

    private static Comparator<Occupant> order(List<String> spoke) {
        return Comparator.comparingInt((Occupant each) -> place(spoke, each.nick()))
                .thenComparing(Occupant::nick, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Occupant::nick);
    }

    private static int place(List<String> spoke, String nick) {
        int at = spoke.indexOf(nick);
        return at < 0 ? Integer.MAX_VALUE : at;
    }

    /// Where the word before the caret begins.
    private static int start(String text, int caret) {
        int start = caret;
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /// Whether the nick or one of its words begins so.
    private static boolean matches(String nick, String letters) {
        var name = plain(nick);
        return name.startsWith(letters)
                || Stream.of(name.split("[\\s_.-]+", -1)).anyMatch(it -> it.startsWith(letters));
    }

    /// Without case and accents.
    private static String plain(String name) {
        var decomposed = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        return ACCENTS.matcher(decomposed).replaceAll("");
    }
}
