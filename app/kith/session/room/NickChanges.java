package kith.session.room;

import kith.base.Timer;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Nick;
import kith.model.Refusal;
import kith.session.account.Links;
import kith.session.room.RoomRequests.Request;
import kith.xmpp.xep.Xep0045Rooms;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Asks rooms to call us otherwise, and knows which have not answered yet (XEP-0045 §7.6). One
/// answers with the nick, with another that it gives us, or with a refusal.
///
/// Core lane only.
public final class NickChanges {

    private final Links links;
    private final Xep0045Rooms xep;
    private final RoomRequests asked;

    public NickChanges(Links links, Xep0045Rooms xep, Timer timer) {
        this.links = links;
        this.xep = xep;
        this.asked = new RoomRequests(timer);
    }

    /// Asks a room that we are in.
    ///
    /// @param nick another than we have
    /// @param outcome is completed: empty where we have another nick now; at once while offline, or
    ///   where no room has such a nick
    void ask(ChatKey room, String nick, CompletableFuture<Optional<Refusal>> outcome) {
        if (!Nick.isOne(nick)) {
            outcome.complete(Optional.of(Refusal.of(Refusal.Reason.BAD_ADDRESS)));
            return;
        }
        asked.begin(
                links.online(room.account())
                        .flatMap(link -> xep.changeNick(link, room.peer(), nick)),
                new Request(room, nick, outcome));
    }

    /// We are called otherwise in a room now, as asked or as it likes to write it. That answers one
    /// question: the one for this nick, else the first that is open.
    void changed(ChatKey room, String nick) {
        var open = asked.open(room);
        open.stream()
                .filter(request -> request.wanted().equals(nick))
                .findFirst()
                .or(() -> open.stream().findFirst())
                .ifPresent(asked::granted);
    }

    /// A presence of ours was refused, maybe one that asks.
    void refused(ChatKey room, String id, Refusal refusal) {
        asked.refused(id, room::equals, refusal);
    }

    /// We are in a room no more.
    void left(ChatKey room) {
        asked.left(room, Refusal.Reason.OFFLINE);
    }

    /// There is no session any more that an answer could come in.
    void disconnected(AccountId account) {
        asked.disconnected(account);
    }
}
