package kith.ui.composer;

import kith.model.Refusal;

import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/// The commands there are in a chat.
///
/// @param services what does them, each given what stands behind the command; completes with why it
///   is not to be, if so. Those that need none are there anyway
/// @param whisper says something to one person alone; empty where there is only one
public record SlashCommands(
        Map<SlashCommand, Function<String, CompletionStage<Optional<Refusal>>>> services,
        Optional<WhisperCommands> whisper) {

    /// Those that need no service.
    public static final SlashCommands PLAIN = new SlashCommands(Map.of());

    /// Those of a chat in which nothing is private.
    public SlashCommands(
            Map<SlashCommand, Function<String, CompletionStage<Optional<Refusal>>>> services) {
        this(services, Optional.empty());
    }

    /// Which there are.
    public Set<SlashCommand> known() {
        var known = EnumSet.of(SlashCommand.ME, SlashCommand.HELP);
        known.addAll(services.keySet());
        whisper.ifPresent(_ -> known.add(SlashCommand.MSG));
        return known;
    }

    CompletionStage<Optional<Refusal>> run(SlashCommand command, String words) {
        return Objects.requireNonNull(services.get(command)).apply(words);
    }
}
