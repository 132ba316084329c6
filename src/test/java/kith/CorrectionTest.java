package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.lab.ServerKind;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Message;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is corrected over a real server says the newest words, once, to both sides: live, after a
/// restart, and on a device that has only the archive to read (XEP-0308).
@ParameterizedClass
@EnumSource
class CorrectionTest extends FriendsFixture {

    CorrectionTest(ServerKind kind) {
        super(kind, "mended");
    }

    @Test
    void inAChat() {
        var annas = user("Anna", anna, "anna");
        var bobs = user("Bob", bob, "bob");
        correctBothSidesRead(annas, annas.chat(bob.jid()), bobs, bobs.chat(anna.jid()), true);

        var annasOther = user("Anna", anna, "anna 2");
        var bobsOther = user("Bob", bob, "bob 2");
        awaitWords(annasOther, annasOther.chat(bob.jid()), "Saturday", "Hm");
        awaitWords(bobsOther, bobsOther.chat(anna.jid()), "Saturday", "Hm");
        correct(annasOther, annasOther.chat(bob.jid()), "Saturday", "Sunday");
        for (var user : List.of(annas, annasOther)) {
            awaitWords(user, user.chat(bob.jid()), "Sunday", "Hm");
        }
        for (var user : List.of(bobs, bobsOther)) {
            awaitWords(user, user.chat(anna.jid()), "Sunday", "Hm");
        }
    }

    @Test
    void inARoom() {
        var annas = user("Anna", anna, "anna");
        var bobs = user("Bob", bob, "bob");
        annas.enter(room);
        bobs.enter(room);
        correctBothSidesRead(annas, annas.chat(room), bobs, bobs.chat(room), hasOccupantIds);
        annas.go();

        var annasOther = user("Anna", anna, "anna 2");
        annasOther.enter(room);
        var read = heard(hasOccupantIds, "Friday", "Saturday");
        awaitWords(annasOther, annasOther.chat(room), read);
        var heard = read;
        if (hasOccupantIds) { // else an archive has it as anybody's of her nick (H21)
            correct(annasOther, annasOther.chat(room), "Saturday", "Sunday");
            heard = heard(true, "Friday", "Saturday", "Sunday");
            awaitWords(annasOther, annasOther.chat(room), heard);
        }
        assertThat(messages(annasOther, annasOther.chat(room)).findFirst())
                .hasValueSatisfying(it -> assertThat(it.isMine()).isEqualTo(hasOccupantIds));
        awaitWords(bobs, bobs.chat(room), heard);
        bobs.go();

        var bobsOther = user("Bob", bob, "bob 2");
        bobsOther.enter(room);
        awaitWords(bobsOther, bobsOther.chat(room), heard);
    }

    /// What the other side reads.
    private static String[] heard(boolean isKnownWhose, String... corrections) {
        var first = isKnownWhose ? corrections[corrections.length - 1] : "Thursday";
        var rest = isKnownWhose ? Stream.<String>of() : Stream.of(corrections);
        return Stream.concat(Stream.of(first, "Hm"), rest).toArray(String[]::new);
    }

    private static void correctBothSidesRead(
            KithUser one,
            ChatKey withOther,
            KithUser other,
            ChatKey withOne,
            boolean isKnownWhose) {
        var kind = one.kith().session().rooms().room(withOther).get().map(_ -> Chat.Kind.ROOM);
        one.kith().say(withOther, kind.orElse(Chat.Kind.CONTACT), "Thursday");
        awaitWords(other, withOne, "Thursday");
        other.kith().say(withOne, kind.orElse(Chat.Kind.CONTACT), "Hm");
        awaitWords(one, withOther, "Thursday", "Hm");
        correct(one, withOther, "Thursday", "Friday");
        awaitWords(other, withOne, heard(isKnownWhose, "Friday"));
        correct(one, withOther, "Friday", "Saturday");
        awaitWords(other, withOne, heard(isKnownWhose, "Friday", "Saturday"));
        awaitWords(one, withOther, "Saturday", "Hm");
        for (var user : List.of(one, other)) {
            user.go();
            user.come();
        }
        awaitWords(one, withOther, "Saturday", "Hm");
        awaitWords(other, withOne, heard(isKnownWhose, "Friday", "Saturday"));
        var first = messages(other, withOne).findFirst().orElseThrow();
        assertThat(first.content()).isEqualTo(new Content.Text("Thursday"));
    }

    private static void correct(KithUser user, ChatKey chat, String from, String to) {
        var message =
                messages(user, chat)
                        .filter(each -> each.words().equals(Optional.of(from)))
                        .findFirst()
                        .orElseThrow();
        user.kith().session().chats().correct(message.key(), to).toCompletableFuture().join();
    }

    private static void awaitWords(KithUser user, ChatKey chat, String... words) {
        await(user.name() + " reads " + String.join(", ", words))
                .atMost(RunningKith.PATIENCE)
                .untilAsserted(() -> assertThat(words(user, chat)).containsExactly(words));
    }

    private static List<String> words(KithUser user, ChatKey chat) {
        return messages(user, chat).flatMap(each -> each.words().stream()).toList();
    }

    private static Stream<Message> messages(KithUser user, ChatKey chat) {
        var found = new ArrayList<Message>();
        var history = user.kith().session().history();
        history.each(Optional.of(chat), found::add).toCompletableFuture().join();
        return found.stream().filter(each -> !(each.content() instanceof Content.Subject));
    }
}
