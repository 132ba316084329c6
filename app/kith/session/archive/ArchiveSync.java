package kith.session.archive;

import kith.base.BatchLane;
import kith.base.Cell;
import kith.base.Live;
import kith.base.Timer;
import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.SyncState;
import kith.session.account.Links;
import kith.session.chat.ChatList;
import kith.session.chat.Inbox;
import kith.store.ArchiveStore;
import kith.xmpp.IncomingMessage;
import kith.xmpp.MessageMark;
import kith.xmpp.xep.XmppExtensions;

import org.jxmpp.jid.BareJid;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/// Asks the archives for what this device missed, in each new session, and for what was before it.
///
/// The account's own archive is read to its beginning, the newest first; of a room's archive what
/// was missed since the last visit, at a first visit the newest page. Core lane only.
public final class ArchiveSync {

    private final ArchiveStore store;
    private final Links links;
    private final XmppExtensions extensions;
    private final Inbox inbox;
    private final ChatList chats;
    private final BatchLane core;
    private final Timer timer;
    private final Function<AccountId, Optional<Instant>> waitingSince;
    private final Predicate<AccountId> isSending;
    private final Consumer<AccountId> caughtUp;
    private final Consumer<ChatKey> roomCaughtUp;

    private final InstantSource clock;
    private final Cell<Map<AccountId, SyncState>> states;

    /// By archive: the account's own address, or a room's.
    private final Map<ChatKey, CatchUp> running = new HashMap<>();

    /// @param waitingSince when the first message was written of which the archive must say whether
    ///   it was sent
    /// @param isSending whether something of ours is on its way to the server, which has not said
    ///   whether it has it
    /// @param caughtUp is told when an account has all that was missed, or learnt that there is no
    ///   archive
    /// @param roomCaughtUp is told the same of a room
    public ArchiveSync(
            ArchiveStore store,
            Links links,
            XmppExtensions extensions,
            Inbox inbox,
            ChatList chats,
            BatchLane core,
            Timer timer,
            Function<AccountId, Optional<Instant>> waitingSince,
            Predicate<AccountId> isSending,
            Consumer<AccountId> caughtUp,
            Consumer<ChatKey> roomCaughtUp,
            InstantSource clock) {
        this.store = store;
        this.links = links;
        this.extensions = extensions;
        this.inbox = inbox;
        this.chats = chats;
        this.core = core;
        this.timer = timer;
        this.waitingSince = waitingSince;
        this.isSending = isSending;
        this.caughtUp = caughtUp;
        this.roomCaughtUp = roomCaughtUp;
        this.clock = clock;
        this.states = new Cell<>(core, Map.of());
    }

    /// How many of each account's messages are here; none of an account of which nothing is known.
    public Live<Map<AccountId, SyncState>> states() {
        return states;
    }

    /// Reads from the store how far an account was here when it was last.
    public void load(AccountId account) {
        store.newest(account, links.address(account))
                .filter(range -> !range.isEmpty())
                .ifPresent(range -> become(account, new SyncState.Behind(range.toAt())));
    }

    /// There is no session.
    public void lost(AccountId account) {
        switch (states.get().get(account)) {
            case null -> {} // nothing was ever known
            case SyncState.Behind behind -> {}
            case SyncState.CatchingUp(var until) -> become(account, new SyncState.Behind(until));
            case SyncState.Whole _, SyncState.ReadingBack _ ->
                    become(account, new SyncState.Behind(clock.instant()));
        }
    }

    /// The account is gone.
    public void forget(AccountId account) {
        var left = new HashMap<>(states.get());
        left.remove(account);
        states.set(Map.copyOf(left));
    }

    private void become(AccountId account, SyncState state) {
        var newest = new HashMap<>(states.get());
        if (!state.equals(newest.put(account, state))) {
            states.set(Map.copyOf(newest));
        }
    }

    /// Asks the server for copies of what the account's other devices send and get (XEP-0280).
    public void enableCarbons(AccountId account) {
        links.online(account).ifPresent(link -> extensions.xep0280Carbons().enable(link));
    }

    /// A session has begun: catches up with the account's own archive.
    public void signedIn(AccountId account) {
        ended(account);
        begin(account, links.address(account), true, () -> caughtUp.accept(account));
    }

    /// A session goes on after an interruption, and with it what was asked for.
    public void resumed(AccountId account) {
        running.values().stream()
                .filter(catchUp -> catchUp.account().equals(account))
                .toList()
                .forEach(CatchUp::resume);
    }

    /// We are in a room: catches up with its archive.
    public void joined(AccountId account, BareJid room) {
        begin(account, room, false, () -> roomCaughtUp.accept(new ChatKey(account, room)));
    }

    /// The store has lost what was last taken in: nothing more may be taken in that follows it. New
    /// sessions begin with what the store knows.
    public void storeLost() {
        running.values().forEach(CatchUp::stop);
        running.clear();
    }

    /// The session is over: nothing more comes of what was asked.
    public void ended(AccountId account) {
        running.values().removeIf(catchUp -> catchUp.account().equals(account) && catchUp.stop());
    }

    /// Asks a chat's archive for a page of what was before all that is known of it. Any thread.
    ///
    /// @return completes on the core lane when that is here, or can't be had now
    public CompletionStage<Void> more(ChatKey chat) {
        var done = new CompletableFuture<Void>();
        core.execute(
                () ->
                        Optional.of(chat)
                                .filter(it -> links.knows(it.account()))
                                .map(it -> running.get(archive(it)))
                                .ifPresentOrElse(
                                        it -> it.more(() -> done.complete(null)),
                                        () -> done.complete(null)));
        return done;
    }

    /// From when on all of an archive is here; empty where nothing older can be had, or nothing
    /// now.
    ///
    /// @param archive the account's own address, or a room's
    Optional<Instant> wholeSince(ChatKey archive) {
        return Optional.ofNullable(running.get(archive)).flatMap(CatchUp::wholeSince);
    }

    /// Whether an archive can be asked at all.
    boolean isThere(ChatKey archive) {
        return running.containsKey(archive);
    }

    /// The archives of which older messages can be had.
    List<ChatKey> unread() {
        return running.keySet().stream().filter(it -> wholeSince(it).isPresent()).toList();
    }

    /// Asks an archive for a page of what was before all that is known of it.
    ///
    /// @param done runs when that is here, or can't be had now
    void readBack(ChatKey archive, Runnable done) {
        Optional.ofNullable(running.get(archive)).ifPresentOrElse(it -> it.more(done), done);
    }

    /// A room has its own, everyone else is in the account's.
    private ChatKey archive(ChatKey chat) {
        return chats.kind(chat) == Chat.Kind.ROOM
                ? chat
                : new ChatKey(chat.account(), links.address(chat.account()));
    }

    /// Takes in a message of an account; those of an archive's page wait for its end.
    public void arrived(AccountId account, IncomingMessage message) {
        var catchUp =
                Optional.ofNullable(running.get(new ChatKey(account, archive(account, message))));
        if (message.way() == IncomingMessage.Way.ARCHIVE) {
            catchUp.ifPresent(it -> it.onPage(message));
            return;
        }
        inbox.arrived(account, message, isAhead(account, message, catchUp));
        message.ids()
                .archive()
                .ifPresent(id -> catchUp.ifPresent(it -> reached(it, account, id, message)));
        if (message.way() == IncomingMessage.Way.DELAYED) {
            catchUp.ifPresent(CatchUp::late);
        }
    }

    /// While something of ours is on its way, the account's archive may have it before what comes
    /// live. A room says where it has it.
    private void reached(CatchUp catchUp, AccountId account, String id, IncomingMessage message) {
        boolean isOwn = archive(account, message).equals(links.address(account));
        if (isOwn && isSending.test(account)) {
            catchUp.reachedUnsurely(message.at());
        } else {
            catchUp.reached(id, message.at());
        }
    }

    /// Whether what it stands after is still to come. What is private in a room stands among what
    /// that has in its own archive, if that is being read.
    private boolean isAhead(AccountId account, IncomingMessage message, Optional<CatchUp> catchUp) {
        return isPrivate(message)
                ? Optional.ofNullable(running.get(new ChatKey(account, message.peer())))
                        .filter(room -> !room.isCaughtUp())
                        .isPresent()
                : catchUp.filter(CatchUp::isCaughtUp).isEmpty();
    }

    /// Takes in word of how far a message has come; that of an archive's page waits for its end.
    public void marked(AccountId account, MessageMark mark) {
        if (mark.way() == IncomingMessage.Way.ARCHIVE) {
            var archive = mark.isInRoom() ? mark.peer() : links.address(account);
            Optional.ofNullable(running.get(new ChatKey(account, archive)))
                    .ifPresent(it -> it.onPage(mark));
        } else {
            inbox.marked(account, mark);
        }
    }

    private BareJid archive(AccountId account, IncomingMessage message) {
        return message.isRoom() && !isPrivate(message) ? message.peer() : links.address(account);
    }

    private static boolean isPrivate(IncomingMessage message) {
        return message.content() instanceof Content.Private;
    }

    private void begin(AccountId account, BareJid archive, boolean isToStart, Runnable done) {
        var key = new ChatKey(account, archive);
        Optional.ofNullable(running.remove(key)).ifPresent(CatchUp::stop);
        links.online(account)
                .ifPresent(
                        link -> {
                            var catchUp =
                                    new CatchUp(
                                            account,
                                            archive,
                                            isToStart,
                                            link,
                                            extensions.xep0313Archive(),
                                            store,
                                            inbox,
                                            timer,
                                            waitingSince.apply(account),
                                            done,
                                            isToStart ? it -> become(account, it) : _ -> {});
                            running.put(key, catchUp);
                            catchUp.start();
                        });
    }
}
