package kith.session;

import static kith.session.ScriptedSession.LAYLA;
import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.session.notify.Notice;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

/// Who is invited while they look elsewhere is told so.
class InvitationNoticesTest extends NotifierFixture {

    @Test
    void anInvitationIsToldUntilItIsAnswered() {
        invite(ROOM, LAYLA);
        gather();
        assertThat(desktop.standing())
                .singleElement()
                .isInstanceOfSatisfying(
                        Notice.Invited.class,
                        it -> assertThat(it.invitation().room()).isEqualTo(room));
        session.say(account, new XmppEvent.InvitationAnswered(ROOM, session.tick()));
        assertThat(desktop.standing()).isEmpty();

        session.pass(Duration.ofHours(1));
        invite(ROOM, LAYLA);
        gather();
        assertThat(desktop.standing()).hasSize(1);
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        assertThat(desktop.standing()).isEmpty();
    }

    @Test
    void anInvitationThatWaitsSinceAnEarlierStartIsNotToldAgain() {
        invite(ROOM, LAYLA);
        gather();
        var next = new ScriptedSession(session);
        var there = new RecordedNotices();
        next.notifier.begin(there);
        next.pass(GATHERING);
        assertThat(next.invitations.waiting().get()).hasSize(1);
        assertThat(there.all()).isEmpty();
    }
}
