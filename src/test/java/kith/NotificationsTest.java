package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.lab.ServerKind;
import kith.model.Chat;
import kith.session.RecordedNotices;
import kith.session.notify.Notice;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

/// What the desktop of one device shows of what comes over a real server, and what another device
/// takes away there.
@ParameterizedClass
@EnumSource
class NotificationsTest extends FriendsFixture {

    NotificationsTest(ServerKind kind) {
        super(kind, "notified");
    }

    @Test
    void aMentionInARoomIsToldAndReadingItOnTheOtherDeviceTakesItAway() {
        var desk = user("Anna", anna, "desk");
        var lap = user("Anna", anna, "lap");
        var his = user("Bob", bob, "bob");
        var desktop = new RecordedNotices();
        desk.kith().session().notifier().begin(desktop);
        desk.enter(room);
        lap.kith().awaitJoined(lap.chat(room)); // by its bookmark
        his.enter(room);

        his.kith().say(his.chat(room), Chat.Kind.ROOM, "Who has the key?");
        his.kith().say(his.chat(room), Chat.Kind.ROOM, "Anna, have you?");
        await("it is told")
                .atMost(RunningKith.PATIENCE)
                .until(() -> words(desktop).equals(List.of("Anna, have you?")));
        lap.kith().awaitTexts(lap.chat(room), 2);
        lap.kith().session().chats().markRead(lap.chat(room));
        await("it is taken away")
                .atMost(RunningKith.PATIENCE)
                .until(() -> desktop.standing().isEmpty());

        his.kith().say(his.chat(anna.jid()), Chat.Kind.CONTACT, "Found it");
        await("that, too")
                .atMost(RunningKith.PATIENCE)
                .until(() -> words(desktop).equals(List.of("Found it")));
        lap.kith().awaitTexts(lap.chat(bob.jid()), 1);
        lap.kith().session().chats().markRead(lap.chat(bob.jid()));
        await("and goes").atMost(RunningKith.PATIENCE).until(() -> desktop.standing().isEmpty());
        assertThat(desktop.all()).hasSize(2);
        assertThat(desk.kith().session().faults().fault().get()).isEmpty();
    }

    private static List<String> words(RecordedNotices desktop) {
        return desktop.standing().stream()
                .map(it -> ((Notice.Messages) it).newest().words().orElseThrow())
                .toList();
    }
}
