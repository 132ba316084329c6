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
/// @param people does something to somebody; empty where nobody has rights
/// @param whisper says something to one person alone; empty where there is only one
public record SlashCommands(
        Map<SlashCommand, Function<String, CompletionStage<Optional<Refusal>>>> services,
        Optional<WhisperCommands> whisper,
        Optional<PeopleCommands> people) {

    /// Those that need no service.
    public static final SlashCommands PLAIN = new SlashCommands(Map.of());

    /// Those of a chat in which nothing is private.
    public SlashCommands(
            Map<SlashCommand, Function<String, CompletionStage<Optional<Refusal>>>> services) {
        this(services, Optional.empty());
    }

    /// Those of a room in which nobody has rights.
    public SlashCommands(
            Map<SlashCommand, Function<String, CompletionStage<Optional<Refusal>>>> services,
            Optional<WhisperCommands> whisper) {
        this(services, whisper, Optional.empty());
    }

    /// Which there are now: what may be done to others changes with the user's rights.
    public Set<SlashCommand> known() {
        var known = EnumSet.of(SlashCommand.ME, SlashCommand.HELP);
        known.addAll(services.keySet());
        whisper.ifPresent(_ -> known.add(SlashCommand.MSG));
        people.ifPresent(it -> known.addAll(it.known()));
        return known;
    }

    CompletionStage<Optional<Refusal>> run(SlashCommand command, String words) {
        return command.act()
                .flatMap(act -> people.map(it -> it.run(act, words)))
                .orElseGet(() -> Objects.requireNonNull(services.get(command)).apply(words));
    }
}
