package kith.session.chat;

import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Refusal.Reason;
import kith.model.SharedFlags;
import kith.session.account.Links;
import kith.session.account.Turns;
import kith.xmpp.FlagPlace;
import kith.xmpp.RefusedException;
import kith.xmpp.XmppEvent.FlagsElsewhere;
import kith.xmpp.XmppLink;
import kith.xmpp.xep.Xep0402Bookmarks;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/// Tells the servers what is here otherwise than they last had it: one change of an account at a
/// time. What is refused is tried again in the next session, or when it is chosen anew. Of a room
/// that has got a bookmark, what our own node has moves into that. Core lane only.
final class FlagTelling {

    private final Flags flags;
    private final ServerFlags server;
    private final KeptElsewhere kept;
    private final ChatList chats;
    private final Links links;
    private final Xep0402Bookmarks bookmarks;
    private final Turns turns;
    private final Owner owner;
    private final Executor afterCommit;
    private final Untold untold = new Untold();

    /// Accounts that are looked at once the present batch is committed.
    private final Set<AccountId> waiting = new HashSet<>();

    private final Map<AccountId, Telling> telling = new HashMap<>();

    /// What was refused in this session.
    private final Map<ChatKey, SharedFlags> refused = new HashMap<>();

    /// Whoever knows what the servers have.
    interface Owner {

        /// Whether that is known of an account; else it isn't told anything.
        boolean isReady(AccountId account);

        /// An account has this of a chat now.
        void elsewhere(AccountId account, FlagsElsewhere theirs);
    }

    /// @param turns of all that change bookmarks
    /// @param afterCommit runs work on the core lane once the present batch is committed
    FlagTelling(
            Flags flags,
            ServerFlags server,
            KeptElsewhere kept,
            ChatList chats,
            Links links,
            Xep0402Bookmarks bookmarks,
            Turns turns,
            Owner owner,
            Executor afterCommit) {
        this.flags = flags;
        this.server = server;
        this.kept = kept;
        this.chats = chats;
        this.links = links;
        this.bookmarks = bookmarks;
        this.turns = turns;
        this.owner = owner;
        this.afterCommit = afterCommit;
    }

    /// What was refused and is chosen otherwise now may be told again.
    void flagsChanged() {
        refused.entrySet().removeIf(it -> !flags.shared(it.getKey()).equals(it.getValue()));
    }

    /// Looks at these chats of an account, and tells what is to be told.
    void look(AccountId account, Collection<ChatKey> changed) {
        untold.addAll(account, changed);
        tell(account);
    }

    /// The server has told something of a chat.
    ///
    /// @return whether that was ours
    boolean arrivedAs(ChatKey chat, SharedFlags theirs) {
        return Optional.ofNullable(telling.get(chat.account()))
                .filter(it -> it.is(chat) && it.arrivedAs(theirs))
                .isPresent();
    }

    /// The session is over, or another begins.
    void end(AccountId account) {
        telling.remove(account);
        untold.forget(account);
        refused.keySet().removeIf(chat -> chat.account().equals(account));
    }

    private void tell(AccountId account) {
        if (waiting.add(account)) {
            afterCommit.execute(
                    () -> {
                        waiting.remove(account);
                        tellNext(account);
                    });
        }
    }

    private void tellNext(AccountId account) {
        if (owner.isReady(account) && !telling.containsKey(account)) {
            links.online(account)
                    .ifPresent(
                            link ->
                                    untold.next(account, this::isUntold)
                                            .ifPresent(chat -> tell(link, chat)));
        }
    }

    private boolean isUntold(ChatKey chat) {
        var now = flags.shared(chat);
        return chats.has(chat, chats.kind(chat))
                && !now.equals(refused.get(chat))
                && (!now.equals(server.of(chat)) || isTwice(chat));
    }

    private boolean isTwice(ChatKey chat) {
        return chats.has(chat, Chat.Kind.ROOM) && kept.isTwice(chat);
    }

    private void tell(XmppLink link, ChatKey chat) {
        var now = new Telling(chat, flags.shared(chat));
        telling.put(chat.account(), now);
        turns.next(chat.account(), () -> change(link, now))
                .whenComplete((_, failure) -> told(now, failure));
    }

    private CompletionStage<FlagPlace> change(XmppLink link, Telling now) {
        var chat = now.chat();
        return bookmarks
                .change(link, chat.peer(), chats.kind(chat), theirs -> wanted(now, theirs))
                .thenCompose(place -> tidied(link, chat, place));
    }

    /// What is to be kept of a chat, now that it is known what is.
    private SharedFlags wanted(Telling now, FlagsElsewhere theirs) {
        var chat = now.chat();
        if (telling.get(chat.account()) != now) {
            return theirs.flags().orElse(SharedFlags.NONE); // of an earlier session: as it is
        }
        owner.elsewhere(chat.account(), theirs);
        return now.send(flags.shared(chat));
    }

    /// What is in a room's bookmark needn't be in our own node as well.
    private CompletionStage<FlagPlace> tidied(XmppLink link, ChatKey chat, FlagPlace place) {
        return place == FlagPlace.BOOKMARK && isTwice(chat)
                ? bookmarks.takeOut(link, chat.peer())
                : CompletableFuture.completedStage(place);
    }

    private void told(Telling done, @Nullable Throwable failure) {
        var chat = done.chat();
        if (!telling.remove(chat.account(), done)) {
            return; // of an earlier session
        }
        if (failure == null) {
            refused.remove(chat);
            done.unheard().ifPresent(sent -> server.put(chat, sent));
            tell(chat.account());
            return;
        }
        refused.put(chat, done.wanted());
        if (reason(failure) == Reason.OFFLINE) {
            refused.remove(chat); // and is told when the session goes on, or in the next
        } else {
            tell(chat.account());
        }
    }

    /// Why we were refused; what failed otherwise is a bug, which the guard hears of.
    private static Reason reason(Throwable failure) {
        return RefusedException.in(failure)
                .orElseThrow(() -> new CompletionException(failure))
                .reason();
    }
}
