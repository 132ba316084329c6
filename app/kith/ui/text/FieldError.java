package kith.ui.text;

/// What is wrong with what stands in a field of a form. The sentence for it is the screen's.
public enum FieldError {
    NONE,
    /// Nothing stands there.
    MISSING,
    /// It can't be what it is meant as.
    MALFORMED
}
