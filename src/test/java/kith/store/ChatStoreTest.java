package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.MessageIds;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class ChatStoreTest {

    private final Profile profile = Profile.inMemory();
    private final ChatStore store = new ChatStore(profile.db());
    private final MessageStore messages = new MessageStore(profile.db());
    private final ChatKey romeo = profile.chat(Profile.ROMEO);
    private final ChatKey room = profile.chat(Profile.ROOM);

    @AfterEach
    void close() {
        profile.close();
    }

    @Test
    void eachChatShowsItsNewestMessage() {
        receive("first");
        receive("second");
        profile.in(
                () ->
                        messages.queue(
                                room,
                                Chat.Kind.ROOM,
                                "1",
                                Profile.ME,
                                new Content.Text("waits"),
                                profile.now));
        assertThat(all())
                .extracting(
                        chat ->
                                chat.last()
                                        .map(last -> MessageRows.body(last.content()))
                                        .orElse("none"))
                .containsExactly("second", "waits");
    }

    @Test
    void markingAsReadTakesBackTheMentionToo() {
        receive("juliet!");
        profile.run(db -> store.mention(romeo));
        assertThat(all().getFirst().isMentioned()).isTrue();
        profile.run(db -> store.markRead(romeo, false));
        assertThat(all().getFirst().isMentioned()).isFalse();
        assertThat(all().getFirst().unread()).isZero();
    }

    @Test
    void whatWasTakenForAContactBecomesARoomAndStaysOne() {
        ensure(Chat.Kind.CONTACT);
        ensure(Chat.Kind.ROOM);
        ensure(Chat.Kind.CONTACT);
        assertThat(all()).extracting(Chat::kind).containsExactly(Chat.Kind.ROOM);
    }

    @Test
    void removingAChatRemovesItsMessagesAndNoOthers() {
        receive("O");
        ensure(Chat.Kind.ROOM);
        profile.run(db -> store.remove(romeo));
        profile.run(db -> store.remove(romeo));
        assertThat(all()).extracting(Chat::key).containsExactly(room);
        assertThat(profile.in(() -> messages.count(romeo))).isZero();
        receive("again");
        assertThat(profile.in(() -> messages.count(romeo))).isEqualTo(1);
    }

    private void ensure(Chat.Kind kind) {
        profile.run(db -> store.ensure(room, kind));
    }

    private void receive(String words) {
        profile.in(
                () ->
                        messages.add(
                                new ArrivingMessage(
                                        romeo,
                                        Chat.Kind.CONTACT,
                                        new MessageIds(words, Optional.empty(), Optional.empty()),
                                        Profile.HIM,
                                        profile.now,
                                        new Content.Text(words))));
    }

    private List<Chat> all() {
        return profile.in(store::all);
    }
}
