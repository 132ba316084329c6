package kith.session.chat;

import kith.model.Chat;
import kith.model.ChatKey;
import kith.session.account.Links;
import kith.xmpp.xep.Xep0085ChatStates;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Tells others that the user is writing, where the user lets it be told (XEP-0085).
///
/// When they no longer do, whoever was told hears that it is over, at once, and nothing more. Core
/// lane only.
public final class TypingStates {

    private final Links links;
    private final Xep0085ChatStates states;
    private final Function<ChatKey, Chat.Kind> kind;

    /// The chats to which the user is writing.
    private final Set<ChatKey> writing = new HashSet<>();

    /// Those of them where that was told.
    private final Set<ChatKey> told = new HashSet<>();

    private boolean isTold;

    /// Tells nothing before [#tell].
    public TypingStates(
            Links links, Xep0085ChatStates states, Function<ChatKey, Chat.Kind> kind) {
        this.links = links;
        this.states = states;
        this.kind = kind;
    }

    /// The user is writing to a chat, or has stopped.
    void set(ChatKey chat, boolean isTyping) {
        if (isTyping) {
            writing.add(chat);
        } else {
            writing.remove(chat);
        }
        say(chat);
    }

    /// Whether others are to know, from now on.
    public void tell(boolean isTold) {
        this.isTold = isTold;
        List.copyOf(told).forEach(this::say);
        List.copyOf(writing).forEach(this::say);
    }

    /// Says each thing once (§5.3).
    private void say(ChatKey chat) {
        boolean isKnown = told.contains(chat);
        boolean isToBe = isTold && writing.contains(chat);
        if (isKnown != isToBe) {
            told.remove(chat);
            links.online(chat.account())
                    .filter(link -> states.send(link, chat, kind.apply(chat), isToBe) && isToBe)
                    .ifPresent(_ -> told.add(chat));
        }
    }
}
