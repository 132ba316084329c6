package kith.ui.shell;

import kith.base.Lane;
import kith.ui.switcher.SwitcherRow.Place;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// Words that are said in several chats.
///
/// @param kept where they are safe and go out by themselves, all of them
/// @param failed where one of them or more couldn't be taken in
public record Forwarding(List<Place> kept, List<Place> failed) {

    /// Says them, and tells what came of it once that is known of all.
    ///
    /// @param say says one in one; fails where it isn't kept
    /// @param fx the lane to tell it on
    public static void begin(
            List<String> words,
            List<Place> to,
            BiFunction<Place, String, CompletionStage<?>> say,
            Consumer<Forwarding> told,
            Lane fx) {
        var all =
                to.stream()
                        .map(
                                place ->
                                        new Said(
                                                place,
                                                words.stream()
                                                        .map(each -> say.apply(place, each))
                                                        .map(CompletionStage::toCompletableFuture)
                                                        .toList()))
                        .toList();
        var stages = all.stream().flatMap(each -> each.words().stream());
        var _ = // told whatever happens
                CompletableFuture.allOf(stages.toArray(CompletableFuture[]::new))
                        .whenComplete((_, _) -> fx.execute(() -> told.accept(of(all))));
    }

    private static Forwarding of(List<Said> all) {
        return new Forwarding(
                all.stream().filter(Said::isKept).map(Said::place).toList(),
                all.stream().filter(each -> !each.isKept()).map(Said::place).toList());
    }

    private record Said(Place place, List<? extends CompletableFuture<?>> words) {

        boolean isKept() {
            return words.stream().noneMatch(CompletableFuture::isCompletedExceptionally);
        }
    }
}
