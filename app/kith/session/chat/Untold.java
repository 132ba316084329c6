package kith.session.chat;

import kith.model.AccountId;
import kith.model.ChatKey;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The chats of which their accounts may have yet to be told something. Core lane only.
final class Untold {

    private final Map<AccountId, Set<ChatKey>> chats = new HashMap<>();

    void addAll(AccountId account, Collection<ChatKey> all) {
        of(account).addAll(all);
    }

    /// One of an account's of which that is so; those before it are left out from now on.
    Optional<ChatKey> next(AccountId account, Predicate<ChatKey> isSo) {
        var all = of(account).iterator();
        while (all.hasNext()) {
            var chat = all.next();
            if (isSo.test(chat)) {
                return Optional.of(chat);
            }
            all.remove();
        }
        return Optional.empty();
    }

    void forget(AccountId account) {
        chats.remove(account);
    }

    private Set<ChatKey> of(AccountId account) {
        return chats.computeIfAbsent(account, _ -> new LinkedHashSet<>());
    }
}
