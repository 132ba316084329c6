package kith.ui.room;

import kith.model.Refusal;

/// How far a change of a room's subject has come.
public sealed interface SubjectChange {

    /// None goes on: the last one, if there was any, is done.
    record None() implements SubjectChange {}

    /// The room was asked.
    record Asked() implements SubjectChange {}

    /// The room said no, or could not be asked.
    record Refused(Refusal refusal) implements SubjectChange {}

    SubjectChange NONE = new None();
    SubjectChange ASKED = new Asked();
}
