package kith.ui.composer;

import kith.base.Live;
import kith.model.Occupant;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/// What a composer asks for about what is for one person in a room alone.
///
/// @param send sends it to somebody as [#people] had them, and to nobody who is called so since;
///   fails where it can't be kept, and then nobody else has its text
/// @param people who is there
public record WhisperCommands(
        BiFunction<Occupant, String, CompletionStage<?>> send, Live<List<Occupant>> people) {}
