package kith.session.room;

import kith.model.Confidant;
import kith.model.Message;
import kith.model.Occupant;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.session.chat.PrivateRecipients;

import java.util.Optional;

/// Whether what the user says to one person in a room alone reaches that person and nobody else
/// (XEP-0045 §7.5): a nick belongs to whoever has it now. Where the room doesn't say who that is,
/// it is certain only while they have it without a break, and not after a restart. Core lane only.
public final class PrivateWords implements PrivateRecipients {

    private final RoomVisits visits;

    public PrivateWords(RoomVisits visits) {
        this.visits = visits;
    }

    @Override
    public void written(Message message, int visit) {
        message.confidant()
                .filter(to -> to.who().isEmpty())
                .ifPresent(
                        to ->
                                visits.find(message.chat())
                                        .filter(it -> isThere(it, to.nick(), visit))
                                        .ifPresent(it -> confide(it, to.nick(), message)));
    }

    /// The user may have seen somebody who had the nick before.
    private static boolean isThere(RoomVisit room, String nick, int visit) {
        return other(room, nick).filter(occupant -> occupant.visit() == visit).isPresent();
    }

    private static void confide(RoomVisit room, String nick, Message message) {
        room.confided().add(nick, message.ids().stanza());
    }

    /// Why a message must not go out now: we are not in the room ([Reason#OFFLINE]), they aren't
    /// ([Reason#NOT_FOUND]), or whoever is called so may be somebody else ([Reason#NICK_TAKEN]).
    @Override
    public Optional<Refusal> obstacle(Message message) {
        return message.confidant().flatMap(to -> reason(message, to)).map(Refusal::of);
    }

    private Optional<Reason> reason(Message message, Confidant to) {
        var visit = visits.find(message.chat()).filter(_ -> visits.isJoined(message.chat()));
        if (visit.isEmpty()) {
            return Optional.of(Reason.OFFLINE);
        }
        var there = other(visit.get(), to.nick());
        if (there.isEmpty()) {
            return Optional.of(Reason.NOT_FOUND);
        }
        boolean isMeant =
                to.who().isPresent()
                        ? there.get().is(to.who())
                        : visit.get().confided().isTo(to.nick(), message.ids().stanza());
        return isMeant ? Optional.empty() : Optional.of(Reason.NICK_TAKEN);
    }

    private static Optional<Occupant> other(RoomVisit visit, String nick) {
        return visit.occupant(nick).filter(occupant -> !occupant.isMe());
    }
}
