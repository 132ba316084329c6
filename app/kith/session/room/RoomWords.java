package kith.session.room;

import kith.model.Content;
import kith.model.Mentions;
import kith.model.Message;
import kith.xmpp.Beside;

import java.util.List;

/// What stands beside the user's words in a room: whom they address, and whether they want to know
/// who has seen them. Core lane only.
public final class RoomWords {

    private final RoomVisits visits;

    public RoomWords(RoomVisits visits) {
        this.visits = visits;
    }

    /// As it is when the message goes out: by then somebody may be called otherwise.
    public Beside beside(Message message) {
        return visits.find(message.chat())
                .map(visit -> beside(visit, message.content()))
                .orElse(Beside.NOTHING);
    }

    private static Beside beside(RoomVisit visit, Content content) {
        if (!(content instanceof Content.Text text)) {
            return new Beside(List.of(), visit.isSmall());
        }
        var body = text.body();
        int from = body.length() - text.words().length(); // what is repeated addresses nobody
        return new Beside(Mentions.addressed(visit.nicks(), body, from), visit.isSmall());
    }
}
