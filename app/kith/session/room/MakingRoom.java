package kith.session.room;

import kith.model.RoomMaking;

import java.util.concurrent.CompletionStage;

/// A room that is being made.
///
/// @param outcome completes with what came of it
/// @param cancel says that the user doesn't want it any more: what is there of it is taken down.
///   Does nothing once it is made. Any thread
public record MakingRoom(CompletionStage<RoomMaking> outcome, Runnable cancel) {}
