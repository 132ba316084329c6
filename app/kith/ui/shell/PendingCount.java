package kith.ui.shell;

import kith.model.AccountId;
import kith.model.Delivery;
import kith.model.Message;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How many messages of the user's nobody has.
///
/// @param waiting how many of each account go out by themselves; immutable
/// @param failed how many were refused
record PendingCount(Map<AccountId, Integer> waiting, int failed) {

    /// Of all that nobody has.
    static PendingCount of(List<Message> pending) {
        var waiting = new HashMap<AccountId, Integer>();
        int failed = 0;
        for (var message : pending) {
            if (message.delivery() instanceof Delivery.Failed) {
                failed++;
            } else {
                waiting.merge(message.chat().account(), 1, Integer::sum);
            }
        }
        return new PendingCount(Map.copyOf(waiting), failed);
    }

    boolean isNone() {
        return waiting.isEmpty() && failed == 0;
    }

    /// How many go out by themselves, of all accounts.
    int allWaiting() {
        return waiting.values().stream().mapToInt(each -> each).sum();
    }

    int waiting(AccountId account) {
        return waiting.getOrDefault(account, 0);
    }
}
