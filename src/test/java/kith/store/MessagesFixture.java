package kith.store;

import kith.model.Author;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Message;
import kith.model.MessageIds;
import kith.store.MessageStore.Direction;

import org.junit.jupiter.api.AfterEach;

import java.util.List;
import java.util.Optional;

/// A store with a chat and a room, and messages that come into them.
abstract class MessagesFixture {

    final Profile profile = Profile.inMemory();
    final MessageStore store = new MessageStore(profile.db());
    final ChatKey chat = profile.chat(Profile.ROMEO);
    final ChatKey room = profile.chat(Profile.ROOM);

    @AfterEach
    void close() {
        profile.close();
    }

    void add(ChatKey to, Author author, String id, Content content) {
        add(to, author, ids(id), content);
    }

    void addArchived(ChatKey to, Author author, String id, String name, Content content) {
        add(to, author, archived(id, name), content);
    }

    void add(ChatKey to, Author author, MessageIds ids, Content content) {
        profile.now = profile.now.plusSeconds(1);
        profile.in(() -> store.add(arriving(to, author, ids, content)));
    }

    ArrivingMessage arriving(ChatKey to, Author author, MessageIds ids, Content content) {
        var kind = to.equals(room) ? Chat.Kind.ROOM : Chat.Kind.CONTACT;
        return new ArrivingMessage(to, kind, ids, author, profile.now, content);
    }

    void page(Direction direction, ChatKey of, ArrivingMessage... page) {
        var archive = of.equals(room) ? room : profile.archive();
        profile.in(() -> store.addPage(archive, List.of(page), direction));
    }

    List<Message> newest(ChatKey of) {
        return profile.in(() -> store.newest(of, 100));
    }

    static Content.Text text(String words) {
        return new Content.Text(words);
    }

    static MessageIds ids(String id) {
        return new MessageIds(id, Optional.empty(), Optional.empty());
    }

    static MessageIds archived(String id, String name) {
        return new MessageIds(id, Optional.empty(), Optional.of(name));
    }

    static Author occupant(String nick, String id) {
        var occupant = Profile.occupant(nick);
        return new Author(
                occupant.address(), Optional.of(id).filter(each -> !each.isEmpty()), false);
    }

    static Author withOurNick(String id) {
        var occupant = occupant("juliet", id);
        return new Author(occupant.address(), occupant.occupantId(), true);
    }
}
