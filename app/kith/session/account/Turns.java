package kith.session.account;

import kith.model.AccountId;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/// Lets changes of one thing that an account keeps come one after the other: each reads what is
/// there and writes it anew, and two at once would undo each other's. Core lane only.
public final class Turns {

    private final Map<AccountId, CompletionStage<Boolean>> last = new HashMap<>();

    /// Begins the work once all is done, or has failed, that came before it; at once where nothing
    /// did.
    public <T> CompletionStage<T> next(AccountId account, Supplier<CompletionStage<T>> work) {
        var before = last.getOrDefault(account, CompletableFuture.completedStage(true));
        var mine = before.thenCompose(_ -> work.get());
        last.put(account, mine.handle((_, _) -> true));
        return mine;
    }

    /// The account is gone.
    public void forget(AccountId account) {
        last.remove(account);
    }
}
