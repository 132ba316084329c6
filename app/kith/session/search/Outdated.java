package kith.session.search;

import kith.model.AccountId;
import kith.model.Message;
import kith.model.MessageKey;
import kith.store.search.SearchIndex;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What the index still has otherwise than the store: messages that have changed or are gone, and
/// accounts that are.
final class Outdated {

    /// Of more, it is no longer noted which they are.
    private static final int MOST = 10_000;

    private final Set<MessageKey> messages = new LinkedHashSet<>();
    private final Set<AccountId> accounts = new LinkedHashSet<>();
    private boolean isTooMany;

    void add(MessageKey message) {
        if (messages.size() == MOST) {
            messages.clear();
            isTooMany = true;
        }
        if (!isTooMany) {
            messages.add(message);
        }
    }

    void add(AccountId account) {
        accounts.add(account);
    }

    boolean isEmpty() {
        return messages.isEmpty() && accounts.isEmpty() && !isTooMany;
    }

    /// Whether any message may be outdated.
    boolean isTooMany() {
        return isTooMany;
    }

    void clearMessages() {
        messages.clear();
        isTooMany = false;
    }

    /// Some of it.
    Batch first(int limit) {
        return new Batch(messages.stream().limit(limit).toList(), List.copyOf(accounts));
    }

    void remove(Batch batch) {
        batch.messages().forEach(messages::remove);
        batch.accounts().forEach(accounts::remove);
    }

    void add(Batch batch) {
        batch.messages().forEach(this::add);
        accounts.addAll(batch.accounts());
    }

    /// Some that are to be brought up to date.
    record Batch(List<MessageKey> messages, List<AccountId> accounts) {

        /// On io.
        ///
        /// @param now those of the messages that there still are
        void write(SearchIndex index, List<Message> now) throws IOException {
            var gone = new ArrayList<>(messages);
            now.forEach(message -> gone.remove(message.key()));
            index.put(now);
            index.remove(gone);
            for (var account : accounts) {
                index.remove(account);
            }
        }
    }
}
