package kith;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How long each frame took the toolkit: from the beginning of its pulse until it was drawn, with
/// style, layout, what animations do, and waiting for the frame before.
///
/// Unlike [Frames], which hold the pause until the screen's next turn, too. Made before the toolkit
/// starts: it tells the flight recorder of its pulses only where that runs already.
final class FrameWork implements AutoCloseable {

    private static final String PHASE = "javafx.PulsePhase";

    private final RecordingStream recording = new RecordingStream();
    private final Map<Integer, Span> pulses = new ConcurrentHashMap<>();

    private FrameWork() {
        recording.enable(PHASE);
        recording.onEvent(PHASE, this::add);
        recording.startAsync();
    }

    static FrameWork open() {
        return new FrameWork();
    }

    /// All that was is there then.
    void end() {
        recording.stop();
    }

    /// How long frames took, once it has ended.
    ///
    /// @param from when the first of them may have begun
    /// @param until before which the last must have
    /// @return in nanoseconds, the shortest first
    List<Long> lengths(Instant from, Instant until) {
        return pulses.values().stream()
                .filter(pulse -> !pulse.begin.isBefore(from) && pulse.begin.isBefore(until))
                .map(pulse -> Duration.between(pulse.begin, pulse.end).toNanos())
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        recording.close();
    }

    private void add(RecordedEvent phase) {
        pulses.merge(
                phase.getInt("pulseId"),
                new Span(phase.getStartTime(), phase.getEndTime()),
                Span::with);
    }

    private record Span(Instant begin, Instant end) {

        Span with(Span other) {
            return new Span(
                    begin.isBefore(other.begin) ? begin : other.begin,
                    end.isAfter(other.end) ? end : other.end);
        }
    }
}
