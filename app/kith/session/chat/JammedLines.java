package kith.session.chat;

import kith.model.AccountId;
import kith.model.Message;
import kith.model.MessageKey;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// What waits for lines that take no more at the moment, in order: it must not be overtaken by what
/// is written later. Core lane only.
final class JammedLines {

    private final Map<AccountId, Deque<MessageKey>> waiting = new HashMap<>();

    /// Accounts whose line is tried again with the present batch.
    private final Set<AccountId> retried = new HashSet<>();

    /// Whether the line of an account takes no more.
    boolean has(AccountId account) {
        return waiting.containsKey(account);
    }

    /// The line of its account takes no more: it waits, behind what waits already.
    void add(Message message) {
        waiting.computeIfAbsent(message.chat().account(), _ -> new ArrayDeque<>())
                .add(message.key());
    }

    /// Something happened after which a line may take more.
    ///
    /// @return whether to [#drain] it: once for all that happens in one batch
    boolean retry(AccountId account) {
        return waiting.containsKey(account) && retried.add(account);
    }

    /// Hands out what waits, in order, until the line is jammed again.
    ///
    /// @param send calls [#add] where the line doesn't take it
    void drain(AccountId account, Consumer<MessageKey> send) {
        var rest = Optional.ofNullable(waiting.get(account)).orElseGet(ArrayDeque::new);
        forget(account);
        while (!rest.isEmpty() && !waiting.containsKey(account)) {
            send.accept(rest.remove());
        }
        if (!rest.isEmpty()) {
            Objects.requireNonNull(waiting.get(account)).addAll(rest);
        }
    }

    /// A line is a new one, or goes on: nothing is known of what it takes.
    void forget(AccountId account) {
        waiting.remove(account);
        retried.remove(account);
    }
}
