package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.lab.ServerKind;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Message;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A message that is taken back over a real server says nothing any more on either side: live,
/// after a restart, and on a device that has only the archive to read (XEP-0424).
@ParameterizedClass
@EnumSource
class RetractionsTest extends FriendsFixture {

    RetractionsTest(ServerKind kind) {
        super(kind, "regretted");
    }

    @Test
    void inAChat() {
        var annas = user("Anna", anna, "anna");
        var bobs = user("Bob", bob, "bob");
        var withBob = annas.chat(bob.jid());
        var withAnna = bobs.chat(anna.jid());
        annas.kith().say(withBob, Chat.Kind.CONTACT, "Thursday");
        annas.kith().say(withBob, Chat.Kind.CONTACT, "Friday");
        awaitShown(bobs, withAnna, "Thursday", "Friday");
        reply(bobs, withAnna, "Thursday", "fine");
        awaitShown(annas, withBob, "Thursday", "Friday", "Thursday> fine");
        retract(annas, withBob, "Thursday");
        awaitShown(annas, withBob, "-", "Friday", "fine");
        awaitShown(bobs, withAnna, "-", "Friday", "fine");

        var annasOther = user("Anna", anna, "anna 2");
        awaitShown(annasOther, annasOther.chat(bob.jid()), "-", "Friday", "fine");
        bobs.go();
        retract(annasOther, annasOther.chat(bob.jid()), "Friday"); // while Bob is away
        awaitShown(annas, withBob, "-", "-", "fine");
        bobs.come();
        awaitShown(bobs, bobs.chat(anna.jid()), "-", "-", "fine");
        annas.go();
        annas.come();
        awaitShown(annas, annas.chat(bob.jid()), "-", "-", "fine");
    }

    @Test
    void inARoom() {
        var annas = user("Anna", anna, "anna");
        var bobs = user("Bob", bob, "bob");
        annas.enter(room);
        bobs.enter(room);
        annas.kith().say(annas.chat(room), Chat.Kind.ROOM, "Thursday");
        annas.kith().say(annas.chat(room), Chat.Kind.ROOM, "Friday");
        awaitShown(bobs, bobs.chat(room), "Thursday", "Friday");
        retract(annas, annas.chat(room), "Thursday");
        awaitShown(annas, annas.chat(room), "-", "Friday");
        annas.kith().say(annas.chat(room), Chat.Kind.ROOM, "Saturday"); // behind it
        awaitShown(bobs, bobs.chat(room), known("Thursday"), "Friday", "Saturday");

        bobs.go();
        retract(annas, annas.chat(room), "Friday"); // while Bob is away
        annas.kith().say(annas.chat(room), Chat.Kind.ROOM, "Sunday");
        awaitShown(annas, annas.chat(room), "-", "-", "Saturday", "Sunday");
        bobs.come();
        var his = new String[] {known("Thursday"), known("Friday"), "Saturday", "Sunday"};
        awaitShown(bobs, bobs.chat(room), his);
        annas.go();

        var annasOther = user("Anna", anna, "anna 2");
        annasOther.enter(room);
        awaitShown(annasOther, annasOther.chat(room), his);
    }

    /// What was never sent is nobody's, and nobody is told that it is gone.
    @Test
    void beforeItIsSent() {
        var annas = user("Anna", anna, "anna");
        var bobs = user("Bob", bob, "bob");
        var withBob = annas.chat(bob.jid());
        annas.kith().session().accounts().disconnectAll();
        annas.kith().say(withBob, Chat.Kind.CONTACT, "Thursday");
        retract(annas, withBob, "Thursday");
        awaitShown(annas, withBob);
        annas.kith().session().accounts().connectAll();
        annas.kith().say(withBob, Chat.Kind.CONTACT, "Friday");
        awaitShown(bobs, bobs.chat(anna.jid()), "Friday");
    }

    /// Where the room doesn't say who is who, nobody can be known to take back what is theirs.
    private String known(String words) {
        return hasOccupantIds ? "-" : words;
    }

    private void retract(KithUser user, ChatKey chat, String words) {
        var message = message(user, chat, words);
        user.kith().session().chats().retract(message.key());
    }

    private void reply(KithUser user, ChatKey chat, String to, String words) {
        var message = message(user, chat, to);
        user.kith()
                .session()
                .chats()
                .reply(chat, message.key(), words)
                .toCompletableFuture()
                .join();
    }

    /// In a room it has to have come back first.
    private Message message(KithUser user, ChatKey chat, String words) {
        return await(user.name() + " has " + words)
                .atMost(RunningKith.PATIENCE)
                .until(
                        () ->
                                messages(user, chat)
                                        .filter(each -> each.words().equals(Optional.of(words)))
                                        .filter(this::isNamed)
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private boolean isNamed(Message message) {
        return message.ids().archive().isPresent() || !message.chat().peer().equals(room);
    }

    private static void awaitShown(KithUser user, ChatKey chat, String... shown) {
        await(user.name() + " sees " + List.of(shown))
                .atMost(RunningKith.PATIENCE)
                .untilAsserted(() -> assertThat(shown(user, chat)).containsExactly(shown));
    }

    /// What is there to be read, after what it repeats of another.
    private static List<String> shown(KithUser user, ChatKey chat) {
        return messages(user, chat)
                .filter(each -> each.words().isPresent() || each.isRetracted())
                .map(
                        each ->
                                each.quote().map(quote -> quote + "> ").orElse("")
                                        + each.words().orElse("-"))
                .toList();
    }

    private static Stream<Message> messages(KithUser user, ChatKey chat) {
        var found = new ArrayList<Message>();
        var history = user.kith().session().history();
        history.each(Optional.of(chat), found::add).toCompletableFuture().join();
        return found.stream();
    }
}
