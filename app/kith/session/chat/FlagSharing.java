package kith.session.chat;

import kith.base.BatchLane;
import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.SharedFlags;
import kith.session.account.Links;
import kith.session.account.Turns;
import kith.store.SharedFlagStore;
import kith.xmpp.FlagPlace;
import kith.xmpp.KeptFlags;
import kith.xmpp.XmppEvent.FlagsElsewhere;
import kith.xmpp.xep.Xep0402Bookmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/// Pins and mutes, the same on all devices of an account, where its server can keep them for it
/// (XEP-0402, XEP-0469, XEP-0492).
///
/// What is here otherwise than the server last had was changed here and is yet to be told: it
/// wins over what others have chosen meanwhile, pin and mute each for itself. Else the last that
/// the server has counts, for all devices alike: in the order in which it tells them. What is
/// refused stays here. An account that has lost all is told all again. Core lane only.
public final class FlagSharing {

    private final Flags flags;
    private final ServerFlags server;
    private final ChatList chats;
    private final Links links;
    private final KeptElsewhere kept = new KeptElsewhere();
    private final FlagLearning learning;
    private final FlagTelling telling;

    /// The chats that were here when we last looked.
    private final Map<ChatKey, Chat.Kind> here = new HashMap<>();

    private FlagSharing(
            Flags flags,
            ServerFlags server,
            ChatList chats,
            Links links,
            Xep0402Bookmarks bookmarks,
            Turns turns,
            Executor afterCommit) {
        this.flags = flags;
        this.server = server;
        this.chats = chats;
        this.links = links;
        learning = new FlagLearning(links, bookmarks, new Learned());
        telling =
                new FlagTelling(
                        flags,
                        server,
                        kept,
                        chats,
                        links,
                        bookmarks,
                        turns,
                        new Known(),
                        afterCommit);
    }

    /// Watches what is chosen here and which chats there are.
    ///
    /// @param turns of all that change bookmarks
    /// @param afterCommit runs work on the core lane once the present batch is committed
    public static FlagSharing of(
            Flags flags,
            SharedFlagStore store,
            ChatList chats,
            Links links,
            Xep0402Bookmarks bookmarks,
            Turns turns,
            Executor afterCommit,
            BatchLane core) {
        var sharing =
                new FlagSharing(
                        flags, new ServerFlags(store), chats, links, bookmarks, turns, afterCommit);
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
        learning.caughtUp(account);
    }

    /// A session goes on after an interruption: what that cut off is done again.
    public void resumed(AccountId account) {
        learning.ask(account);
    }

    /// The user is back. While they were away the servers may have left out all but the last of
    /// what they had to tell (XEP-0352 §5): all is asked for again.
    public void userCameBack() {
        learning.ready().forEach(learning::ask);
    }

    /// The session is over, or another begins.
    public void ended(AccountId account) {
        learning.end(account);
        telling.end(account);
        kept.forget(account);
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
        telling.flagsChanged();
        learning.ready().forEach(account -> telling.look(account, known(account)));
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
            merged.keySet().forEach(chat -> telling.look(chat.account(), Set.of(chat)));
        }
    }

    private SharedFlags merged(ChatKey chat, SharedFlags theirs) {
        // what came before ours and is not in it is told again
        var merged =
                telling.arrivedAs(chat, theirs)
                        ? flags.shared(chat)
                        : flags.merged(chat, server.of(chat), theirs);
        server.put(chat, theirs);
        return merged;
    }

    /// What is learned of the servers.
    private final class Learned implements FlagLearning.Learner {

        @Override
        public void learned(AccountId account, KeptFlags all) {
            kept.learn(account, all);
            var kind = all.place() == FlagPlace.OWN ? Chat.Kind.CONTACT : Chat.Kind.ROOM;
            var concerned = known(account).stream().filter(chat -> chats.has(chat, kind)).toList();
            if (kept.isLost(account, kind)) { // and is told it again
                concerned.forEach(chat -> server.put(chat, SharedFlags.NONE));
            }
            hear(concerned);
        }

        @Override
        public void learnedAll(AccountId account) {
            telling.look(account, known(account));
        }
    }

    /// What is known of them.
    private final class Known implements FlagTelling.Owner {

        @Override
        public boolean isReady(AccountId account) {
            return learning.isReady(account);
        }

        @Override
        public void elsewhere(AccountId account, FlagsElsewhere theirs) {
            FlagSharing.this.elsewhere(account, theirs);
        }
    }
}
