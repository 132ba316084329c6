package kith.ui.composer;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Commands, with what each of them does: `/` alone shows all of them.
public final class CommandCompletion implements CompletionSource {

    private final Supplier<Set<SlashCommand>> known;

    /// @param known asked for those there are in this chat
    public CommandCompletion(Supplier<Set<SlashCommand>> known) {
        this.known = known;
    }

    @Override
    public Optional<Completion> at(String text, int caret) {
        var typed = text.substring(0, caret);
        boolean isWord = typed.startsWith("/") && typed.chars().noneMatch(Character::isWhitespace);
        if (!isWord) {
            return Optional.empty();
        }
        var letters = typed.substring(1).toLowerCase(Locale.ROOT);
        if (SlashCommand.of(letters).isPresent()) {
            return Optional.empty(); // it is typed out: Enter is to run it
        }
        var here = known.get();
        var found =
                Stream.of(SlashCommand.values())
                        .filter(each -> here.contains(each) && each.beginsWith(letters))
                        .<Suggestion>map(Suggestion.Command::new)
                        .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(new Completion(0, caret, found));
    }
}
