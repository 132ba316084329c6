package kith.session;

import kith.store.Journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// What came in and did not get into the store, as the test says. Of what its own session has
/// heard it keeps nothing: it counts how often that was to be heard again.
final class ScriptedReplay implements InboundReplay {

    private final List<Journal.Entry> left;
    private final List<Journal.Entry> leaves = new ArrayList<>();
    private Runnable whenAll = () -> {};
    private int times;

    /// @param left what the session before has left, the oldest first
    ScriptedReplay(List<Journal.Entry> left) {
        this.left = List.copyOf(left);
    }

    /// Something came in and isn't in the store: the next session of the profile finds it.
    void leave(Journal.Entry entry) {
        leaves.add(entry);
    }

    /// What the next session of the profile finds, the oldest first.
    List<Journal.Entry> leaves() {
        return List.copyOf(leaves);
    }

    /// Something runs when what came in and was not committed is heard again.
    void whenAll(Runnable happening) {
        whenAll = happening;
    }

    /// How often what came in and was not committed was to be heard again.
    int times() {
        return times;
    }

    @Override
    public void replay(Executor lane, Consumer<Journal.Entry> reader) {
        left.forEach(entry -> lane.execute(() -> reader.accept(entry)));
    }

    @Override
    public void replayAll(Executor lane, Consumer<Journal.Entry> reader) {
        times++;
        whenAll.run();
    }

    @Override
    public void storeLost() {
        // nothing of it is kept
    }
}
