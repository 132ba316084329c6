package kith.model;

import java.util.Optional;
import java.util.function.Function;

/// What comes of a question to somebody else: what they say, or why they say nothing.
public sealed interface Answer<T> {

    record Given<T>(T value) implements Answer<T> {}

    record Refused<T>(Refusal refusal) implements Answer<T> {}

    /// What they say; empty where they say nothing.
    default Optional<T> given() {
        return switch (this) {
            case Given<T>(T value) -> Optional.of(value);
            case Refused<T> refused -> Optional.empty();
        };
    }

    /// The same about something else that follows from it.
    default <U> Answer<U> map(Function<T, U> change) {
        return switch (this) {
            case Given<T>(T value) -> new Given<>(change.apply(value));
            case Refused<T>(var refusal) -> new Refused<>(refusal);
        };
    }
}
