package kith.session.search;

import kith.base.Live;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Contact;
import kith.model.SearchQuery;
import kith.store.search.Folding;
import kith.store.search.IndexQuery;

import org.jxmpp.jid.BareJid;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Whom and what the names in queries stand for: contacts by what the user calls them, chats by
/// what the list calls them. Any thread.
final class People {

    /// How a query names the user.
    private static final Set<String> ME = Set.of("me", "you");

    private final Live<List<Contact>> contacts;
    private final Live<List<Chat>> chats;

    People(Live<List<Contact>> contacts, Live<List<Chat>> chats) {
        this.contacts = contacts;
        this.chats = chats;
    }

    IndexQuery named(SearchQuery query) {
        var from = query.from().stream().map(Folding::fold).toList();
        var in = query.in().stream().map(Folding::fold).toList();
        return new IndexQuery(
                query,
                senders(from),
                from.stream().anyMatch(ME::contains),
                in.isEmpty() ? Optional.empty() : Optional.of(places(in)));
    }

    /// Whose name, or a word of whose name, begins so.
    private Set<BareJid> senders(List<String> from) {
        return contacts.get().stream()
                .filter(contact -> from.stream().anyMatch(each -> begins(contact.name(), each)))
                .map(Contact::address)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean begins(String name, String with) {
        var folded = Folding.fold(name);
        return folded.startsWith(with)
                || Arrays.stream(folded.split("\\s+", -1)).anyMatch(word -> word.startsWith(with));
    }

    private Set<ChatKey> places(List<String> in) {
        return chats.get().stream()
                .filter(chat -> in.stream().anyMatch(each -> isIn(chat, each)))
                .map(Chat::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isIn(Chat chat, String part) {
        return Folding.fold(chat.title()).contains(part)
                || chat.key().peer().toString().contains(part);
    }
}
