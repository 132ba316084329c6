package kith.session.room;

import kith.model.Confidant;
import kith.model.Message;
import kith.model.Occupant;
import kith.model.Refusal;
import kith.model.Refusal.Reason;

import java.util.Optional;

/// Whether what the user says to one person in a room alone reaches that person and nobody else
/// (XEP-0045 §7.5): a nick belongs to whoever has it now. Core lane only.
public final class PrivateWords {

    private final RoomVisits visits;

    public PrivateWords(RoomVisits visits) {
        this.visits = visits;
    }

    /// Why a message must not go out now: we are not in the room, or they aren't, whoever else is
    /// called so by now. Empty where it may, and for what is not private.
    public Optional<Refusal> obstacle(Message message) {
        return message.confidant().flatMap(to -> obstacle(message, to));
    }

    private Optional<Refusal> obstacle(Message message, Confidant to) {
        if (!visits.isJoined(message.chat())) {
            return Optional.of(Refusal.of(Reason.OFFLINE));
        }
        boolean isThere =
                visits.find(message.chat())
                        .flatMap(visit -> visit.occupant(to.nick()))
                        .filter(occupant -> isMeant(occupant, to))
                        .isPresent();
        return isThere ? Optional.empty() : Optional.of(Refusal.of(Reason.NOT_FOUND));
    }

    private static boolean isMeant(Occupant occupant, Confidant to) {
        return !occupant.isMe() && occupant.is(to.who());
    }
}
