package kith.ui.composer;

import kith.base.Subscription;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/// Where the composer of one chat keeps its draft.
///
/// @param open begins to write: from then on it is given, on the FX lane, each text that is to
///   stand before what is written, first the draft that is there, and says whether it took it;
///   until it is closed
/// @param write says what is written now
/// @param settle stores it now: the user turns away
/// @param giveBack takes a text that was sent and could not be kept, once nobody writes here
public record DraftCommands(
        Function<Predicate<String>, Subscription> open,
        Consumer<String> write,
        Runnable settle,
        Consumer<String> giveBack) {}
