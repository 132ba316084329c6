package kith.session.room;

import kith.model.AccountId;
import kith.session.account.Links;
import kith.xmpp.BookmarkShelf;
import kith.xmpp.BookmarkSupport;
import kith.xmpp.KeptBookmarks;
import kith.xmpp.RefusedException;
import kith.xmpp.XmppLink;
import kith.xmpp.xep.XmppExtensions;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;

/// Asks the accounts for their bookmarks, each once its archive is here: by then it knows that we
/// want to hear of changes. Where it doesn't say, the next session asks. Core lane only.
final class BookmarkLearning {

    private final Links links;
    private final XmppExtensions extensions;
    private final Learner learner;
    private final Set<AccountId> caughtUp = new HashSet<>();

    /// Where the accounts keep bookmarks whose bookmarks are known.
    private final Map<AccountId, BookmarkShelf> shelves = new HashMap<>();

    /// Whoever wants to know.
    interface Learner {

        /// An account has these.
        void learned(AccountId account, KeptBookmarks all);

        /// They are all taken in.
        ///
        /// @param support whether it has others beside them
        void learnedAll(XmppLink link, BookmarkSupport support);
    }

    BookmarkLearning(Links links, XmppExtensions extensions, Learner learner) {
        this.links = links;
        this.extensions = extensions;
        this.learner = learner;
    }

    void caughtUp(AccountId account) {
        caughtUp.add(account);
        ask(account);
    }

    /// Nothing before the account's archive is here, nor while it is away.
    void ask(AccountId account) {
        links.online(account).filter(_ -> caughtUp.contains(account)).ifPresent(this::ask);
    }

    /// Where an account keeps them, once they are known.
    Optional<BookmarkShelf> shelf(AccountId account) {
        return Optional.ofNullable(shelves.get(account));
    }

    Set<AccountId> ready() {
        return Set.copyOf(shelves.keySet());
    }

    void end(AccountId account) {
        caughtUp.remove(account);
        shelves.remove(account);
    }

    private void ask(XmppLink link) {
        var account = link.account();
        extensions
                .xep0402Rooms()
                .support(link, links.address(account))
                .whenComplete(
                        (support, failure) -> {
                            if (isAnswered(support, failure)) {
                                fetch(link, support);
                            }
                        });
    }

    private void fetch(XmppLink link, BookmarkSupport support) {
        var account = link.account();
        var shelf = support.isNative() ? extensions.xep0402Rooms() : extensions.xep0048Bookmarks();
        shelf.all(link)
                .whenComplete(
                        (all, failure) -> {
                            if (isAnswered(all, failure) && caughtUp.contains(account)) {
                                shelves.put(account, shelf);
                                learner.learned(account, all);
                                learner.learnedAll(link, support);
                            }
                        });
    }

    /// What failed otherwise than by a refusal is a bug, which the guard hears of.
    private static boolean isAnswered(@Nullable Object answer, @Nullable Throwable failure) {
        if (failure != null && RefusedException.in(failure).isEmpty()) {
            throw new CompletionException(failure);
        }
        return answer != null;
    }
}
