package kith.session.chat;

import kith.model.AccountId;
import kith.model.Chat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What has been sent in the sessions of the accounts, and which of it their servers haven't
/// acknowledged. Core lane only.
final class OnWire {

    /// What this session has sent or, resumed, will send again by itself, and who confirms it.
    private final Map<AccountId, Map<String, Chat.Kind>> sent = new HashMap<>();

    /// Of these, what the server hasn't acknowledged.
    private final Map<AccountId, Set<String>> inFlight = new HashMap<>();

    /// The session is over: nothing is on its way any more.
    void end(AccountId account) {
        sent.remove(account);
        inFlight.remove(account);
    }

    /// @param by a room where it is there only once the room sends it back to us
    void put(AccountId account, String id, Chat.Kind by) {
        sent(account).put(id, by);
        inFlight(account).add(id);
    }

    boolean has(AccountId account, String id) {
        return sent(account).containsKey(id);
    }

    /// The server has it.
    ///
    /// @return whether that is the last word on it: a room has the last word on what is for it, and
    ///   may have refused it before; then it waits again
    boolean acknowledged(AccountId account, String id) {
        inFlight(account).remove(id);
        return sent(account).remove(id, Chat.Kind.CONTACT);
    }

    /// It is not on its way: somebody has answered, or it is to be sent again.
    void remove(AccountId account, String id) {
        inFlight(account).remove(id);
        sent(account).remove(id);
    }

    /// Those of some messages that the server hasn't acknowledged.
    List<String> unacknowledged(AccountId account, List<String> ids) {
        return ids.stream().filter(inFlight(account)::contains).toList();
    }

    /// How many the server hasn't acknowledged.
    int unacknowledged(AccountId account) {
        return inFlight(account).size();
    }

    private Map<String, Chat.Kind> sent(AccountId account) {
        return sent.computeIfAbsent(account, _ -> new HashMap<>());
    }

    private Set<String> inFlight(AccountId account) {
        return inFlight.computeIfAbsent(account, _ -> new HashSet<>());
    }
}
