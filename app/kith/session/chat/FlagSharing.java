package kith.session.chat;

import kith.base.BatchLane;
import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Refusal.Reason;
import kith.model.SharedFlags;
import kith.session.account.Links;
import kith.store.SharedFlagStore;
import kith.xmpp.FlagPlace;
import kith.xmpp.KeptFlags;
import kith.xmpp.RefusedException;
import kith.xmpp.XmppEvent.FlagsElsewhere;
import kith.xmpp.XmppLink;
import kith.xmpp.xep.Xep0402Bookmarks;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/// Pins and mutes, the same on all devices of an account, where its server can keep them for it
/// (XEP-0402, XEP-0469, XEP-0492).
///
/// What is here otherwise than the server last had it was changed here and is yet to be told: it
/// wins over what others have chosen meanwhile, pin and mute each for itself. Else the last that
/// the server has counts, for all devices alike: in the order in which it tells them. One change
/// of an account is on its way at a time. What is refused stays here and is tried again in the next
/// session, or when it is chosen anew. An account that has lost all is told all again. Of a room
/// that has got a bookmark, what our own node has moves into that. Core lane only.
public final class FlagSharing {

    private final Flags flags;
    private final ServerFlags server;
    private final ChatList chats;
    private final Links links;
    private final Xep0402Bookmarks bookmarks;
    private final Executor afterCommit;
    private final KeptElsewhere kept = new KeptElsewhere();
    private final Untold untold = new Untold();

    /// The chats that were here when we last looked.
    private final Map<ChatKey, Chat.Kind> here = new HashMap<>();

    /// Accounts whose archive is here: by then the server knows that we want to hear of changes.
    private final Set<AccountId> caughtUp = new HashSet<>();

    /// Accounts of which it is known what the server has.
    private final Set<AccountId> ready = new HashSet<>();

    /// Accounts that are looked at once the present batch is committed.
    private final Set<AccountId> waiting = new HashSet<>();

    private final Map<AccountId, Telling> telling = new HashMap<>();

    /// What was refused in this session.
    private final Map<ChatKey, SharedFlags> refused = new HashMap<>();

    private FlagSharing(
            Flags flags,
            ServerFlags server,
            ChatList chats,
            Links links,
            Xep0402Bookmarks bookmarks,
            Executor afterCommit) {
        this.flags = flags;
        this.server = server;
        this.chats = chats;
        this.links = links;
        this.bookmarks = bookmarks;
        this.afterCommit = afterCommit;
    }

    /// Watches what is chosen here and which chats there are.
    ///
    /// @param afterCommit runs work on the core lane once the present batch is committed
    public static FlagSharing of(
            Flags flags,
            SharedFlagStore store,
            ChatList chats,
            Links links,
            Xep0402Bookmarks bookmarks,
            Executor afterCommit,
            BatchLane core) {
        var sharing =
                new FlagSharing(
                        flags, new ServerFlags(store), chats, links, bookmarks, afterCommit);
        flags.flags().watch(core, _ -> sharing.flagsChanged());
        chats.chats().watch(core, sharing::chatsChanged);
        return sharing;
    }

    /// Begins with what is in the store.
    public void load() {
        server.load();
    }

    /// The account's archive is here: asks what the server has.
    public void caughtUp(AccountId account) {
        caughtUp.add(account);
        resumed(account);
    }

    /// A session goes on after an interruption: what that cut off is done again.
    public void resumed(AccountId account) {
        links.online(account)
                .filter(_ -> caughtUp.contains(account))
                .ifPresent(link -> learn(account, link));
    }

    /// The user is back. While they were away the servers may have left out all but the last of
    /// what they had to tell (XEP-0352 §5): all is asked for again.
    public void userCameBack() {
        Set.copyOf(ready).forEach(this::resumed);
    }

    /// The session is over, or another begins.
    public void ended(AccountId account) {
        caughtUp.remove(account);
        ready.remove(account);
        telling.remove(account);
        kept.forget(account);
        untold.forget(account);
        refused.keySet().removeIf(chat -> chat.account().equals(account));
    }

    /// The account is gone, and its chats with it.
    public void forget(AccountId account) {
        ended(account);
        server.forget(account);
    }

    /// The store may have lost what it was given: it is given all again.
    public void storeLost() {
        server.storeLost();
    }

    /// The server has told what it has of a chat.
    public void elsewhere(AccountId account, FlagsElsewhere theirs) {
        kept.put(account, theirs);
        hear(List.of(new ChatKey(account, theirs.peer())));
    }

    /// The server has told that it has nothing more in a place.
    public void gone(AccountId account, FlagPlace place) {
        kept.clear(account, place);
        hear(known(account));
    }

    private void chatsChanged(List<Chat> all) {
        var arrived = new ArrayList<ChatKey>();
        for (var chat : all) {
            if (here.put(chat.key(), chat.kind()) != chat.kind()) {
                arrived.add(chat.key());
            }
        }
        if (here.size() > all.size()) {
            here.keySet().removeIf(chat -> !chats.has(chat, chats.kind(chat)));
        }
        arrived.removeIf(chat -> !links.knows(chat.account()));
        hear(arrived);
    }

    private void flagsChanged() {
        refused.entrySet().removeIf(it -> !flags.shared(it.getKey()).equals(it.getValue()));
        for (var account : Set.copyOf(ready)) {
            untold.addAll(account, known(account));
            tell(account);
        }
    }

    /// The chats of an account of which something was chosen, here or elsewhere.
    private List<ChatKey> known(AccountId account) {
        var all = new HashSet<>(flags.chosen());
        all.addAll(server.chats());
        all.removeIf(chat -> !chat.account().equals(account));
        all.addAll(kept.chats(account));
        return List.copyOf(all);
    }

    /// Takes in what is kept of these, as far as they are here and that is known.
    private void hear(List<ChatKey> changed) {
        var merged = new HashMap<ChatKey, SharedFlags>();
        for (var chat : changed) {
            if (chats.has(chat, chats.kind(chat))) {
                kept.of(chat, chats.kind(chat))
                        .ifPresent(theirs -> merged.put(chat, merged(chat, theirs)));
            }
        }
        try {
            flags.takeAll(merged);
        } finally {
            merged.keySet().forEach(untold::add);
            merged.keySet().stream().map(ChatKey::account).distinct().forEach(this::tell);
        }
    }

    private SharedFlags merged(ChatKey chat, SharedFlags theirs) {
        var own = Optional.ofNullable(telling.get(chat.account())).filter(it -> it.is(chat));
        boolean isOurs = own.filter(it -> it.arrivedAs(theirs)).isPresent();
        // what came before ours and is not in it is told again
        var merged = isOurs ? flags.shared(chat) : flags.merged(chat, server.of(chat), theirs);
        server.put(chat, theirs);
        return merged;
    }

    private void learn(AccountId account, XmppLink link) {
        if (ready.contains(account)) {
            fetch(account, link);
            return;
        }
        bookmarks
                .supported(link, links.address(account))
                .whenComplete(
                        (isSupported, failure) -> {
                            if (failure != null) {
                                reason(failure); // none here knows of it, and the next session asks
                            } else if (isSupported && caughtUp.contains(account)) {
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
                            if (failure != null) {
                                reason(failure); // as above
                            } else if (caughtUp.contains(account)) {
                                ready.add(account);
                                untold.addAll(account, known(account));
                                tell(account);
                            }
                        });
    }

    private CompletionStage<?> fetch(AccountId account, XmppLink link, FlagPlace place) {
        return bookmarks
                .all(link, place)
                .thenAccept(
                        all -> {
                            if (caughtUp.contains(account)) {
                                learned(account, all);
                            }
                        });
    }

    private void learned(AccountId account, KeptFlags all) {
        kept.learn(account, all);
        var kind = all.place() == FlagPlace.OWN ? Chat.Kind.CONTACT : Chat.Kind.ROOM;
        var concerned = known(account).stream().filter(chat -> chats.has(chat, kind)).toList();
        if (kept.isLost(account, kind)) {
            concerned.forEach(chat -> server.put(chat, SharedFlags.NONE)); // and is told it again
        }
        hear(concerned);
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
        if (ready.contains(account) && !telling.containsKey(account)) {
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
        bookmarks
                .change(link, chat.peer(), chats.kind(chat), theirs -> wanted(now, theirs))
                .thenCompose(place -> tidied(link, chat, place))
                .whenComplete((_, failure) -> told(now, failure));
    }

    /// What is to be kept of a chat, now that it is known what is.
    private SharedFlags wanted(Telling now, FlagsElsewhere theirs) {
        var chat = now.chat();
        if (telling.get(chat.account()) != now) {
            return theirs.flags().orElse(SharedFlags.NONE); // of an earlier session: as it is
        }
        elsewhere(chat.account(), theirs);
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
