package kith.session.chat;

import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.session.account.Links;
import kith.session.feed.SessionEvent;
import kith.xmpp.xep.Xep0085ChatStates;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// Tells others that the user is writing, where the user lets it be told (XEP-0085). A room hears
/// it only while those in it know each other or are few: to a crowd it would be noise (§5.5).
///
/// When they no longer do, whoever was told hears that it is over, at once or as soon as there is a
/// line, and nothing more. Core lane only.
public final class TypingStates {

    private final Links links;
    private final Xep0085ChatStates states;
    private final Function<ChatKey, Chat.Kind> kind;
    private final Predicate<ChatKey> isJoined;
    private final Predicate<ChatKey> isSmall;

    /// The chats to which the user is writing.
    private final Set<ChatKey> writing = new HashSet<>();

    /// Those of them where that was told.
    private final Set<ChatKey> told = new HashSet<>();

    /// Rooms that have grown to a crowd after they were told: they hear nothing more of it until
    /// the user begins anew, or whoever comes and goes there could have us say it without end.
    private final Set<ChatKey> grown = new HashSet<>();

    private boolean isTold;

    /// Tells nothing before [#tell].
    ///
    /// @param isJoined whether we are in a room now: else it hears nothing
    /// @param isSmall whether that room is one that is told
    public TypingStates(
            Links links,
            Xep0085ChatStates states,
            Function<ChatKey, Chat.Kind> kind,
            Predicate<ChatKey> isJoined,
            Predicate<ChatKey> isSmall) {
        this.links = links;
        this.states = states;
        this.kind = kind;
        this.isJoined = isJoined;
        this.isSmall = isSmall;
    }

    /// The user is writing to a chat, or has stopped.
    void set(ChatKey chat, boolean isTyping) {
        if (isTyping) {
            writing.add(chat);
        } else {
            writing.remove(chat);
            grown.remove(chat);
        }
        say(chat);
    }

    /// Whether others are to know, from now on.
    public void tell(boolean isTold) {
        this.isTold = isTold;
        List.copyOf(told).forEach(this::say);
        List.copyOf(writing).forEach(this::say);
    }

    /// Whether others are to know.
    boolean isTold() {
        return isTold;
    }

    /// A session goes on: what could not be said meanwhile is said.
    void resumed(AccountId account) {
        of(account, told).forEach(this::say);
        of(account, writing).forEach(this::say);
    }

    /// A session has begun: of what the last one told nothing is certain, so that it is told anew.
    void signedIn(AccountId account) {
        var before = of(account, told);
        before.stream().filter(chat -> !isToBeTold(chat)).forEach(this::say);
        before.forEach(told::remove);
        of(account, writing).forEach(this::say);
    }

    /// We are in a room, which knows nothing of us yet.
    void joined(ChatKey room) {
        saidOtherwise(room);
    }

    /// Words went to a chat with the word that the user writes no more; maybe they do.
    void saidOtherwise(ChatKey chat) {
        told.remove(chat);
        say(chat);
    }

    /// Hears how many are in a room now.
    public void heard(SessionEvent event) {
        if (event instanceof SessionEvent.RoomChanged(var room)) {
            var chat = room.key();
            if (told.contains(chat) && isJoined.test(chat) && !isSmall.test(chat)) {
                grown.add(chat);
            }
            if (told.contains(chat) || writing.contains(chat)) {
                say(chat);
            }
        }
    }

    private static List<ChatKey> of(AccountId account, Set<ChatKey> chats) {
        return chats.stream().filter(chat -> chat.account().equals(account)).toList();
    }

    private boolean isToBeTold(ChatKey chat) {
        return isTold && writing.contains(chat);
    }

    private boolean isRoomTold(ChatKey room) {
        return isSmall.test(room) && !grown.contains(room);
    }

    /// Says each thing once (§5.3). A room that we are out of has forgotten it.
    private void say(ChatKey chat) {
        var inChat = kind.apply(chat);
        boolean isToBe = isToBeTold(chat) && (inChat == Chat.Kind.CONTACT || isRoomTold(chat));
        if (inChat == Chat.Kind.ROOM && !isJoined.test(chat)) {
            told.remove(chat);
        } else if (told.contains(chat) != isToBe) {
            links.online(chat.account())
                    .filter(link -> states.send(link, chat, inChat, isToBe))
                    .ifPresent(_ -> said(chat, isToBe));
        }
    }

    private void said(ChatKey chat, boolean isWriting) {
        if (isWriting) {
            told.add(chat);
        } else {
            told.remove(chat);
        }
    }
}
