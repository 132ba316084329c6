package kith.ui.room.moderation;

import kith.model.Refusal;
import kith.model.RoomChange;
import kith.model.RoomList;

import java.util.List;
import java.util.Optional;

/// Why something that the user wanted in a room is not to be.
public sealed interface Complaint {

    /// It is done, or will be.
    record None() implements Complaint {}

    /// The room doesn't do it to these people.
    record Acts(List<RoomChange> changes, Refusal refusal) implements Complaint {}

    /// The room doesn't give somebody voice who asked for it.
    record Answer(String nick, Refusal refusal) implements Complaint {}

    /// The room doesn't pass on that we ask for voice.
    record Voice(Refusal refusal) implements Complaint {}

    /// The room doesn't remove messages.
    record Removing(Refusal refusal) implements Complaint {}

    /// The room doesn't show a list.
    record Listing(RoomList list, Refusal refusal) implements Complaint {}

    /// What was typed is no address; empty where nothing was.
    record NoAddress(String typed) implements Complaint {}

    Complaint NONE = new None();

    /// What came of changes.
    static Complaint of(List<RoomChange> changes, Optional<Refusal> refusal) {
        return refusal.<Complaint>map(it -> new Acts(changes, it)).orElse(NONE);
    }

    /// The same, where it is about an answer to who asked for voice: it is said where they asked.
    static Complaint ofAnswer(Complaint any) {
        return any instanceof Answer ? any : NONE;
    }

    /// The same, where it is about our own asking for voice: it is said where we asked.
    static Complaint ofVoice(Complaint any) {
        return any instanceof Voice ? any : NONE;
    }

    /// The same, where it is about anything else.
    static Complaint ofOther(Complaint any) {
        return any instanceof Answer || any instanceof Voice ? NONE : any;
    }
}
