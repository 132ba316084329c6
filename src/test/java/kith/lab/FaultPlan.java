package kith.lab;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// What is to befall the connections through a [FaultProxy]: the first fault the first connection,
/// and so on. Connections beyond the plan live undisturbed.
///
/// The same seed makes the same plan; [#toString] says the seed, so a test that prints its plan
/// when it fails can be run again as it was.
public record FaultPlan(long seed, List<Fault> faults) {

    private static final List<Fault.Break> KINDS = List.of(Fault.Break.values());

    public FaultPlan {
        faults = List.copyOf(faults);
    }

    /// No faults.
    public static FaultPlan none() {
        return new FaultPlan(0, List.of());
    }

    /// A plan written by hand.
    public static FaultPlan of(Fault... faults) {
        return new FaultPlan(0, List.of(faults));
    }

    /// Cuts each of the first connections at any byte, in any direction, in any manner. Where it
    /// stalls nobody is told, so whoever waits for the end of such a connection has to ask
    /// [ProxiedConnection#isPassing].
    ///
    /// @param within each cut falls on one of that many first bytes; the length of a recorded
    ///     session is a good choice
    public static FaultPlan cuts(long seed, int connections, long within) {
        var random = new Random(seed);
        return new FaultPlan(
                seed, IntStream.range(0, connections).mapToObj(_ -> cut(random, within)).toList());
    }

    private static Fault cut(Random random, long within) {
        var direction = random.nextBoolean() ? Direction.TO_SERVER : Direction.TO_CLIENT;
        var trigger = new Fault.AfterBytes(random.nextLong(within));
        return new Fault(direction, trigger, KINDS.get(random.nextInt(KINDS.size())));
    }

    @Override
    public String toString() {
        return "FaultPlan[seed=%d, %d faults]".formatted(seed, faults.size());
    }
}
