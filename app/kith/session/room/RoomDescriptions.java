package kith.session.room;

import kith.model.ChatKey;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.session.account.Links;
import kith.xmpp.RefusedException;
import kith.xmpp.xep.Xep0030Disco;

import java.util.HashSet;
import java.util.Set;

/// Asks rooms that we are in what they are now, after they have said that something about them has
/// changed (XEP-0045 §10.2.1). The answer comes in by [RoomEvents], as any. And whether there are
/// rooms at all that don't let us in.
///
/// One that says so all the time has one question open, and one more after that. Core lane only.
public final class RoomDescriptions {

    private final Links links;
    private final Xep0030Disco disco;
    private final Set<ChatKey> asked = new HashSet<>();
    private final Set<ChatKey> stale = new HashSet<>();

    public RoomDescriptions(Links links, Xep0030Disco disco) {
        this.links = links;
        this.disco = disco;
    }

    void ask(ChatKey room) {
        if (asked.contains(room)) {
            stale.add(room);
            return;
        }
        links.online(room.account())
                .ifPresent(
                        link -> {
                            asked.add(room);
                            disco.features(link, room.peer())
                                    .whenComplete((features, refusal) -> answered(room));
                        });
    }

    /// Asks whether there is such a room at all.
    ///
    /// @param nowhere is run where there is none
    void seek(ChatKey room, Runnable nowhere) {
        links.online(room.account())
                .ifPresent(
                        link ->
                                disco.features(link, room.peer())
                                        .whenComplete(
                                                (_, failure) ->
                                                        RefusedException.in(failure)
                                                                .map(Refusal::reason)
                                                                .filter(Reason.NOT_FOUND::equals)
                                                                .ifPresent(_ -> nowhere.run())));
    }

    private void answered(ChatKey room) {
        asked.remove(room);
        if (stale.remove(room)) {
            ask(room);
        }
    }
}
