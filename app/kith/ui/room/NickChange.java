package kith.ui.room;

import kith.model.Refusal;

/// How far the change of the user's nick in a room has come.
sealed interface NickChange {

    /// None is asked for, or the last one is made.
    record None() implements NickChange {}

    /// The room was asked.
    record Asked() implements NickChange {}

    /// The room calls the user as before.
    ///
    /// @param nick the one that was wanted
    record Refused(String nick, Refusal refusal) implements NickChange {}
}
