package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.lab.ServerKind;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.Occupant;
import kith.model.Refusal.Reason;
import kith.session.chat.TimelineWindow;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is said to one person in a room of a real server alone (XEP-0045 §7.5) stands in the room's
/// chat of both, on all their devices in it (XEP-0280 §6.1), each once, and in nobody else's.
@ParameterizedClass
@EnumSource
class PrivateMessagesTest extends FriendsFixture {

    private static final int FASTER = 10;

    PrivateMessagesTest(ServerKind kind) {
        super(kind, "private");
    }

    @Test
    void onlyWhoItIsForHasIt() {
        var annas = in("Anna", user("Anna", anna, "anna"));
        var bobs = in("Bob", user("Bob", bob, "bob"));
        var carls = in("Carl", user("Carl", server().newAccount("carl"), "carl"));
        // of what she says there on another device, only her archive may tell, once it has settled
        var annasSecond = in("Anna", user("Anna", anna, "anna 2", it -> new FastTime(it, FASTER)));
        var bobsSecond = in("Bob", user("Bob", bob, "bob 2"));
        whisper(annas, "Bob", "I'll give thee a wind.");
        awaitWords(annas, "I'll give thee a wind. > Bob");
        awaitWords(bobs, "Anna: I'll give thee a wind. > Anna");
        assertThat(chat(bobs)).map(Chat::isMentioned).contains(true);
        awaitWords(annasSecond, "I'll give thee a wind. > Bob");

        whisper(bobs, "Anna", "Thou art kind.");
        awaitWords(annas, "I'll give thee a wind. > Bob", "Bob: Thou art kind. > Bob");
        say(annas, "And I another.");
        awaitWords(carls, "Anna: And I another.");
        awaitWords(
                annas,
                "I'll give thee a wind. > Bob",
                "Bob: Thou art kind. > Bob",
                "And I another.");
        for (var user : List.of(annas, annasSecond, bobs, bobsSecond, carls)) {
            assertThat(chats(user)).as(user.name()).containsExactly(user.chat(room));
        }
        assertThat(words(bobsSecond)).doesNotHaveDuplicates();
        assertThat(last(annas, "I'll give thee a wind.").delivery()).isEqualTo(Delivery.ON_SERVER);
    }

    /// A device that has only the archive to read puts them where they belong: XEP-0313 §6.1.
    @Test
    void aNewDeviceHasItInTheRoom() {
        var annas = in("Anna", user("Anna", anna, "anna"));
        var bobs = in("Bob", user("Bob", bob, "bob"));
        say(annas, "All may read this.");
        awaitWords(bobs, "Anna: All may read this.");
        awaitNextSecond();
        whisper(annas, "Bob", "Nobody else this.");
        awaitWords(bobs, "Anna: All may read this.", "Anna: Nobody else this. > Anna");
        awaitNextSecond();
        say(bobs, "All may read that.");
        awaitWords(
                annas, "All may read this.", "Nobody else this. > Bob", "Bob: All may read that.");
        bobs.go();
        bobs.come();
        awaitJoined(bobs);
        var bobsNext = in("Bob", user("Bob", bob, "bob 2"));
        for (var user : List.of(bobs, bobsNext)) {
            boolean isOurs = hasOccupantIds || user == bobs; // who else has it by the nick alone
            awaitWords(
                    user,
                    "Anna: All may read this.",
                    "Anna: Nobody else this. > Anna",
                    isOurs ? "All may read that." : "Bob: All may read that.");
            assertThat(chats(user)).as(user.name()).containsExactly(user.chat(room));
        }
    }

    @Test
    void whoIsNotThereGetsNothingNorWhoIsCalledSoInstead() {
        var annas = in("Anna", user("Anna", anna, "anna"));
        var bobs = in("Bob", user("Bob", bob, "bob"));
        await().until(() -> occupant(annas, "Bob").isPresent());
        var meant = occupant(annas, "Bob").orElseThrow();
        var maia = meant.renamed("Maia");
        annas.kith().session().chats().whisper(annas.chat(room), maia, "Maia?");
        awaitFailed(annas, "Maia?", Reason.NOT_FOUND);
        bobs.go();
        await().until(() -> occupant(annas, "Bob").isEmpty());
        annas.kith().session().chats().whisper(annas.chat(room), meant, "Bob?");
        awaitFailed(annas, "Bob?", Reason.NOT_FOUND);

        var another = in("Bob", user("Bob", server().newAccount("carl"), "carl"));
        await().until(() -> occupant(annas, "Bob").isPresent());
        assertThat(meant.occupantId().isPresent()).isEqualTo(hasOccupantIds);
        annas.kith().session().chats().retry(last(annas, "Bob?").key());
        awaitFailed(annas, "Bob?", Reason.NICK_TAKEN); // also where nobody knows who it is
        assertThat(words(another)).isEmpty();
    }

    /// Two archives have it, whose stamps may be of whole seconds: within one, nobody knows what
    /// was first.
    private static void awaitNextSecond() {
        long now = Instant.now().getEpochSecond();
        await().until(() -> Instant.now().getEpochSecond() > now);
    }

    private KithUser in(String name, KithUser user) {
        assertThat(user.name()).isEqualTo(name);
        user.enter(room);
        return user;
    }

    private void awaitJoined(KithUser user) {
        user.kith().awaitJoined(user.chat(room));
    }

    private void whisper(KithUser from, String nick, String text) {
        await(nick + " is there").until(() -> occupant(from, nick).isPresent());
        var to = occupant(from, nick).orElseThrow();
        from.kith().session().chats().whisper(from.chat(room), to, text);
    }

    private void say(KithUser from, String text) {
        from.kith().say(from.chat(room), Chat.Kind.ROOM, text);
    }

    private Optional<Occupant> occupant(KithUser user, String nick) {
        return user.kith().session().rooms().occupants(user.chat(room)).get().stream()
                .filter(each -> each.nick().equals(nick))
                .findFirst();
    }

    private void awaitFailed(KithUser user, String words, Reason reason) {
        await(words)
                .atMost(RunningKith.PATIENCE)
                .until(
                        () ->
                                last(user, words).delivery() instanceof Delivery.Failed(var refusal)
                                        && refusal.reason() == reason);
    }

    private Message last(KithUser user, String words) {
        return messages(user).stream()
                .filter(each -> each.words().equals(Optional.of(words)))
                .reduce((_, each) -> each)
                .orElseThrow();
    }

    private void awaitWords(KithUser user, String... shown) {
        await(user.name() + " sees " + List.of(shown))
                .atMost(RunningKith.PATIENCE)
                .untilAsserted(() -> assertThat(words(user)).containsExactly(shown));
    }

    /// Each message, who else's it is, and with whom it is private.
    private List<String> words(KithUser user) {
        return messages(user).stream().map(PrivateMessagesTest::words).toList();
    }

    private static String words(Message message) {
        return (message.isMine() ? "" : message.author().nick() + ": ")
                + message.words().orElse("")
                + message.confidant().map(other -> " > " + other.nick()).orElse("");
    }

    private List<Message> messages(KithUser user) {
        try (TimelineWindow window = user.kith().session().timelines().open(user.chat(room))) {
            await().atMost(RunningKith.PATIENCE).until(() -> !window.timeline().get().isLoading());
            return window.timeline().get().messages();
        }
    }

    private Optional<Chat> chat(KithUser user) {
        return user.kith().session().chatList().chat(user.chat(room)).get();
    }

    private static List<ChatKey> chats(KithUser user) {
        return user.kith().session().chatList().chats().get().stream().map(Chat::key).toList();
    }
}
