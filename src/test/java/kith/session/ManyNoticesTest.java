package kith.session;

import static kith.session.ScriptedSession.LAYLA;
import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.ChatKey;
import kith.session.notify.Notice;
import kith.session.notify.Subject;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

/// Of much at once, or one after the other, the user is told in a few.
class ManyNoticesTest extends NotifierFixture {

    @Test
    void manyAtOnceAreGatheredIntoOne() {
        for (int i = 0; i < 50; i++) {
            var peer = JidCreate.bareFromOrThrowUnchecked("m" + i + "@evil.example");
            session.say(
                    account,
                    session.incoming.from(peer, "a" + i, "buy"),
                    session.incoming.from(peer, "b" + i, "buy"));
        }
        invite(ROOM, LAYLA);
        gather();
        assertThat(desktop.all()).containsExactly(new Notice.Several(100, 50, 1));
        for (int i = 0; i < 50; i++) {
            var peer = JidCreate.bareFromOrThrowUnchecked("m" + i + "@evil.example");
            session.chats.markRead(new ChatKey(account, peer));
        }
        assertThat(desktop.standing()).hasSize(1);
        session.say(account, new XmppEvent.InvitationAnswered(ROOM, session.tick()));
        assertThat(desktop.standing()).isEmpty();
        assertThat(desktop.all()).hasSize(1);
    }

    @Test
    void noMoreThanFourStandBesideEachOther() {
        for (int i = 0; i < 4; i++) {
            session.say(account, session.incoming.from(friend(i), "a" + i, "hello"));
            gather();
        }
        assertThat(desktop.standing()).hasSize(4).allMatch(Notice.Messages.class::isInstance);
        session.say(account, session.incoming.from(friend(4), "a4", "hello"));
        gather();
        assertThat(desktop.standing()).hasSize(5).last().isEqualTo(new Notice.Several(1, 1, 0));
        session.say(account, session.incoming.from(friend(0), "b0", "still there?"));
        gather();
        assertThat(told()).contains("2 still there?");
        session.say(account, session.incoming.from(friend(5), "a5", "hello"));
        gather();
        assertThat(desktop.standing()).hasSize(5).last().isEqualTo(new Notice.Several(2, 2, 0));
        session.chats.markRead(new ChatKey(account, friend(0)));
        session.chats.markRead(new ChatKey(account, friend(1)));
        session.say(account, session.incoming.from(friend(4), "b4", "hello"));
        gather();
        assertThat(told()).as("there is room for it again").contains("2 hello");
    }

    @Test
    void whatTheUserPutAwayTakesNoRoom() {
        for (int i = 0; i < 6; i++) {
            session.say(account, session.incoming.from(friend(i), "a" + i, "hello"));
            gather();
            var subject = desktop.standing().getLast().subject();
            assertThat(subject).isInstanceOf(Subject.OfChat.class);
            desktop.withdraw(subject);
            session.notifier.gone(subject);
        }
        session.say(account, session.incoming.from(friend(0), "b0", "again"));
        gather();
        assertThat(told()).containsExactly("2 again");
    }

    private static BareJid friend(int number) {
        return JidCreate.bareFromOrThrowUnchecked("friend" + number + "@birke.example");
    }
}
