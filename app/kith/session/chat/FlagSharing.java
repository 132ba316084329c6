package kith.session.chat;

import kith.base.BatchLane;
import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Refusal.Reason;
import kith.model.SharedFlags;
import kith.session.account.Links;
import kith.store.SharedFlagStore;
import kith.xmpp.RefusedException;
import kith.xmpp.XmppEvent.FlagsElsewhere;
import kith.xmpp.XmppLink;
import kith.xmpp.xep.Xep0402Bookmarks;
import kith.xmpp.xep.Xep0402Bookmarks.NewBookmark;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Stream;

/// Pins and mutes, the same on all devices of an account, where its server can keep them for it
/// (XEP-0402, XEP-0469, XEP-0492).
///
/// What is here otherwise than the server last had it was changed here and is yet to be told: it
/// wins over what others have chosen meanwhile, pin and mute each for itself. Else the last that
/// the server has counts, for all devices alike: in the order in which it tells them. One change
/// of an account is on its way at a time. What is refused stays here and is tried again in the next
/// session. An account that has lost all is told all again. Core lane only.
public final class FlagSharing {

    private final Flags flags;
    private final ServerFlags server;
    private final ChatsToCome toCome;
    private final ChatList chats;
    private final Links links;
    private final Xep0402Bookmarks bookmarks;
    private final Function<ChatKey, NewBookmark> ownRooms;
    private final Executor afterCommit;

    /// Accounts whose archive is here: by then the server knows that we want to hear of changes.
    private final Set<AccountId> caughtUp = new HashSet<>();

    /// Accounts of which it is known what the server has.
    private final Set<AccountId> ready = new HashSet<>();

    private final Map<AccountId, Telling> telling = new HashMap<>();

    /// What was refused in this session.
    private final Map<ChatKey, SharedFlags> refused = new HashMap<>();

    private FlagSharing(
            Flags flags,
            ServerFlags server,
            ChatsToCome toCome,
            ChatList chats,
            Links links,
            Xep0402Bookmarks bookmarks,
            Function<ChatKey, NewBookmark> ownRooms,
            Executor afterCommit) {
        this.flags = flags;
        this.server = server;
        this.toCome = toCome;
        this.chats = chats;
        this.links = links;
        this.bookmarks = bookmarks;
        this.ownRooms = ownRooms;
        this.afterCommit = afterCommit;
    }

    /// Watches what is chosen here and which chats there are.
    ///
    /// @param ownRooms how the user is in a room
    /// @param afterCommit runs work on the core lane once the present batch is committed
    public static FlagSharing of(
            Flags flags,
            SharedFlagStore store,
            ChatList chats,
            Links links,
            Xep0402Bookmarks bookmarks,
            Function<ChatKey, NewBookmark> ownRooms,
            Executor afterCommit,
            BatchLane core) {
        var sharing =
                new FlagSharing(
                        flags,
                        new ServerFlags(store),
                        new ChatsToCome(chats),
                        chats,
                        links,
                        bookmarks,
                        ownRooms,
                        afterCommit);
        flags.flags().watch(core, _ -> sharing.flagsChanged());
        chats.chats().watch(core, all -> sharing.chatsCame(all.size()));
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
        if (ready.contains(account)) {
            tell(account);
        } else if (caughtUp.contains(account)) {
            links.online(account).ifPresent(link -> learn(account, link));
        }
    }

    /// The session is over, or another begins.
    public void ended(AccountId account) {
        caughtUp.remove(account);
        ready.remove(account);
        telling.remove(account);
        refused.keySet().removeIf(chat -> chat.account().equals(account));
    }

    /// The account is gone, and its chats with it.
    public void forget(AccountId account) {
        ended(account);
        server.forget(account);
        toCome.forget(account);
    }

    /// The store may have lost what it was given: it is given all again.
    public void storeLost() {
        server.storeLost();
    }

    /// The server has told what it has of a chat.
    public void elsewhere(AccountId account, FlagsElsewhere theirs) {
        var chat = new ChatKey(account, theirs.peer());
        if (chats.has(chat, theirs.kind())) {
            heard(chat, theirs.flags());
        } else {
            toCome.put(account, theirs);
        }
    }

    private void chatsCame(int count) {
        toCome.arrived(count).forEach(chat -> heard(chat, toCome.take(chat)));
    }

    private void flagsChanged() {
        refused.entrySet().removeIf(it -> !flags.shared(it.getKey()).equals(it.getValue()));
        Set.copyOf(ready).forEach(this::tell);
    }

    private void heard(ChatKey chat, SharedFlags theirs) {
        var own = Optional.ofNullable(telling.get(chat.account())).filter(it -> it.is(chat));
        if (own.filter(it -> it.arrivedAs(theirs)).isPresent()) {
            server.put(chat, theirs); // what came before it and is not in it is told again
            tell(chat.account());
            return;
        }
        var merged = flags.merged(chat, server.of(chat), theirs);
        server.put(chat, theirs);
        flags.take(chat, merged);
        tell(chat.account());
    }

    private void learn(AccountId account, XmppLink link) {
        bookmarks
                .supported(link, links.address(account))
                .whenComplete(
                        (isSupported, failure) -> {
                            if (failure != null) {
                                reason(failure); // none here knows of it, and the next session asks
                            } else if (isSupported) {
                                fetch(account, link);
                            }
                        });
    }

    private void fetch(AccountId account, XmppLink link) {
        bookmarks
                .all(link, Chat.Kind.ROOM)
                .thenCombine(bookmarks.all(link, Chat.Kind.CONTACT), List::of)
                .whenComplete(
                        (both, failure) -> {
                            if (failure != null) {
                                reason(failure); // as above
                            } else {
                                learned(account, Chat.Kind.ROOM, both.getFirst());
                                learned(account, Chat.Kind.CONTACT, both.getLast());
                                ready.add(account);
                                tell(account);
                            }
                        });
    }

    private void learned(
            AccountId account, Chat.Kind kind, Optional<List<FlagsElsewhere>> all) {
        var known =
                server.chats().stream()
                        .filter(chat -> chat.account().equals(account) && chats.has(chat, kind))
                        .toList();
        if (all.isEmpty()) {
            known.forEach(chat -> server.put(chat, SharedFlags.NONE)); // and is told it again
            return;
        }
        var theirs = new HashMap<ChatKey, FlagsElsewhere>();
        all.get().forEach(each -> theirs.put(new ChatKey(account, each.peer()), each));
        known.stream()
                .filter(chat -> !theirs.containsKey(chat))
                .forEach(chat -> heard(chat, SharedFlags.NONE));
        theirs.values().forEach(each -> elsewhere(account, each));
    }

    private void tell(AccountId account) {
        afterCommit.execute(
                () -> {
                    if (ready.contains(account) && !telling.containsKey(account)) {
                        links.online(account)
                                .ifPresent(
                                        link ->
                                                untold(account)
                                                        .ifPresent(chat -> tell(link, chat)));
                    }
                });
    }

    private Optional<ChatKey> untold(AccountId account) {
        return Stream.concat(flags.chosen().stream(), server.chats().stream())
                .filter(chat -> chat.account().equals(account))
                .filter(chat -> !flags.shared(chat).equals(server.of(chat)))
                .filter(chat -> !flags.shared(chat).equals(refused.get(chat)))
                .filter(chat -> chats.has(chat, chats.kind(chat)))
                .findFirst();
    }

    private void tell(XmppLink link, ChatKey chat) {
        var now = new Telling(chat, flags.shared(chat));
        telling.put(chat.account(), now);
        bookmarks
                .change(
                        link,
                        chat.peer(),
                        chats.kind(chat),
                        theirs -> {
                            heard(chat, theirs);
                            return now.send(flags.shared(chat));
                        },
                        ownRooms.apply(chat))
                .whenComplete((_, failure) -> told(now, failure));
    }

    private void told(Telling done, @Nullable Throwable failure) {
        var chat = done.chat();
        if (!telling.remove(chat.account(), done)) {
            return; // of an earlier session
        }
        if (failure == null) {
            refused.remove(chat);
            done.unheard().ifPresent(sent -> server.put(chat, sent));
        } else {
            refused.put(chat, done.wanted());
            if (reason(failure) == Reason.OFFLINE) {
                refused.remove(chat);
                return; // and is told when the session goes on, or in the next
            }
        }
        tell(chat.account());
    }

    /// Why we were refused; what failed otherwise is a bug, which the guard hears of.
    private static Reason reason(Throwable failure) {
        return RefusedException.in(failure)
                .orElseThrow(() -> new CompletionException(failure))
                .reason();
    }
}
