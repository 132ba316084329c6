package kith.session.export;

import kith.model.Message;
import kith.model.Reaction;
import kith.model.Step;

import java.util.List;

/// A message as history is given out.
///
/// @param reactions to it
/// @param steps what happened to it and when, in the order of time
public record HistoryEntry(Message message, List<Reaction> reactions, List<Step> steps) {}
