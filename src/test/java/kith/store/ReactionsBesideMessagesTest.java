package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Chat;
import kith.model.Content;
import kith.model.Hole;
import kith.model.Message;
import kith.model.MessageKey;
import kith.store.MessageStore.Direction;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;

/// A reaction is kept among the messages and is none: what counts, reads, corrects or reacts to
/// messages passes it over.
class ReactionsBesideMessagesTest extends ReactionsFixture {

    @Test
    void isNoMessageOfItsOwnAndNotUnread() {
        add(chat, Profile.HIM, "a", new Content.Text("thursday"));
        react(chat, Profile.HIM, "b", "a", "👋");
        react(chat, Profile.HIM, "c", "nowhere", "👋");
        assertThat(newest(chat)).hasSize(1);
        assertThat(profile.in(() -> store.count(chat))).isEqualTo(1);
        var summary = chats().getFirst();
        assertThat(summary.unread()).isEqualTo(1);
        assertThat(summary.last().flatMap(Message::words)).contains("thursday");
    }

    /// Anybody may send one; there is nothing to read.
    @Test
    void oneAloneMakesNoChat() {
        react(chat, Profile.HIM, "b", "a", "👋");
        react(room, occupant("tybalt", "o-2"), "c", "s-1", "👋");
        assertThat(chats()).isEmpty();
        add(chat, Profile.HIM, "a", text("thursday"));
        assertThat(chats()).extracting(Chat::key).containsExactly(chat);
        assertThat(shown(chat)).containsExactly("romeo 👋");
        profile.run(db -> new ChatStore(db).ensure(room, Chat.Kind.ROOM));
        assertThat(chats()).extracting(Chat::key).containsExactly(chat, room);
    }

    /// What is read is told as the name of a message that others show, too.
    @Test
    void whatWasReadEndsWithAMessage() {
        add(chat, Profile.HIM, "a", text("thursday"));
        react(chat, Profile.HIM, "b", "a", "👋");
        profile.run(db -> new ChatStore(db).markRead(chat, false));
        assertThat(profile.in(() -> new ReadStore(profile.db(), store).untold(profile.account())))
                .extracting(ReadMark::to)
                .containsExactly(newest(chat).getFirst().key());
    }

    @Test
    void aHoleIsBeforeAMessage() {
        page(
                Direction.NEWEST,
                chat,
                archived(1, "b", Profile.HIM, reaction("a", "👋")),
                archived(2, "c", Profile.HIM, text("friday")));
        var from = Instant.parse("2026-01-01T10:01:00Z");
        var archive = new ArchiveStore(profile.db());
        profile.in(
                () ->
                        archive.add(
                                profile.account(),
                                Profile.JULIET,
                                "archive-b",
                                from,
                                "archive-c",
                                from.plusSeconds(60),
                                false));
        assertThat(profile.in(() -> archive.holes(chat)))
                .extracting(Hole::before)
                .containsExactly(newest(chat).getFirst().key());
    }

    @Test
    void aReactionIsNoMessageToReactTo() {
        react(chat, Profile.HIM, "b", "a", "👋");
        react(chat, Profile.ME, "c", "b", "🐢");
        add(chat, Profile.HIM, "a", text("thursday"));
        assertThat(shown(chat)).containsExactly("romeo 👋");
        for (var each : profile.in(() -> store.written(new MessageKey(0), 10))) {
            assertThat(profile.in(() -> store.reactedTo(each)))
                    .as("%s", each.content())
                    .isEqualTo(
                            each.ids().stanza().equals("b")
                                    ? Optional.of(newest(chat).getFirst())
                                    : Optional.empty());
        }
    }

    /// Some clients use the same ids again and again.
    @Test
    void h14AReactionOfTheSameIdIsNotWhatACorrectionIsFor() {
        add(chat, Profile.HIM, "1", text("thursday"));
        react(chat, Profile.HIM, "1", "1", "👋");
        add(chat, Profile.HIM, "3", new Content.Correction("1", "friday"));
        assertThat(newest(chat)).singleElement().matches(it -> it.words().get().equals("friday"));
    }
}
