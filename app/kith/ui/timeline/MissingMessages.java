package kith.ui.timeline;

import kith.base.Lane;
import kith.model.Hole;
import kith.session.chat.Timeline;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/// Asks for the messages that a timeline misses: when the user does, and by itself once for each
/// hole, or a server that says no would be asked for ever. FX thread only.
final class MissingMessages {

    private final Supplier<? extends CompletionStage<?>> more;
    private final Lane fx;
    private final Runnable changed;
    private boolean isFetching;

    /// What was asked for by itself.
    private Optional<Hole> asked = Optional.empty();

    /// @param more asks for more of them; done, in whatever way, when that has ended
    /// @param changed is told when it begins to fetch, and when it has ended
    MissingMessages(Supplier<? extends CompletionStage<?>> more, Lane fx, Runnable changed) {
        this.more = more;
        this.fx = fx;
        this.changed = changed;
    }

    /// Whether they are being asked for.
    boolean isFetching() {
        return isFetching;
    }

    /// The reader sees that some are missing.
    void near(Timeline timeline) {
        var hole = fillable(timeline);
        if (!asked.equals(hole)) {
            asked = hole;
            fetch(timeline);
        }
    }

    /// Asks for them, unless that is being done.
    void fetch(Timeline timeline) {
        if (isFetching || fillable(timeline).isEmpty()) {
            return;
        }
        isFetching = true;
        changed.run();
        more.get().whenComplete((_, _) -> fx.execute(this::ended));
    }

    private void ended() {
        isFetching = false;
        changed.run();
    }

    private static Optional<Hole> fillable(Timeline timeline) {
        return timeline.holes().stream().filter(hole -> !hole.isGone()).findFirst();
    }
}
