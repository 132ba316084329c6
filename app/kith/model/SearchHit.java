package kith.model;

import java.util.List;

/// A message that a search has found.
///
/// @param marks where in its words is what was looked for, in order, apart from each other
public record SearchHit(Message message, List<TextRange> marks) {}
