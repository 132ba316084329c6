package kith.session.chat;

import kith.model.AccountId;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the message for which a server ends the session: too large for it, or what it takes for no
/// XMPP. Without that the message would be sent again in each new session, which ends in its turn.
///
/// After such an end all that were on their way are suspected and go out one by one; the one that
/// was alone on its way when it happens again is the culprit. Core lane only.
final class Suspicion {

    private final Map<AccountId, List<String>> uncertain = new HashMap<>();
    private final Map<AccountId, Set<String>> suspects = new HashMap<>();

    /// A session is gone, and these were on their way.
    void uncertain(AccountId account, List<String> ids) {
        uncertain.put(account, List.copyOf(ids));
    }

    /// The server ended that session for what it got.
    ///
    /// @return the culprit, once it is known
    Optional<String> broken(AccountId account) {
        var lost = Optional.ofNullable(uncertain.remove(account)).orElse(List.of());
        var known = suspects(account);
        if (lost.size() == 1 && known.remove(lost.getFirst())) {
            return Optional.of(lost.getFirst());
        }
        known.addAll(lost);
        return Optional.empty();
    }

    /// Whether messages of the account go out one by one.
    boolean isOn(AccountId account) {
        return !suspects(account).isEmpty();
    }

    /// The server has it, or nobody will send it again.
    void clear(AccountId account, String id) {
        suspects(account).remove(id);
    }

    /// None but these are still to be sent.
    void keep(AccountId account, Collection<String> waiting) {
        suspects(account).retainAll(waiting);
    }

    private Set<String> suspects(AccountId account) {
        return suspects.computeIfAbsent(account, unknown -> new LinkedHashSet<>());
    }
}
