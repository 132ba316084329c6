package kith.model;

/// The name of an account inside this profile; stays when its address or password changes.
///
/// @param value the row in the store, from 1
public record AccountId(int value) {}
