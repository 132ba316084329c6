package kith.store.dictionary;

/// A dictionary is damaged, or asks for more than any does.
final class UnreadableDictionaryException extends Exception {

    private static final long serialVersionUID = 1;

    UnreadableDictionaryException(String message) {
        super(message);
    }

    UnreadableDictionaryException(String message, Throwable cause) {
        super(message, cause);
    }
}
