package kith.session;

import static kith.session.ScriptedSession.LAYLA;
import static kith.session.ScriptedSession.ME;
import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Content;
import kith.xmpp.IncomingMessage.Way;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.Test;

/// What stands on the desktop is taken away once it is no news any more.
class WithdrawnNoticesTest extends NotifierFixture {

    @Test
    void ownWordsFromOtherDevicesAreNotToldAndAnswerWhatIs() {
        session.say(account, session.incoming.from(LAYLA, "a", "one"));
        gather();
        assertThat(told()).containsExactly("1 one");
        arrive(false, ME, LAYLA, new Content.Text("yes"), session.tick(), Way.CARBON);
        assertThat(desktop.standing()).isEmpty();
        gather();
        assertThat(desktop.all()).hasSize(1);
    }

    @Test
    void whatAnotherDeviceReadsIsTakenAwayOrNeverShown() {
        session.say(account, archived("a"), archived("b"), archived("c"));
        gather();
        assertThat(told()).containsExactly("3 c");
        session.say(account, new XmppEvent.ReadElsewhere(LAYLA, "b"));
        assertThat(told()).as("the newest is not read yet").containsExactly("3 c");
        session.say(account, archived("d"));
        gather();
        assertThat(told()).as("of which two").containsExactly("2 d");
        session.say(account, new XmppEvent.ReadElsewhere(LAYLA, "d"));
        assertThat(desktop.standing()).isEmpty();

        session.say(account, archived("e"));
        session.say(account, new XmppEvent.ReadElsewhere(LAYLA, "e"));
        gather();
        assertThat(desktop.all()).hasSize(2);
    }

    @Test
    void aMentionThatWasReadElsewhereStandsNoLongerThoughMoreIsUnread() {
        enter();
        open();
        arrive(true, occupant("Jonas"), ROOM, "a", "Mara?");
        gather();
        assertThat(told()).containsExactly("1 Mara?");
        arrive(true, occupant("Jonas"), ROOM, "b", "Anyone");
        session.say(account, new XmppEvent.ReadElsewhere(ROOM, "a"));
        assertThat(session.chatList.unread(room)).isEqualTo(1);
        assertThat(desktop.standing()).isEmpty();
    }

    @Test
    void whatIsReadHereIsTakenAway() {
        session.say(account, session.incoming.from(LAYLA, "a", "one"));
        gather();
        session.chats.markRead(layla);
        assertThat(desktop.standing()).isEmpty();
        session.say(account, session.incoming.from(LAYLA, "b", "two"));
        gather();
        assertThat(told()).as("counted anew").containsExactly("1 two");
    }

    @Test
    void whatIsTakenBackIsNotToldAnyMore() {
        session.say(
                account,
                session.incoming.from(LAYLA, "a", "one"),
                session.incoming.from(LAYLA, "b", "two"));
        gather();
        session.say(account, session.incoming.retraction(LAYLA, "r1", "b"));
        assertThat(told()).containsExactly("1 one");
        session.say(account, session.incoming.retraction(LAYLA, "r2", "a"));
        assertThat(desktop.standing()).isEmpty();
    }

    @Test
    void anAccountThatGoesTakesItsNoticesWithIt() {
        session.say(account, session.incoming.from(LAYLA, "a", "one"));
        invite(ROOM, LAYLA);
        gather();
        assertThat(desktop.standing()).hasSize(2);
        session.accounts.remove(account);
        assertThat(desktop.standing()).isEmpty();
    }

    @Test
    void atTheEndAllIsTakenAwayAndNothingComesAfter() {
        session.say(account, session.incoming.from(LAYLA, "a", "one"));
        gather();
        session.say(account, session.incoming.from(LAYLA, "b", "two"));
        assertThat(session.notifier.end().toCompletableFuture()).isCompleted();
        assertThat(desktop.isClosed()).isTrue();
        gather();
        session.say(account, session.incoming.from(LAYLA, "c", "three"));
        gather();
        assertThat(desktop.standing()).isEmpty();
    }

    /// A live message of Layla's that the account's archive has by the same name.
    private XmppEvent.MessageArrived archived(String id) {
        return message(false, LAYLA, LAYLA, id, new Content.Text(id), session.tick(), Way.LIVE);
    }
}
