package kith.session.room;

import kith.model.ChatKey;
import kith.model.Refusal;
import kith.model.RoomState;
import kith.session.account.Links;
import kith.xmpp.Bookmark;

import org.jxmpp.jid.BareJid;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Enters rooms and leaves them as the user has done on another device (XEP-0402 §4). Core lane
/// only.
final class BookmarkEntries {

    private final RoomVisits visits;
    private final RoomEntrance entrance;
    private final RoomService rooms;
    private final NickChanges nicks;
    private final Links links;

    BookmarkEntries(
            RoomVisits visits,
            RoomEntrance entrance,
            RoomService rooms,
            NickChanges nicks,
            Links links) {
        this.visits = visits;
        this.entrance = entrance;
        this.rooms = rooms;
        this.nicks = nicks;
        this.links = links;
    }

    /// The user is in a room elsewhere: enters it, when it is its turn.
    void enter(ChatKey room, Bookmark bookmark) {
        if (!isRoom(room)) {
            return;
        }
        var visit = visits.visit(room);
        if (visit.isWanted()) {
            return;
        }
        visit.wasInElsewhere(); // where it is full or can't be reached now, it is asked again
        visit.ask(nick(visit, bookmark), bookmark.password());
        visits.store(visit);
        entrance.enterInTurn(visit);
    }

    /// The user has left a room elsewhere.
    void leave(ChatKey room) {
        visits.find(room)
                .filter(visit -> !(visit.room().state() instanceof RoomState.Left))
                .ifPresent(rooms::goOut);
    }

    /// The user is called otherwise in a room elsewhere. Where the room won't have it we stay who
    /// we are.
    void rename(ChatKey room, String nick) {
        if (visits.isJoined(room) && visits.nick(room).filter(nick::equals).isEmpty()) {
            nicks.ask(room, nick, new CompletableFuture<Optional<Refusal>>());
        }
    }

    /// A room wants a password, and the user has kept one elsewhere: tries that once.
    void tryPassword(ChatKey room, String password) {
        visits.find(room)
                .filter(BookmarkEntries::isShutOut)
                .filter(visit -> !visit.password().equals(Optional.of(password)))
                .ifPresent(
                        visit -> {
                            visit.ask(visit.room().nick(), Optional.of(password));
                            visits.store(visit);
                            entrance.enterInTurn(visit);
                        });
    }

    static boolean isShutOut(RoomVisit visit) {
        return visit.room().state() instanceof RoomState.Refused(Refusal refusal)
                && refusal.reason() == Refusal.Reason.PASSWORD_NEEDED;
    }

    /// Nobody is asked to let us in that can't be a room.
    private boolean isRoom(ChatKey room) {
        BareJid self = links.address(room.account());
        return room.peer().isEntityBareJid() && !room.peer().equals(self);
    }

    private String nick(RoomVisit visit, Bookmark bookmark) {
        var known = Optional.of(visit.room().nick()).filter(it -> !it.isEmpty());
        return bookmark.nick()
                .or(() -> known)
                .orElseGet(() -> links.address(visit.key().account()).getLocalpart().toString());
    }
}
