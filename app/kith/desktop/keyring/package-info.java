/// The key ring of a freedesktop.org desktop, over D-Bus: Secret Service API 0.2 as far as keeping
/// passwords needs it.
///
/// The interfaces are the service's own, written for the D-Bus library's proxies; secrets cross the
/// bus encrypted. Nothing here is loaded before the first question.
///
/// **Why our own.** The library that wraps this API on Maven Central calls constructors that the
/// D-Bus library has no longer, and knows only the prompts of GNOME Keyring.
///
/// **Threads.** Everything blocks; called on io.
@NullMarked
package kith.desktop.keyring;

import org.jspecify.annotations.NullMarked;
