package kith.ui.tabs;

import kith.base.Lane;
import kith.base.Live;
import kith.base.Subscription;
import kith.model.Alerts;
import kith.model.Chat;
import kith.model.ChatFlags;
import kith.model.ChatKey;
import kith.model.Contact;
import kith.model.OpenTabs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What tabs and windows of chats are made of.
///
/// @param flags what the user has chosen for each chat
/// @param channels the rooms in which one is usually told of mentions
public record TabSources(
        Live<OpenTabs> open,
        Live<List<Chat>> chats,
        Live<List<Contact>> contacts,
        Live<Map<ChatKey, ChatFlags>> flags,
        Live<Set<ChatKey>> channels) {

    Subscription watch(Lane lane, Runnable changed) {
        return Subscription.all(
                open.watch(lane, newest -> changed.run()),
                chats.watch(lane, newest -> changed.run()),
                contacts.watch(lane, newest -> changed.run()),
                flags.watch(lane, newest -> changed.run()),
                channels.watch(lane, newest -> changed.run()));
    }

    /// The chats as tabs show them. One may be open before there is a chat: a contact whom nobody
    /// has written to yet.
    List<ChatTab> tabs(List<ChatKey> wanted) {
        var keys = new HashSet<>(wanted);
        var known = byKey(chats.get(), Chat::key, keys);
        var people = byKey(contacts.get(), Contact::chat, keys);
        return wanted.stream()
                .map(
                        key ->
                                tab(
                                        key,
                                        Optional.ofNullable(known.get(key)),
                                        Optional.ofNullable(people.get(key))))
                .toList();
    }

    private ChatTab tab(ChatKey key, Optional<Chat> chat, Optional<Contact> contact) {
        var title =
                chat.map(Chat::title)
                        .or(() -> contact.map(Contact::name))
                        .orElseGet(() -> key.peer().toString());
        return new ChatTab(
                key,
                chat.map(Chat::kind).orElse(Chat.Kind.CONTACT),
                title,
                contact.filter(each -> each.subscription().seesTheirs()).map(Contact::presence),
                chat.map(this::mark).orElse(ChatTab.Mark.NONE),
                open.get().selected().filter(key::equals).isPresent(),
                open.get().isPinned(key));
    }

    private ChatTab.Mark mark(Chat chat) {
        var chosen = flags.get().getOrDefault(chat.key(), ChatFlags.NONE);
        if (chat.unread() == 0 && !chat.isMentioned() && !chosen.isMarkedUnread()) {
            return ChatTab.Mark.NONE;
        }
        var alerts = chosen.alerts(Alerts.usual(channels.get().contains(chat.key())));
        if (alerts.count(chat) == 0 && (alerts == Alerts.NEVER || !chosen.isMarkedUnread())) {
            return ChatTab.Mark.MUTED;
        }
        return chat.isMentioned() ? ChatTab.Mark.MENTION : ChatTab.Mark.UNREAD;
    }

    private static <T> Map<ChatKey, T> byKey(
            List<T> all, Function<T, ChatKey> key, Set<ChatKey> wanted) {
        var found = new HashMap<ChatKey, T>();
        for (T each : all) {
            var itsKey = key.apply(each);
            if (wanted.contains(itsKey)) {
                found.put(itsKey, each);
            }
        }
        return found;
    }
}
