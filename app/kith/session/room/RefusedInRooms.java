package kith.session.room;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Refusal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Messages of ours that a room refused which we believed to be in: it may have lost us without a
/// word, and answers those who aren't in it so (XEP-0045 §7.4), or is no more, or can't be reached;
/// or it has put us out by nobody's wish while they were on their way. Nobody has got them. Whether
/// we are in is asked at once; until that is known, nothing goes out to that room, and they wait in
/// their place as if they had never been sent.
///
/// What a room refuses that has us after all, or refuses again, it refuses for what it is: that
/// stands. What only didn't reach it goes out once more. A room can refuse by any id: of those that
/// no message to it has, nothing is remembered. Core lane only.
public final class RefusedInRooms {

    private final RoomVisits visits;
    private final RoomEntrance entrance;
    private final Map<ChatKey, Map<String, Refusal>> waiting = new HashMap<>();
    private Wait wait = (_, _, _) -> true;
    private Fail fail = (_, _, _) -> {};
    private Consumer<ChatKey> goOn = _ -> {};

    /// Those that were sent again once.
    private final Map<ChatKey, Set<String>> sentAgain = new HashMap<>();

    /// Makes a message wait that was sent.
    public interface Wait {

        /// Has it wait, unless it is private: that never goes out again by itself; or was not
        /// written to the room that refuses it.
        ///
        /// @return whether it waits
        boolean waitAgain(ChatKey room, String id, Refusal refusal);
    }

    /// Takes in that a message was refused.
    public interface Fail {

        void refused(AccountId account, String id, Refusal refusal);
    }

    public RefusedInRooms(RoomVisits visits, RoomEntrance entrance) {
        this.visits = visits;
        this.entrance = entrance;
        entrance.onStillIn(this::stillIn);
    }

    /// Says who sends messages.
    ///
    /// @param newFail is told of those that stay refused
    /// @param newGoOn sends what waits for a room
    public void onMessages(Wait newWait, Fail newFail, Consumer<ChatKey> newGoOn) {
        wait = newWait;
        fail = newFail;
        goOn = newGoOn;
    }

    /// Whether a room takes messages, as far as is known: we are in it, and don't doubt it.
    public boolean isOpen(ChatKey room) {
        return visits.isJoined(room) && !waiting.containsKey(room);
    }

    /// A message was refused, by a room or anybody else.
    public void refused(ChatKey peer, String id, Refusal refusal) {
        boolean isDoubtful = visits.isWanted(peer) || waiting.containsKey(peer);
        boolean isNew = !sentAgain.getOrDefault(peer, Set.of()).contains(id);
        if (isDoubtful && saysWeAreOut(refusal.reason()) && isNew) {
            if (wait.waitAgain(peer, id, refusal)) {
                waiting.computeIfAbsent(peer, _ -> new LinkedHashMap<>()).put(id, refusal);
            }
            entrance.doubt(peer);
        } else {
            fail.refused(peer.account(), id, refusal);
        }
    }

    private void addSentAgain(ChatKey room, Collection<String> ids) {
        sentAgain.computeIfAbsent(room, _ -> new HashSet<>()).addAll(ids);
    }

    private static boolean saysWeAreOut(Refusal.Reason reason) {
        return switch (reason) {
            case NOT_ACCEPTABLE, NOT_FOUND, SERVER_NOT_REACHED, UNAVAILABLE -> true;
            case FORBIDDEN,
                    PASSWORD_NEEDED,
                    MEMBERS_ONLY,
                    NICK_TAKEN,
                    NOT_ALLOWED,
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

    /// The room has let us in: what waits for it may go out.
    public void joined(ChatKey room) {
        var sent = waiting.remove(room);
        if (sent != null) {
            addSentAgain(room, sent.keySet());
        }
    }

    /// The account is gone.
    public void forget(AccountId account) {
        waiting.keySet().removeIf(room -> room.account().equals(account));
        sentAgain.keySet().removeIf(room -> room.account().equals(account));
    }

    private void stillIn(ChatKey room) {
        var refused = waiting.remove(room);
        if (refused != null) {
            refused.forEach((id, refusal) -> stillIn(room, id, refusal));
            goOn.accept(room);
        }
    }

    private void stillIn(ChatKey room, String id, Refusal refusal) {
        if (refusal.reason() == Refusal.Reason.SERVER_NOT_REACHED
                || refusal.reason() == Refusal.Reason.UNAVAILABLE) {
            addSentAgain(room, List.of(id));
        } else {
            fail.refused(room.account(), id, refusal);
        }
    }
}
