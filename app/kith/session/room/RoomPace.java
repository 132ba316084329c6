package kith.session.room;

import kith.base.Timer;
import kith.model.ChatKey;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.function.Consumer;

/// Enters many rooms one after the other: some at once, and of the rest a few each second, so that
/// ten thousand bookmarks flood neither the server nor us.
///
/// Core lane only.
final class RoomPace {

    private static final int AT_ONCE = 50;
    private static final int EACH_TIME = 10;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Timer timer;
    private final Consumer<RoomVisit> enter;
    private final LinkedHashMap<ChatKey, RoomVisit> waiting = new LinkedHashMap<>();
    private int free = AT_ONCE;
    private boolean isRunning;

    /// @param enter asks a room to let us in
    RoomPace(Timer timer, Consumer<RoomVisit> enter) {
        this.timer = timer;
        this.enter = enter;
    }

    /// Enters a room when it is its turn, if that is still wanted then.
    void next(RoomVisit visit) {
        if (free > 0) {
            free--;
            enter.accept(visit);
        } else {
            waiting.put(visit.key(), visit);
        }
        run();
    }

    private void run() {
        if (!isRunning && free < AT_ONCE) {
            isRunning = true;
            timer.after(PAUSE, this::pass);
        }
    }

    private void pass() {
        isRunning = false;
        int turns = EACH_TIME;
        while (turns > 0 && !waiting.isEmpty()) {
            var visit = waiting.pollFirstEntry().getValue();
            if (visit.isAsking()) {
                turns--;
                enter.accept(visit);
            }
        }
        free = Math.min(AT_ONCE, free + turns);
        run();
    }
}
