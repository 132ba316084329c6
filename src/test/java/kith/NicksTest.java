package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.lab.ServerKind;
import kith.model.Chat;
import kith.model.Message;
import kith.model.Occupant;
import kith.model.Refusal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Other nicks in a room of a real server (XEP-0045 §7.6): one that is free, one that is in use.
@ParameterizedClass
@EnumSource
class NicksTest extends FriendsFixture {

    NicksTest(ServerKind kind) {
        super(kind, "nicks");
    }

    @Test
    void everybodySeesTheNewOneAndOneThatIsInUseIsRefused() throws Exception {
        var annas = user("Anna", anna, "anna");
        var bobs = user("Bob", bob, "bob");
        annas.enter(room);
        bobs.enter(room);
        assertThat(change(annas, "Anna K")).isEmpty();
        awaitPeople(annas, "Anna K", "Bob");
        awaitPeople(bobs, "Anna K", "Bob");
        assertThat(change(annas, "Bob")).contains(Refusal.Reason.NICK_TAKEN);
        annas.kith().say(annas.chat(room), Chat.Kind.ROOM, "Still here");
        await("Bob hears it from her new nick")
                .atMost(RunningKith.PATIENCE)
                .until(
                        () ->
                                last(bobs)
                                        .map(it -> it.author().nick())
                                        .equals(Optional.of("Anna K")));
        assertThat(last(annas).orElseThrow().isMine()).isTrue();

        annas.go();
        annas.come();
        annas.kith().awaitJoined(annas.chat(room));
        awaitPeople(bobs, "Anna K", "Bob");
    }

    private Optional<Refusal.Reason> change(KithUser user, String nick) throws Exception {
        return user.kith()
                .session()
                .rooms()
                .changeNick(user.chat(room), nick)
                .toCompletableFuture()
                .get(RunningKith.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .map(Refusal::reason);
    }

    private Optional<Message> last(KithUser user) {
        return user.kith().session().chatList().chat(user.chat(room)).get().flatMap(Chat::last);
    }

    private void awaitPeople(KithUser user, String... nicks) {
        await(user.name() + " sees " + List.of(nicks))
                .atMost(RunningKith.PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(
                                                user.kith()
                                                        .session()
                                                        .rooms()
                                                        .occupants(user.chat(room))
                                                        .get())
                                        .extracting(Occupant::nick)
                                        .containsExactlyInAnyOrder(nicks));
    }
}
