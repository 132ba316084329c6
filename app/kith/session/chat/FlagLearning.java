package kith.session.chat;

import kith.model.AccountId;
import kith.session.account.Links;
import kith.xmpp.FlagPlace;
import kith.xmpp.KeptFlags;
import kith.xmpp.RefusedException;
import kith.xmpp.XmppLink;
import kith.xmpp.xep.Xep0402Bookmarks;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/// Asks the servers what they have of pins and mutes, each once its account's archive is here: by
/// then it knows that we want to hear of changes. Where it doesn't say, the next session asks.
/// Core lane only.
final class FlagLearning {

    private final Links links;
    private final Xep0402Bookmarks bookmarks;
    private final Learner learner;

    /// Accounts whose archive is here.
    private final Set<AccountId> caughtUp = new HashSet<>();

    /// Accounts of which it is known what the server has.
    private final Set<AccountId> ready = new HashSet<>();

    /// Whoever wants to know.
    interface Learner {

        /// An account has this in one of the places.
        void learned(AccountId account, KeptFlags all);

        /// It is known what an account has in all of them.
        void learnedAll(AccountId account);
    }

    FlagLearning(Links links, Xep0402Bookmarks bookmarks, Learner learner) {
        this.links = links;
        this.bookmarks = bookmarks;
        this.learner = learner;
    }

    void caughtUp(AccountId account) {
        caughtUp.add(account);
        ask(account);
    }

    /// Nothing before the account's archive is here, nor while it is away.
    void ask(AccountId account) {
        links.online(account)
                .filter(_ -> caughtUp.contains(account))
                .ifPresent(link -> ask(account, link));
    }

    boolean isReady(AccountId account) {
        return ready.contains(account);
    }

    Set<AccountId> ready() {
        return Set.copyOf(ready);
    }

    void end(AccountId account) {
        caughtUp.remove(account);
        ready.remove(account);
    }

    private void ask(AccountId account, XmppLink link) {
        if (ready.contains(account)) {
            fetch(account, link);
            return;
        }
        bookmarks
                .supported(link, links.address(account))
                .whenComplete(
                        (isSupported, failure) -> {
                            if (isAnswered(failure) && isSupported && caughtUp.contains(account)) {
                                fetch(account, link);
                            }
                        });
    }

    /// One after the other, each taken in at once: an event that comes between them is newer than
    /// the first.
    private void fetch(AccountId account, XmppLink link) {
        fetch(account, link, FlagPlace.OWN)
                .thenCompose(_ -> fetch(account, link, FlagPlace.BOOKMARK))
                .whenComplete(
                        (_, failure) -> {
                            if (isAnswered(failure) && caughtUp.contains(account)) {
                                ready.add(account);
                                learner.learnedAll(account);
                            }
                        });
    }

    private CompletionStage<?> fetch(AccountId account, XmppLink link, FlagPlace place) {
        return bookmarks
                .all(link, place)
                .thenAccept(
                        all -> {
                            if (caughtUp.contains(account)) {
                                learner.learned(account, all);
                            }
                        });
    }

    /// What failed otherwise than by a refusal is a bug, which the guard hears of.
    private static boolean isAnswered(@Nullable Throwable failure) {
        if (failure != null && RefusedException.in(failure).isEmpty()) {
            throw new CompletionException(failure);
        }
        return failure == null;
    }
}
