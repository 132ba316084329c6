package kith.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/// What fails in who waits for an answer is told, and others hear the answer all the same (F30).
class GuardedFutureTest {

    private final List<Throwable> caught = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @EnumSource
    void whatACallbackThrowsGoesToTheGuard(RealError error) {
        var heard = new ArrayList<Integer>();
        try (var lanes = new Lanes(caught::add)) {
            var future = new GuardedFuture<String>(lanes.core());
            CompletionStage<String> stage = future;
            stage.whenComplete((_, _) -> error.run());
            stage.thenApply(String::length).whenComplete((_, _) -> error.run());
            stage.thenApply(String::length).whenComplete((length, _) -> heard.add(length));
            future.complete("four");
        }
        assertThat(heard).containsExactly(4);
        assertThat(caught).hasSize(2).hasOnlyElementsOfType(error.type());
    }

    @Test
    void aRefusalIsNoFault() {
        try (var lanes = new Lanes(caught::add)) {
            var future = new GuardedFuture<String>(lanes.core());
            CompletionStage<String> stage = future;
            stage.whenComplete((_, _) -> {});
            future.completeExceptionally(new IllegalStateException("refused"));
        }
        assertThat(caught).isEmpty();
    }
}
