package kith.session.room;

import kith.model.Occupant;

import java.util.LinkedHashMap;
import java.util.Optional;

/// Who had a nick in a room and has it no more, so that whoever has it next isn't taken for them.
/// Core lane only.
final class PastNicks {

    /// Of so many nicks it is known; of a crowd the oldest are forgotten.
    static final int MOST = 1_000;

    private final LinkedHashMap<String, Occupant> past = new LinkedHashMap<>();
    private int newest;
    private boolean hasForgotten;

    /// Who somebody is to those who had their nick.
    ///
    /// @param visit the number of theirs: [Occupant#visit]
    record Arrival(Newcomer newcomer, int visit) {}

    /// Somebody has their nick no more.
    ///
    /// @param who with what is believed of them
    void left(Occupant who) {
        past.remove(who.nick());
        past.put(who.nick(), who);
        if (past.size() > MOST) {
            past.pollFirstEntry();
            hasForgotten = true;
        }
    }

    /// Somebody has a nick that nobody had just now.
    ///
    /// @param who with what is believed of them
    Arrival came(Occupant who) {
        return Optional.ofNullable(past.remove(who.nick()))
                .map(before -> after(before, who))
                .orElseGet(() -> new Arrival(Newcomer.FIRST, hasForgotten ? ++newest : 0));
    }

    /// Somebody has a nick that another has had until now.
    Arrival after(Occupant before, Occupant now) {
        var newcomer = compare(before, now);
        return new Arrival(newcomer, newcomer == Newcomer.SAME ? before.visit() : ++newest);
    }

    /// By what the room vouches for: that it is us, their id there, their address.
    static Newcomer compare(Occupant before, Occupant now) {
        if (before.isMe() || now.isMe()) {
            return of(before.isMe() == now.isMe());
        }
        if (before.occupantId().isPresent() && now.occupantId().isPresent()) {
            return of(before.occupantId().equals(now.occupantId()));
        }
        if (before.address().isPresent() && now.address().isPresent()) {
            return of(before.address().equals(now.address()));
        }
        return Newcomer.UNKNOWN;
    }

    private static Newcomer of(boolean isSame) {
        return isSame ? Newcomer.SAME : Newcomer.OTHER;
    }
}
