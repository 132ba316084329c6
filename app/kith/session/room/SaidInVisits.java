package kith.session.room;

import kith.model.Author;
import kith.model.ChatKey;
import kith.model.MessageKey;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/// Which of those who had a nick in a room said what we heard there ourselves. Of what a room or an
/// archive had kept for us nobody knows; nor in the next run.
///
/// Core lane only, but for [#of].
public final class SaidInVisits {

    /// Of so many messages it is known.
    private static final int MOST = 20_000;

    private final RoomVisits visits;
    private final Map<MessageKey, Integer> known = new ConcurrentHashMap<>();
    private final ArrayDeque<MessageKey> oldestFirst = new ArrayDeque<>();

    SaidInVisits(RoomVisits visits) {
        this.visits = visits;
    }

    /// A message has come as it was sent, before anybody shows it.
    public void said(ChatKey room, MessageKey message, Author author) {
        visits.find(room)
                .flatMap(visit -> visit.occupant(author.nick()))
                .ifPresent(occupant -> put(message, occupant.visit()));
    }

    private void put(MessageKey message, int visit) {
        if (known.put(message, visit) == null) {
            oldestFirst.add(message);
        }
        if (oldestFirst.size() > MOST) {
            known.remove(oldestFirst.remove());
        }
    }

    /// The [Occupant#visit] in which a message was said; empty where nobody knows. Any thread.
    public OptionalInt of(MessageKey message) {
        var visit = known.get(message);
        return visit == null ? OptionalInt.empty() : OptionalInt.of(visit);
    }
}
