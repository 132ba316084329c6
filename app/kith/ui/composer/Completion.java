package kith.ui.composer;

import java.util.List;

/// What could stand in place of the letters before the caret.
///
/// @param start of the letters, in `char`s from the beginning of the text
/// @param end behind them
/// @param suggestions the best first; not empty
record Completion(int start, int end, List<Suggestion> suggestions) {}
