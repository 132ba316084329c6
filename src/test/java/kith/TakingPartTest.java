package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.lab.ServerKind;
import kith.model.Availability;
import kith.model.Chat;
import kith.model.Message;
import kith.model.Occupant;
import kith.model.Presence;
import kith.model.Reader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Optional;

/// In a room of a real server: who has seen what (XEP-0333 §5.6), who is addressed (XEP-0372), how
/// reachable everybody is (XEP-0045 §7.7), and who they are whatever their nick (XEP-0421).
@ParameterizedClass
@EnumSource
class TakingPartTest extends FriendsFixture {

    TakingPartTest(ServerKind kind) {
        super(kind, "part");
    }

    @Test
    void whoHasSeenAMessageIsKnownAlsoAfterARestart() {
        var annas = user("Anna", anna, "anna");
        var bobs = user("Bob", bob, "bob");
        annas.enter(room);
        bobs.enter(room);
        annas.kith().say(annas.chat(room), Chat.Kind.ROOM, "@Bob the doors are open");
        awaitLast(bobs, "@Bob the doors are open");
        assertThat(chat(bobs)).map(Chat::isMentioned).contains(true);
        bobs.kith().session().chats().markRead(bobs.chat(room));
        awaitReader(annas, "Bob");

        annas.go();
        annas.come();
        awaitReader(annas, "Bob");
    }

    @Test
    void howReachableSomebodyIsShowsInTheRoom() {
        var annas = user("Anna", anna, "anna");
        var bobs = user("Bob", bob, "bob");
        annas.enter(room);
        bobs.enter(room);
        var away = new Presence(Availability.AWAY, "Back at two");
        bobs.kith().session().presence().set(away);
        await("Anna sees it")
                .atMost(RunningKith.PATIENCE)
                .until(() -> bobAsSeenBy(annas).map(Occupant::presence).equals(Optional.of(away)));
        assertThat(bobAsSeenBy(annas).orElseThrow().occupantId().isPresent())
                .isEqualTo(hasOccupantIds);
    }

    private Optional<Occupant> bobAsSeenBy(KithUser user) {
        return user.kith().session().rooms().occupants(user.chat(room)).get().stream()
                .filter(each -> each.nick().equals("Bob"))
                .findFirst();
    }

    private void awaitLast(KithUser user, String words) {
        await(user.name() + " has it")
                .atMost(RunningKith.PATIENCE)
                .until(
                        () ->
                                chat(user)
                                        .flatMap(Chat::last)
                                        .flatMap(Message::words)
                                        .equals(Optional.of(words)));
    }

    private void awaitReader(KithUser user, String nick) {
        await(nick + " has seen it")
                .atMost(RunningKith.PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(
                                                user.kith()
                                                        .session()
                                                        .readers()
                                                        .of(user.chat(room))
                                                        .get())
                                        .singleElement()
                                        .satisfies(reader -> isBy(user, reader, nick)));
    }

    private void isBy(KithUser user, Reader reader, String nick) {
        assertThat(reader.nick()).isEqualTo(nick);
        assertThat(reader.occupantId().isPresent()).isEqualTo(hasOccupantIds);
        assertThat(chat(user).flatMap(Chat::last))
                .hasValueSatisfying(last -> assertThat(reader.hasSeen(last)).isTrue());
    }

    private Optional<Chat> chat(KithUser user) {
        return user.kith().session().chatList().chat(user.chat(room)).get();
    }
}
