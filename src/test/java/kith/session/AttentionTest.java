package kith.session;

import static kith.session.ScriptedSession.LAYLA;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.PresenceSubscription;
import kith.session.chat.Attention;
import kith.xmpp.IncomingMessage;
import kith.xmpp.Wishes;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// What counts as read, and is told to its sender, by what the user has before their eyes.
class AttentionTest extends NotifierFixture {

    private final Attention attention = session.attention;

    AttentionTest() {
        session.befriend(account, "Layla", PresenceSubscription.BOTH);
        session.server(account).takeSent();
    }

    @Test
    void whatComesBelowIsReadAtTheEnd() {
        var page = attention.open(layla);
        page.atEnd(true);
        attention.watching(Optional.of(layla));
        page.atEnd(false);
        come("a");
        come("b");
        assertThat(unread()).isEqualTo(2);
        assertThat(markers()).isEmpty();
        page.atEnd(true);
        assertThat(unread()).isZero();
        assertThat(markers()).containsExactly("b");
        come("c");
        assertThat(unread()).isZero();
        assertThat(markers()).containsExactly("c");
    }

    @Test
    void noNoticeIsRaisedOfWhatComesBelow() {
        attention.open(layla).atEnd(false);
        attention.watching(Optional.of(layla));
        come("a");
        gather();
        assertThat(desktop.all()).isEmpty();
        attention.watching(Optional.empty());
        come("b");
        gather();
        assertThat(told()).containsExactly("1 word b");
    }

    @Test
    void aPageThatHasNotBeenLaidOutShowsNothing() {
        come("a");
        var page = attention.open(layla);
        attention.watching(Optional.of(layla));
        assertThat(unread()).isEqualTo(1);
        page.atEnd(true);
        assertThat(unread()).isZero();
    }

    @Test
    void theEndBehindAnotherWindowIsNotSeen() {
        attention.open(layla).atEnd(true);
        come("a");
        assertThat(unread()).isEqualTo(1);
        attention.watching(Optional.of(layla));
        assertThat(unread()).isZero();
    }

    /// A chat moves into a window of its own, or back: there are two for a moment.
    @Test
    void aPageThatIsClosedSaysNothingOfTheOther() {
        var before = attention.open(layla);
        before.atEnd(true);
        attention.watching(Optional.of(layla));
        var now = attention.open(layla);
        before.close();
        come("a");
        assertThat(unread()).isEqualTo(1);
        now.atEnd(true);
        assertThat(unread()).isZero();
        now.close();
        come("b");
        assertThat(unread()).as("no page says otherwise").isZero();
    }

    private void come(String id) {
        var said = session.incoming.from(LAYLA, id, "word " + id).message();
        session.say(
                account,
                new XmppEvent.MessageArrived(
                        new IncomingMessage(
                                said.peer(),
                                said.isRoom(),
                                said.ids(),
                                said.author(),
                                said.at(),
                                said.content(),
                                said.way(),
                                new Wishes(true, true))));
    }

    private int unread() {
        return session.chatList.unread(layla);
    }

    /// The ids that were said to be displayed (XEP-0333).
    private List<String> markers() {
        return session.server(account).takeSent().stream()
                .map(stanza -> stanza.toXML().toString())
                .filter(xml -> xml.contains("<displayed "))
                .map(xml -> xml.replaceAll("(?s).*<displayed [^>]*id='([^']*)'.*", "$1"))
                .toList();
    }
}
