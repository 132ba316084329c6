package kith.model;

import java.util.Optional;

/// What an invitation to a room says of a chat of two that is to go on there (XEP-0045 §7.9).
///
/// @param thread the name of the conversation in that chat (RFC 6121 §5.2.5); empty where it has
///   none
public record Continuation(Optional<String> thread) {

    /// A longer name is none that a program gives, and anyone may send one.
    private static final int MAX_THREAD = 255;

    public Continuation {
        thread = thread.filter(it -> !it.isEmpty() && it.length() <= MAX_THREAD);
    }
}
