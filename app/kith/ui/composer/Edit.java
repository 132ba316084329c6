package kith.ui.composer;

/// A change of what is written: some of it gives way to another text.
///
/// @param start of what gives way, in `char`s from the beginning
/// @param end behind it
public record Edit(int start, int end, String text) {

    /// What stands there afterwards.
    String applied(String before) {
        return before.substring(0, start) + text + before.substring(end);
    }
}
