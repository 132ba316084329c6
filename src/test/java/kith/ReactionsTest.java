package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.lab.ServerKind;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Message;
import kith.model.Reaction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reactions over a real server stand at the same message for both sides: live, after a restart,
/// and on a device that has only the archive to read (XEP-0444).
@ParameterizedClass
@EnumSource
class ReactionsTest extends FriendsFixture {

    ReactionsTest(ServerKind kind) {
        super(kind, "touched");
    }

    @Test
    void inAChat() {
        var annas = user("Anna", anna, "anna");
        var bobs = user("Bob", bob, "bob");
        var withBob = annas.chat(bob.jid());
        var withAnna = bobs.chat(anna.jid());
        annas.kith().say(withBob, Chat.Kind.CONTACT, "Thursday");
        awaitShown(bobs, withAnna, "Thursday");
        toggle(bobs, withAnna, "👍");
        awaitShown(annas, withBob, "Thursday 👍 1");
        toggle(annas, withBob, "👍");
        toggle(annas, withBob, "🎉");
        awaitShown(annas, withBob, "Thursday 👍 2 mine 🎉 1 mine");
        awaitShown(bobs, withAnna, "Thursday 👍 2 mine 🎉 1");

        var annasOther = user("Anna", anna, "anna 2");
        awaitShown(annasOther, annasOther.chat(bob.jid()), "Thursday 👍 2 mine 🎉 1 mine");
        toggle(annasOther, annasOther.chat(bob.jid()), "👍");
        for (var user : List.of(annas, annasOther)) {
            awaitShown(user, user.chat(bob.jid()), "Thursday 👍 1 🎉 1 mine");
        }
        awaitShown(bobs, withAnna, "Thursday 👍 1 mine 🎉 1");

        bobs.go();
        toggle(annas, withBob, "🎉"); // while Bob is away
        bobs.come();
        awaitShown(bobs, bobs.chat(anna.jid()), "Thursday 👍 1 mine");
    }

    @Test
    void inARoom() {
        var annas = user("Anna", anna, "anna");
        var bobs = user("Bob", bob, "bob");
        annas.enter(room);
        bobs.enter(room);
        annas.kith().say(annas.chat(room), Chat.Kind.ROOM, "Thursday");
        awaitShown(bobs, bobs.chat(room), "Thursday");
        toggle(bobs, bobs.chat(room), "👍");
        awaitShown(bobs, bobs.chat(room), "Thursday 👍 1 mine");
        bobs.kith().say(bobs.chat(room), Chat.Kind.ROOM, "Friday"); // behind it
        awaitShown(annas, annas.chat(room), known("Thursday", " 👍 1"), "Friday");
        bobs.go();
        bobs.come();
        awaitShown(bobs, bobs.chat(room), "Thursday 👍 1 mine", "Friday");

        annas.go();
        toggle(bobs, bobs.chat(room), "🎉"); // while Anna is away
        bobs.kith().say(bobs.chat(room), Chat.Kind.ROOM, "Saturday");
        awaitShown(bobs, bobs.chat(room), "Thursday 👍 1 mine 🎉 1 mine", "Friday", "Saturday");
        annas.come();
        var hers = known("Thursday", " 👍 1 🎉 1");
        awaitShown(annas, annas.chat(room), hers, "Friday", "Saturday");
        annas.go();

        var annasOther = user("Anna", anna, "anna 2");
        annasOther.enter(room);
        awaitShown(annasOther, annasOther.chat(room), hers, "Friday", "Saturday");
    }

    /// Where the room doesn't say who is who, nobody's reactions can be told from another's.
    private String known(String words, String reactions) {
        return hasOccupantIds ? words + reactions : words;
    }

    private static void toggle(KithUser user, ChatKey chat, String emoji) {
        var message = messages(user, chat).findFirst().orElseThrow();
        var chats = user.kith().session().chats();
        await(user.name() + " can react")
                .atMost(RunningKith.PATIENCE)
                .until(
                        () -> {
                            var done =
                                    chats.toggleReaction(message.key(), emoji)
                                            .handle((_, failure) -> failure == null);
                            return done.toCompletableFuture().join();
                        });
    }

    private static void awaitShown(KithUser user, ChatKey chat, String... shown) {
        await(user.name() + " sees " + List.of(shown))
                .atMost(RunningKith.PATIENCE)
                .untilAsserted(() -> assertThat(shown(user, chat)).containsExactly(shown));
    }

    private static List<String> shown(KithUser user, ChatKey chat) {
        return user.kith().history(chat).stream()
                .flatMap(
                        entry ->
                                entry.message().words().stream()
                                        .map(words -> words + shown(entry.reactions())))
                .toList();
    }

    private static String shown(List<Reaction> reactions) {
        var all = new StringBuilder();
        for (var each : reactions) {
            all.append(" ").append(each.emoji()).append(" ").append(each.count());
            if (each.isMine()) {
                all.append(" mine");
            }
        }
        return all.toString();
    }

    private static Stream<Message> messages(KithUser user, ChatKey chat) {
        var found = new ArrayList<Message>();
        var history = user.kith().session().history();
        history.each(Optional.of(chat), found::add).toCompletableFuture().join();
        return found.stream().filter(each -> each.content() instanceof Content.Text);
    }
}
