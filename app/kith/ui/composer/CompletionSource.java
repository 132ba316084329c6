package kith.ui.composer;

import java.util.Optional;

/// One kind of thing that is completed while it is typed. FX thread only.
public interface CompletionSource {

    /// What the letters before the caret could become; empty where they are nothing of this kind.
    ///
    /// @param caret how many `char`s are before it
    Optional<Completion> at(String text, int caret);

    /// The same once the user asks for it with the Tab key; most kinds need no asking.
    default Optional<Completion> atTab(String text, int caret) {
        return Optional.empty();
    }
}
