package kith.session.room;

import kith.base.Timer;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Refusal;
import kith.session.account.Links;
import kith.session.room.RoomRequests.Request;
import kith.xmpp.xep.Xep0045Rooms;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Asks rooms for other subjects, and knows which they have not answered yet. One answers with the
/// new subject or with a refusal. It may make other words of it, too: then time ends the question.
///
/// Core lane only.
public final class SubjectChanges {

    private final Links links;
    private final Xep0045Rooms xep;
    private final RoomRequests asked;

    public SubjectChanges(Links links, Xep0045Rooms xep, Timer timer) {
        this.links = links;
        this.xep = xep;
        this.asked = new RoomRequests(timer);
    }

    /// Asks a room.
    ///
    /// @param outcome is completed: empty where the room has the subject now; at once while offline
    void ask(ChatKey room, String subject, CompletableFuture<Optional<Refusal>> outcome) {
        asked.begin(
                links.online(room.account())
                        .flatMap(link -> xep.changeSubject(link, room.peer(), subject)),
                new Request(room, subject, outcome));
    }

    /// A room has this subject now, whoever asked for it.
    void changed(ChatKey room, String subject) {
        asked.open(room).stream()
                .filter(request -> request.wanted().equals(subject))
                .forEach(asked::granted);
    }

    /// A message was refused, maybe one that asks.
    void refused(AccountId account, String id, Refusal refusal) {
        asked.refused(id, room -> room.account().equals(account), refusal);
    }

    /// We are in a room no more.
    void left(ChatKey room) {
        asked.left(room, Refusal.Reason.NOT_ACCEPTABLE);
    }

    /// There is no session any more that an answer could come in.
    void disconnected(AccountId account) {
        asked.disconnected(account);
    }
}
