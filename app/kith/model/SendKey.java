package kith.model;

/// The key with which the user sends what they have written. Any other way to press Enter begins a
/// new line.
public enum SendKey {
    ENTER,
    CONTROL_ENTER
}
