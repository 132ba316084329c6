package kith.session;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Chat;

import org.junit.jupiter.api.Test;

/// Whoever is named in a room sees it in the list of chats.
class RoomMentionsTest extends RoomsFixture {

    @Test
    void noticesWhenOneIsNamed() {
        join();
        enter("Mara");
        session.say(account, session.incoming.inRoom("Priya", "1", "Marathon today", false));
        assertThat(session.chatList.chat(key).get()).map(Chat::isMentioned).contains(false);

        session.say(
                account, session.incoming.inRoom("Priya", "2", "@mara: can you unlock?", false));
        assertThat(session.chatList.chat(key).get()).map(Chat::isMentioned).contains(true);

        session.chats.markRead(key);
        assertThat(session.chatList.chat(key).get()).map(Chat::isMentioned).contains(false);
    }
}
