package kith.session.chat;

import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.SharedFlags;
import kith.xmpp.FlagPlace;
import kith.xmpp.KeptFlags;
import kith.xmpp.KeptFlags.State;
import kith.xmpp.XmppEvent.FlagsElsewhere;

import org.jxmpp.jid.BareJid;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What accounts keep of chats, as far as it was heard in their sessions: also of chats that aren't
/// here yet. Core lane only.
///
/// What a room's bookmark says counts before what our own node says of the room. Where it says
/// nothing it may be another client's, newer than ours, that knows of no pins: ours counts.
final class KeptElsewhere {

    /// Nobody has pinned or muted more; the rest is left out.
    private static final int MOST = 10_000;

    private final Map<Shelf, Contents> shelves = new HashMap<>();

    /// Takes in all that an account has in a place. What it may have beside that stays.
    void learn(AccountId account, KeptFlags all) {
        var contents = contents(account, all.place());
        contents.state = all.state();
        if (all.state() != State.PARTIAL) {
            contents.chats.keySet().retainAll(all.chats().keySet());
        }
        all.chats().forEach(contents::learn);
    }

    void put(AccountId account, FlagsElsewhere theirs) {
        contents(account, theirs.place()).put(theirs);
    }

    /// Nothing is kept there any more.
    void clear(AccountId account, FlagPlace place) {
        contents(account, place).chats.clear();
    }

    /// What is kept of a chat; empty where that isn't known.
    Optional<SharedFlags> of(ChatKey chat, Chat.Kind kind) {
        var own = contents(chat.account(), FlagPlace.OWN).of(chat.peer());
        return kind == Chat.Kind.CONTACT
                ? own
                : contents(chat.account(), FlagPlace.BOOKMARK)
                        .of(chat.peer())
                        .flatMap(it -> it.equals(SharedFlags.NONE) ? own : Optional.of(it));
    }

    /// Whether both a bookmark and our own node have something of a room.
    boolean isTwice(ChatKey room) {
        return List.of(FlagPlace.values()).stream()
                .allMatch(place -> contents(room.account(), place).isThere(room.peer()));
    }

    /// Whether an account has, or had when it was asked, no place at all for a chat.
    boolean isLost(AccountId account, Chat.Kind kind) {
        return contents(account, FlagPlace.OWN).state == State.MISSING
                && (kind == Chat.Kind.CONTACT
                        || contents(account, FlagPlace.BOOKMARK).state == State.MISSING);
    }

    /// All chats of which something is kept.
    Set<ChatKey> chats(AccountId account) {
        var chats = new HashSet<ChatKey>();
        for (var place : FlagPlace.values()) {
            contents(account, place)
                    .chats
                    .keySet()
                    .forEach(peer -> chats.add(new ChatKey(account, peer)));
        }
        return chats;
    }

    /// The account's session is over: it may have something else when the next begins.
    void forget(AccountId account) {
        shelves.keySet().removeIf(shelf -> shelf.account().equals(account));
    }

    private Contents contents(AccountId account, FlagPlace place) {
        return shelves.computeIfAbsent(new Shelf(account, place), _ -> new Contents());
    }

    private record Shelf(AccountId account, FlagPlace place) {}

    /// What is in one place. Of a chat that is there without flags these could not be read.
    private static final class Contents {

        private final Map<BareJid, Optional<SharedFlags>> chats = new HashMap<>();
        private State state = State.PARTIAL;

        /// What can't be read now is what it last was.
        private void learn(BareJid peer, Optional<SharedFlags> flags) {
            if (!chats.containsKey(peer) && chats.size() >= MOST) {
                state = State.PARTIAL;
            } else if (flags.isPresent() || !chats.containsKey(peer)) {
                chats.put(peer, flags);
            }
        }

        private void put(FlagsElsewhere theirs) {
            if (theirs.flags().isPresent()) {
                learn(theirs.peer(), theirs.flags());
            } else {
                chats.remove(theirs.peer());
            }
        }

        private Optional<SharedFlags> of(BareJid peer) {
            var absent =
                    state == State.PARTIAL
                            ? Optional.<SharedFlags>empty()
                            : Optional.of(SharedFlags.NONE);
            return chats.getOrDefault(peer, absent);
        }

        private boolean isThere(BareJid peer) {
            return chats.getOrDefault(peer, Optional.empty()).isPresent();
        }
    }
}
