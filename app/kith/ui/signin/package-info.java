/// Signing in: for the first time, to one account more, or again where a password is missing or was
/// refused.
///
/// **Threads.** FX thread only.
///
/// **Why so.** The three differ in whether the address can be typed and in who is asked;
/// [kith.ui.signin.SignInGate] is that difference, so that there is one page and one view-model.
/// What went wrong stands beside the fields as a sentence, never in a window of its own.
@NullMarked
package kith.ui.signin;

import org.jspecify.annotations.NullMarked;
