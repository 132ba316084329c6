package kith.model;

/// A part of a text.
///
/// @param start of its first `char`
/// @param end after its last `char`
public record TextRange(int start, int end) {}
