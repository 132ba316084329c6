package kith.ui.switcher;

import kith.model.Account;
import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Contact;
import kith.model.OpenTabs;
import kith.model.Presence;
import kith.model.Room;
import kith.ui.switcher.SwitcherRow.Found;
import kith.ui.switcher.SwitcherRow.Place;
import kith.ui.switcher.SwitcherRow.Section;
import kith.ui.text.NameFilter;

import org.jxmpp.jid.BareJid;

import java.text.CollationKey;
import java.text.Collator;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One look through all chats, contacts and rooms for what was typed.
///
/// Chats keep their order, newest first. Contacts and rooms that have no chat yet come after them,
/// those first in which a word begins with what was typed, then by name. While nothing is typed
/// they are left out, unless there is no chat at all.
final class Finding {

    private final SwitcherSources sources;
    private final NameFilter wanted;
    private final List<Chat> chats;
    private final Set<ChatKey> inChats;
    private final Map<ChatKey, Integer> tabs = new HashMap<>();
    private final Optional<ChatKey> selected;
    private final Map<AccountId, BareJid> ownAddresses;
    private final Map<ChatKey, Presence> presences = new HashMap<>();
    private final Set<BareJid> shared;

    Finding(SwitcherSources sources, NameFilter wanted) {
        this.sources = sources;
        this.wanted = wanted;
        chats = sources.chats().get();
        inChats = chats.stream().map(Chat::key).collect(Collectors.toSet());
        OpenTabs open = sources.tabs().get();
        open.order().forEach(key -> tabs.put(key, tabs.size() + 1));
        selected = open.selected();
        ownAddresses =
                sources.accounts().get().stream()
                        .collect(Collectors.toMap(Account::id, Account::address));
        sources.contacts().get().stream()
                .filter(contact -> contact.subscription().seesTheirs())
                .forEach(contact -> presences.put(contact.chat(), contact.presence()));
        shared = ownAddresses.size() > 1 ? shared() : Set.of();
    }

    /// What was found; a section in which nothing was is not there.
    ///
    /// @return in the order of the sections, with no current place
    Map<Section, List<Place>> places() {
        var places = new EnumMap<Section, List<Place>>(Section.class);
        places.put(
                Section.CHATS,
                chats.stream()
                        .filter(chat -> matches(chat.title(), chat.key()))
                        .map(this::place)
                        .toList());
        if (!wanted.isEmpty() || chats.isEmpty()) {
            places.put(
                    Section.CONTACTS,
                    sorted(sources.contacts().get(), Contact::chat, Contact::name, this::place));
            places.put(
                    Section.ROOMS,
                    sorted(sources.rooms().get(), Room::key, Room::name, this::place));
        }
        places.values().removeIf(List::isEmpty);
        return places;
    }

    private <T> List<Place> sorted(
            List<T> all,
            Function<T, ChatKey> key,
            Function<T, String> name,
            Function<T, Place> place) {
        var collator = Collator.getInstance();
        return all.stream()
                .filter(each -> !inChats.contains(key.apply(each)))
                .filter(each -> matches(name.apply(each), key.apply(each)))
                .map(
                        each ->
                                new Ranked<>(
                                        each,
                                        !wanted.beginsWordsOf(name.apply(each)),
                                        collator.getCollationKey(name.apply(each))))
                .sorted(Ranked.ORDER)
                .map(each -> place.apply(each.thing))
                .toList();
    }

    private boolean matches(String name, ChatKey key) {
        return wanted.matches(name, key.peer().toString());
    }

    private Place place(Chat chat) {
        return place(chat.key(), chat.kind(), chat.title(), chat.unread(), chat.isMentioned());
    }

    private Place place(Contact contact) {
        return place(contact.chat(), Chat.Kind.CONTACT, contact.name(), 0, false);
    }

    private Place place(Room room) {
        return place(room.key(), Chat.Kind.ROOM, room.name(), 0, false);
    }

    private Place place(ChatKey key, Chat.Kind kind, String name, int unread, boolean isMentioned) {
        return new Place(
                key,
                kind,
                found(name.strip()),
                found(key.peer().toString()),
                Optional.ofNullable(presences.get(key)),
                Optional.ofNullable(ownAddresses.get(key.account()))
                        .filter(own -> shared.contains(key.peer())),
                unread,
                isMentioned,
                Optional.ofNullable(tabs.get(key)),
                selected.filter(key::equals).isPresent(),
                false,
                false);
    }

    private Found found(String words) {
        return new Found(words, wanted.found(words));
    }

    /// The addresses that are there for more than one account.
    private Set<BareJid> shared() {
        var keys = new HashSet<>(inChats);
        sources.contacts().get().forEach(contact -> keys.add(contact.chat()));
        sources.rooms().get().forEach(room -> keys.add(room.key()));
        var once = new HashSet<BareJid>();
        return keys.stream()
                .map(ChatKey::peer)
                .filter(peer -> !once.add(peer))
                .collect(Collectors.toSet());
    }

    private record Ranked<T>(T thing, boolean isInside, CollationKey name) {

        static final Comparator<Ranked<?>> ORDER =
                Comparator.<Ranked<?>, Boolean>comparing(Ranked::isInside)
                        .thenComparing(Ranked::name);
    }
}
