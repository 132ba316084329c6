package kith.model;

/// How a room lets its moderators remove what others have said (XEP-0425).
public enum Removal {
    /// It doesn't.
    NONE,
    /// As version 0.2 has it.
    OLD,
    /// As version 0.3 has it.
    CURRENT
}
