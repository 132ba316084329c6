package kith.ui.shell;

import kith.model.AccountId;

/// What the window's banner says: what is wrong with the connection, and what can be done.
///
/// @param detail what the server or the system said; may be empty
record Notice(Kind kind, String text, String detail, Remedy remedy) {

    /// How much it matters.
    enum Kind {
        /// It is being done.
        CONNECTING,
        /// It will be tried again by itself.
        WAITING,
        /// Only the user can mend it.
        STOPPED
    }

    /// What the user can do.
    sealed interface Remedy {

        /// Nothing but wait.
        record None() implements Remedy {}

        /// Try again now, instead of waiting.
        record RetryNow(AccountId account) implements Remedy {}

        /// Connect again.
        record TryAgain(AccountId account) implements Remedy {}

        /// Give the password again.
        record SignIn(AccountId account) implements Remedy {}
    }
}
