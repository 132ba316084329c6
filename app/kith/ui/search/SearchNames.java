package kith.ui.search;

import kith.base.Live;
import kith.model.Author;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Contact;
import kith.model.Message;
import kith.model.SearchHit;

import java.util.List;
import java.util.Optional;

/// What people and chats are called in a search.
final class SearchNames {

    private final Live<List<Contact>> contacts;
    private final Live<List<Chat>> chats;

    SearchNames(Live<List<Contact>> contacts, Live<List<Chat>> chats) {
        this.contacts = contacts;
        this.chats = chats;
    }

    /// Names that a filter for the sender can have, in the order of the alphabet.
    List<String> people() {
        return contacts.get().stream()
                .map(Contact::name)
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }

    /// Names that a filter for the chat can have, those of the newest first.
    List<String> places() {
        return chats.get().stream().map(Chat::title).distinct().toList();
    }

    SearchRow row(SearchHit hit) {
        var message = hit.message();
        var chat = chat(message.chat());
        return new SearchRow(
                hit,
                sender(message),
                chat.map(Chat::title).orElseGet(() -> message.chat().peer().toString()),
                chat.map(Chat::kind).orElseGet(() -> kind(message)));
    }

    private Optional<Chat> chat(ChatKey key) {
        return chats.get().stream().filter(each -> each.key().equals(key)).findFirst();
    }

    private String sender(Message message) {
        Author author = message.author();
        return contacts.get().stream()
                .filter(each -> each.account().equals(message.chat().account()))
                .filter(each -> each.address().equals(author.address()))
                .map(Contact::name)
                .findFirst()
                .orElseGet(author::nick);
    }

    /// Of a chat that the list doesn't have.
    private static Chat.Kind kind(Message message) {
        return message.author().address().hasResource() ? Chat.Kind.ROOM : Chat.Kind.CONTACT;
    }
}
