package kith.session.room;

import kith.model.ChatKey;
import kith.model.Presence;
import kith.session.account.Links;
import kith.xmpp.xep.Xep0045Presence;

import java.util.function.Supplier;

/// Tells the rooms that we are in how reachable the user is: what a server passes on to contacts
/// it passes on to no room (XEP-0045 §7.7). Core lane only.
public final class RoomPresence {

    private final RoomVisits visits;
    private final Links links;
    private final Supplier<Presence> own;

    /// @param own how reachable the user says to be
    public RoomPresence(RoomVisits visits, Links links, Supplier<Presence> own) {
        this.visits = visits;
        this.links = links;
        this.own = own;
    }

    /// We are in a room, or called otherwise there: what asked for that said nothing else.
    public void entered(ChatKey room) {
        if (!own.get().equals(Presence.AVAILABLE)) {
            tell(room, own.get());
        }
    }

    /// The user says to be reachable otherwise.
    public void changed(Presence now) {
        visits.rooms().get().forEach(room -> tell(room.key(), now));
    }

    private void tell(ChatKey room, Presence now) {
        if (visits.isJoined(room)) {
            visits.nick(room)
                    .ifPresent(
                            nick ->
                                    links.online(room.account())
                                            .ifPresent(
                                                    link ->
                                                            Xep0045Presence.send(
                                                                    link, room.peer(), nick, now)));
        }
    }
}
