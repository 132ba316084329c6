package kith;

import javafx.animation.AnimationTimer;

import kith.ui.fx.FxThread;

import java.util.ArrayList;
import java.util.List;

/// How long it took from each frame of the toolkit to the next.
final class Frames extends AnimationTimer {

    private final List<Long> times = new ArrayList<>();

    private Frames() {}

    /// Measures from now on.
    static Frames begin() {
        return FxThread.call(
                () -> {
                    var frames = new Frames();
                    frames.start();
                    return frames;
                });
    }

    @Override
    public void handle(long now) {
        times.add(now);
    }

    /// Measures no more.
    ///
    /// @return in words, times in milliseconds
    String end() {
        return words(lengths());
    }

    /// Measures no more.
    ///
    /// @return how long each frame took, in nanoseconds, the shortest first
    List<Long> lengths() {
        return FxThread.call(
                () -> {
                    stop();
                    var lengths = new ArrayList<Long>();
                    for (int i = 1; i < times.size(); i++) {
                        lengths.add(times.get(i) - times.get(i - 1));
                    }
                    lengths.sort(null);
                    return lengths;
                });
    }

    static String words(List<Long> lengths) {
        return "%d frames, median %.1f ms, p99 %.1f ms, longest %.1f ms"
                .formatted(lengths.size(), at(lengths, 0.5), at(lengths, 0.99), at(lengths, 1));
    }

    /// How long the longest of a part of them took, in milliseconds; 0 where there was none.
    ///
    /// @param part of them, the shortest first: from 0 to 1 for all
    static double at(List<Long> sorted, double part) {
        return sorted.isEmpty() ? 0 : sorted.get((int) ((sorted.size() - 1) * part)) / 1e6;
    }
}
