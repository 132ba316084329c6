package kith.ui.composer;

import java.util.Optional;
import java.util.Set;

/// What the user means by what they wrote: words for the others, or a command.
sealed interface SlashLine {

    /// Words to send.
    record Words(String text) implements SlashLine {}

    /// A command that there is here.
    ///
    /// @param words what stands behind it
    record Command(SlashCommand command, String words) implements SlashLine {}

    /// A command that there isn't.
    ///
    /// @param word as it was typed, without the slash
    record Unknown(String word) implements SlashLine {}

    /// Words with something in them that was to be read by one person alone.
    record Mixed() implements SlashLine {}

    /// A slash begins a command; two of them are one that is meant as it stands.
    ///
    /// @param known the commands there are here
    static SlashLine of(String text, Set<SlashCommand> known) {
        if (text.startsWith("//")) {
            return new Words(text.substring(1));
        }
        if (known.contains(SlashCommand.MSG) && PrivateLine.begins(text)) {
            return typed(text.stripLeading(), known);
        }
        if (known.contains(SlashCommand.MSG) && PrivateLine.isWithin(text)) {
            return new Mixed();
        }
        return text.startsWith("/") ? typed(text, known) : new Words(text);
    }

    private static SlashLine typed(String text, Set<SlashCommand> known) {
        var parts = text.substring(1).split("\\s", 2);
        var word = parts[0];
        var words = parts.length < 2 ? "" : parts[1].strip();
        Optional<SlashCommand> command = SlashCommand.of(word).filter(known::contains);
        return command.<SlashLine>map(it -> new Command(it, words))
                .orElseGet(() -> new Unknown(word));
    }
}
