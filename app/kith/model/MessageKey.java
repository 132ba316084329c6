package kith.model;

/// Names one message inside this profile.
///
/// @param row the row in the store, from 1
public record MessageKey(long row) {}
