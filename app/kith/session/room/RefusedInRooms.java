package kith.session.room;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Refusal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/// Messages of ours that a room refused which we believed to be in: it may have lost us without a
/// word, and answers those who aren't in it so (XEP-0045 §7.4). Nobody has got them. Whether we are
/// in is asked at once; until that is known, and where we are let in again, they wait as if they
/// had never been sent, in their place.
///
/// A room that has us after all, or refuses one again, refuses it for what it is: that stands. Core
/// lane only.
public final class RefusedInRooms {

    private final RoomVisits visits;
    private final RoomEntrance entrance;
    private final BiConsumer<AccountId, String> wait;
    private final Fail fail;
    private final Map<ChatKey, Map<String, Refusal>> waiting = new HashMap<>();

    /// Those that were sent again once.
    private final Set<String> sentAgain = new HashSet<>();

    /// Takes in that a message was refused.
    public interface Fail {

        void refused(AccountId account, String id, Refusal refusal);
    }

    /// @param wait makes a message wait that was sent; it goes out once we are in
    public RefusedInRooms(
            RoomVisits visits,
            RoomEntrance entrance,
            BiConsumer<AccountId, String> wait,
            Fail fail) {
        this.visits = visits;
        this.entrance = entrance;
        this.wait = wait;
        this.fail = fail;
        entrance.onStillIn(this::stillIn);
    }

    /// A message was refused, by a room or anybody else.
    public void refused(ChatKey peer, String id, Refusal refusal) {
        boolean isDoubtful = visits.isJoined(peer) || waiting.containsKey(peer);
        if (isDoubtful && saysWeAreOut(refusal.reason()) && !sentAgain.contains(id)) {
            waiting.computeIfAbsent(peer, _ -> new LinkedHashMap<>()).put(id, refusal);
            wait.accept(peer.account(), id);
            entrance.doubt(peer);
        } else {
            fail.refused(peer.account(), id, refusal);
        }
    }

    private static boolean saysWeAreOut(Refusal.Reason reason) {
        return switch (reason) {
            case NOT_ACCEPTABLE, SERVER_NOT_REACHED -> true;
            case FORBIDDEN,
                    PASSWORD_NEEDED,
                    MEMBERS_ONLY,
                    NICK_TAKEN,
                    NOT_ALLOWED,
                    NOT_FOUND,
                    UNAVAILABLE,
                    LIMIT,
                    TIMED_OUT,
                    OFFLINE,
                    BAD_ADDRESS,
                    NOT_SUPPORTED,
                    UNSAFE,
                    FILE_GONE,
                    OTHER ->
                    false;
        };
    }

    /// The room has let us in: what waits for it goes out.
    public void joined(ChatKey room) {
        var sent = waiting.remove(room);
        if (sent != null) {
            sentAgain.addAll(sent.keySet());
        }
    }

    private void stillIn(ChatKey room) {
        var refused = waiting.remove(room);
        if (refused != null) {
            refused.forEach((id, refusal) -> fail.refused(room.account(), id, refusal));
        }
    }
}
