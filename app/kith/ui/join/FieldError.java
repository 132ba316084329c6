package kith.ui.join;

/// What is wrong with what stands in a field of a form; `field.<error>` in the texts.
public enum FieldError {
    NONE,
    /// Nothing stands there.
    MISSING,
    /// It is no address.
    MALFORMED
}
