package kith.ui.chats;

import java.time.Duration;
import java.util.Optional;

/// For how long a chat can be muted.
public enum MuteLength {
    HOUR(Duration.ofHours(1)),
    EIGHT_HOURS(Duration.ofHours(8)),
    ALWAYS(Duration.ZERO);

    private final Duration length;

    MuteLength(Duration length) {
        this.length = length;
    }

    /// None: until the user says otherwise.
    public Optional<Duration> length() {
        return Optional.of(length).filter(Duration::isPositive);
    }
}
