package kith.model;

/// Something of the environment or of Kith itself that failed and that nobody could handle; shown
/// once.
///
/// @param code short, to be quoted: the log has the rest under it
/// @param text what was going on, in one sentence
public record Fault(String code, String text) {}
