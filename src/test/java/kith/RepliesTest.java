package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.lab.ServerKind;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Message;
import kith.session.chat.Timeline;
import kith.session.chat.TimelineWindow;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

/// A message that answers another names the same one for both sides: live, after a restart, and on
/// a device that has only the archive to read (XEP-0461).
@ParameterizedClass
@EnumSource
class RepliesTest extends FriendsFixture {

    RepliesTest(ServerKind kind) {
        super(kind, "answered");
    }

    @Test
    void inAChat() {
        var annas = user("Anna", anna, "anna");
        var bobs = user("Bob", bob, "bob");
        var withBob = annas.chat(bob.jid());
        var withAnna = bobs.chat(anna.jid());
        annas.kith().say(withBob, Chat.Kind.CONTACT, "Thursday?");
        awaitShown(bobs, withAnna, "Thursday?");
        reply(bobs, withAnna, 0, "Friday & <no> other");
        awaitShown(annas, withBob, "Thursday?", "Friday & <no> other [Thursday?]");
        reply(annas, withBob, 1, "Fine");
        awaitShown(
                bobs,
                withAnna,
                "Thursday?",
                "Friday & <no> other [Thursday?]",
                "Fine [Friday & <no> other]");

        var annasOther = user("Anna", anna, "anna 2");
        awaitShown(
                annasOther,
                annasOther.chat(bob.jid()),
                "Thursday?",
                "Friday & <no> other [Thursday?]",
                "Fine [Friday & <no> other]");

        correct(bobs, withAnna, 1, "Saturday");
        for (var user : List.of(annas, annasOther)) {
            awaitShown(
                    user,
                    user.chat(bob.jid()),
                    "Thursday?",
                    "Saturday [Thursday?]",
                    "Fine [Saturday]");
        }
        bobs.go();
        reply(annas, withBob, 1, "Or so"); // while Bob is away
        bobs.come();
        awaitShown(
                bobs,
                bobs.chat(anna.jid()),
                "Thursday?",
                "Saturday [Thursday?]",
                "Fine [Saturday]",
                "Or so [Saturday]");
    }

    @Test
    void inARoom() {
        var annas = user("Anna", anna, "anna");
        var bobs = user("Bob", bob, "bob");
        annas.enter(room);
        bobs.enter(room);
        annas.kith().say(annas.chat(room), Chat.Kind.ROOM, "Thursday?");
        awaitShown(bobs, bobs.chat(room), "Thursday?");
        reply(bobs, bobs.chat(room), 0, "Friday");
        awaitShown(annas, annas.chat(room), "Thursday?", "Friday [Thursday?]");
        assertThat(annas.kith().session().chatList().chat(annas.chat(room)).get())
                .as("who is answered is called")
                .hasValueSatisfying(chat -> assertThat(chat.isMentioned()).isTrue());

        var annasOther = user("Anna", anna, "anna 2");
        annas.go();
        annasOther.enter(room);
        awaitShown(annasOther, annasOther.chat(room), "Thursday?", "Friday [Thursday?]");
    }

    private static void reply(KithUser user, ChatKey chat, int to, String text) {
        var message = shown(user, chat).messages().get(to);
        await(user.name() + " knows the room's name for it")
                .atMost(RunningKith.PATIENCE)
                .until(
                        () ->
                                shown(user, chat).messages().get(to).ids().archive().isPresent()
                                        || !user.kith()
                                                .session()
                                                .rooms()
                                                .room(chat)
                                                .get()
                                                .isPresent());
        user.kith().session().chats().reply(chat, message.key(), text);
    }

    private static void correct(KithUser user, ChatKey chat, int of, String text) {
        var message = shown(user, chat).messages().get(of);
        user.kith().session().chats().correct(message.key(), text);
    }

    private static void awaitShown(KithUser user, ChatKey chat, String... shown) {
        await(user.name() + " sees " + List.of(shown))
                .atMost(RunningKith.PATIENCE)
                .untilAsserted(() -> assertThat(words(user, chat)).containsExactly(shown));
    }

    /// Each message, and in brackets what it answers.
    private static List<String> words(KithUser user, ChatKey chat) {
        var timeline = shown(user, chat);
        return timeline.messages().stream().map(each -> words(timeline, each)).toList();
    }

    private static String words(Timeline timeline, Message message) {
        return message.words().orElse("")
                + timeline.answered(message.key())
                        .map(answered -> " [" + answered.words().orElse("") + "]")
                        .orElse("");
    }

    private static Timeline shown(KithUser user, ChatKey chat) {
        try (TimelineWindow window = user.kith().session().timelines().open(chat)) {
            await().atMost(RunningKith.PATIENCE).until(() -> !window.timeline().get().isLoading());
            return window.timeline().get();
        }
    }
}
