package kith.model;

import java.util.List;

/// All that is kept of one message.
///
/// @param versions the message as it was sent, and after it its corrections, oldest first; never
///   empty
/// @param steps what happened to it, in the order of time
public record MessageRecord(List<Message> versions, List<Step> steps) {

    public MessageRecord {
        versions = List.copyOf(versions);
        steps = List.copyOf(steps);
    }
}
