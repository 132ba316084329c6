package kith.session;

import static kith.session.ScriptedSession.LAYLA;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.Author;
import kith.model.Content;
import kith.model.MessageIds;
import kith.session.notify.Notice;
import kith.xmpp.IncomingMessage;
import kith.xmpp.IncomingMessage.Way;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

/// What comes and is taken back in one batch: as many are unread after it as before.
class NotifierBatchTest {

    private static final Duration GATHERING = Duration.ofSeconds(2);

    private final ScriptedSession session = new ScriptedSession();
    private final RecordedNotices desktop = new RecordedNotices();
    private final AccountId account = session.signIn();

    @BeforeEach
    void begin() {
        session.notifier.begin(desktop);
    }

    @Test
    void whatIsTakenBackAsItComesIsNotTold() {
        session.say(account, late());
        session.say(
                account,
                session.incoming.from(LAYLA, "a", "one"),
                session.incoming.retraction(LAYLA, "r", "a"));
        session.pass(GATHERING);
        assertThat(desktop.all()).as("what is unread is no news").isEmpty();
    }

    @Test
    void whatIsTakenBackAsAnotherComesIsNotCounted() {
        session.say(account, session.incoming.from(LAYLA, "a", "one"));
        session.pass(GATHERING);
        session.say(
                account,
                session.incoming.retraction(LAYLA, "r", "a"),
                session.incoming.from(LAYLA, "b", "two"));
        session.pass(GATHERING);
        assertThat(desktop.standing())
                .singleElement()
                .isInstanceOfSatisfying(
                        Notice.Messages.class,
                        it -> {
                            assertThat(it.newest().words()).contains("two");
                            assertThat(it.count()).isEqualTo(1);
                        });
    }

    /// Older than what is news, and unread.
    private XmppEvent late() {
        return new XmppEvent.MessageArrived(
                new IncomingMessage(
                        LAYLA,
                        false,
                        new MessageIds("late", Optional.empty(), Optional.empty()),
                        new Author(LAYLA, Optional.empty(), false),
                        session.now().minus(Duration.ofMinutes(11)),
                        new Content.Text("late"),
                        Way.DELAYED));
    }
}
