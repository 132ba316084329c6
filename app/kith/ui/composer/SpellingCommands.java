package kith.ui.composer;

import kith.base.Lane;
import kith.base.Live;
import kith.base.Subscription;
import kith.model.Spelling;
import kith.model.TextRange;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/// What a composer asks for about spelling.
///
/// @param state how its chat is checked
/// @param misspelt which words of a text are misspelt
/// @param suggest what may have been meant by a word, the likeliest first
/// @param choose checks by another dictionary, or not at all
/// @param add from now on the word is right
/// @param remove a word that was added is so no longer
/// @param ignore the word is right as long as Kith runs
/// @param lookAgain looks which dictionaries there are now
/// @param folder where the user can put some
public record SpellingCommands(
        Live<Spelling> state,
        Function<String, CompletionStage<List<TextRange>>> misspelt,
        Function<String, CompletionStage<List<String>>> suggest,
        Consumer<Optional<String>> choose,
        Consumer<String> add,
        Consumer<String> remove,
        Consumer<String> ignore,
        Runnable lookAgain,
        String folder) {

    /// For a composer without dictionaries.
    public static final SpellingCommands NONE =
            new SpellingCommands(
                    new NoDictionaries(),
                    _ -> CompletableFuture.completedStage(List.of()),
                    _ -> CompletableFuture.completedStage(List.of()),
                    _ -> {},
                    _ -> {},
                    _ -> {},
                    _ -> {},
                    () -> {},
                    "");

    private static final class NoDictionaries implements Live<Spelling> {

        @Override
        public Spelling get() {
            return Spelling.NONE;
        }

        @Override
        public Subscription watch(Lane lane, Consumer<? super Spelling> watcher) {
            lane.execute(() -> watcher.accept(Spelling.NONE));
            return () -> {};
        }
    }
}
