package kith.session;

import static kith.session.ScriptedSession.LAYLA;
import static kith.session.ScriptedSession.ME;
import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Alerts;
import kith.model.Author;
import kith.model.Availability;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Confidant;
import kith.model.ConnectionProblem;
import kith.model.Content;
import kith.model.Presence;
import kith.session.notify.Notice;
import kith.session.notify.Subject;
import kith.xmpp.IncomingMessage.Way;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Duration;
import java.util.Optional;

/// Of which messages the user is told while they look elsewhere, and in which words.
class NotifierTest extends NotifierFixture {

    @Test
    void aMessageOfAContactIsTold() {
        session.say(account, session.incoming.from(LAYLA, "a", "The proof is back"));
        assertThat(desktop.all()).as("gathered first").isEmpty();
        gather();
        assertThat(desktop.standing())
                .singleElement()
                .isInstanceOfSatisfying(
                        Notice.Messages.class,
                        it -> {
                            assertThat(it.subject())
                                    .isEqualTo(new Subject.OfChat(layla, Chat.Kind.CONTACT));
                            assertThat(it.title()).isEqualTo(LAYLA.toString());
                            assertThat(it.newest().words()).contains("The proof is back");
                            assertThat(it.count()).isEqualTo(1);
                            assertThat(it.showsWords()).isTrue();
                        });
    }

    @Test
    void eachChatHasOneWithTheNewestAndHowManyTheyAre() {
        session.say(
                account,
                session.incoming.from(LAYLA, "a", "one"),
                session.incoming.from(LAYLA, "b", "two"));
        gather();
        assertThat(told()).containsExactly("2 two");
        session.say(account, session.incoming.from(LAYLA, "c", "three"));
        gather();
        assertThat(told()).containsExactly("3 three");
        assertThat(desktop.all()).hasSize(2);
    }

    @Test
    void ofARoomOpenToStrangersOnlyWhatSpeaksToTheUser() {
        enter();
        open();
        session.say(account, session.incoming.inRoom("Jonas", "a", "Who has the key?", false));
        gather();
        assertThat(desktop.all()).isEmpty();

        session.say(account, session.incoming.inRoom("Jonas", "b", "Mara, have you?", false));
        gather();
        assertThat(told()).containsExactly("1 Mara, have you?");
        assertThat(((Notice.Messages) desktop.standing().getFirst()).isMention()).isTrue();

        session.say(account, session.incoming.inRoom("Priya", "c", "I have", false));
        gather();
        assertThat(desktop.all()).hasSize(1);
    }

    @Test
    void whatOneSaysInPrivateThereSpeaksToTheUser() {
        enter();
        open();
        var jonas = JidCreate.fromOrThrowUnchecked(ROOM + "/Jonas");
        var whisper = new Content.Private(new Confidant("Jonas", Optional.empty()), "Psst");
        arrive(true, jonas, ROOM, whisper, session.tick(), Way.LIVE);
        gather();
        assertThat(told()).containsExactly("1 Psst");
    }

    @Test
    void ofARoomSetToAllEverythingOfOneSetToNeverNothing() {
        enter();
        open();
        session.flags.choose(room, Alerts.ALL);
        session.say(account, session.incoming.inRoom("Jonas", "a", "Who has the key?", false));
        gather();
        assertThat(told()).containsExactly("1 Who has the key?");

        session.flags.choose(room, Alerts.NEVER);
        assertThat(desktop.standing()).as("what stands is too much, too").isEmpty();
        session.say(account, session.incoming.inRoom("Jonas", "b", "Mara?", false));
        gather();
        assertThat(desktop.all()).hasSize(1);
    }

    @Test
    void aMutedChatRaisesNothingUntilTheMuteIsOver() {
        session.say(account, session.incoming.from(LAYLA, "a", "one"));
        session.flags.mute(layla, Optional.of(Duration.ofHours(1)));
        gather();
        assertThat(desktop.all()).as("muted in the meantime").isEmpty();
        session.say(account, session.incoming.from(LAYLA, "b", "two"));
        gather();
        assertThat(desktop.all()).isEmpty();
        session.pass(Duration.ofHours(1));
        session.pass(Duration.ofMinutes(1));
        session.say(account, session.incoming.from(LAYLA, "c", "three"));
        gather();
        assertThat(told()).containsExactly("1 three");
    }

    @Test
    void whatIsInFrontOfTheUserIsNotTold() {
        session.attention.watching(Optional.of(layla));
        session.say(account, session.incoming.from(LAYLA, "a", "one"));
        gather();
        assertThat(desktop.all()).isEmpty();

        session.attention.watching(Optional.empty());
        session.say(account, session.incoming.from(LAYLA, "b", "two"));
        session.attention.watching(Optional.of(layla));
        gather();
        assertThat(desktop.all()).as("looked at in the meantime").isEmpty();

        session.attention.watching(Optional.empty());
        session.say(account, session.incoming.from(LAYLA, "c", "three"));
        gather();
        assertThat(told()).containsExactly("1 three");
        session.attention.watching(Optional.of(layla));
        assertThat(desktop.standing()).as("read").isEmpty();
    }

    @Test
    void itSaysWhatTheMessageSaysNow() {
        session.say(account, session.incoming.from(LAYLA, "a", "thursday"));
        session.say(account, session.incoming.correction(LAYLA, "b", "a", "friday"));
        gather();
        assertThat(told()).containsExactly("1 friday");
    }

    @Test
    void reactionsSubjectsAndWhatIsKnownAlreadyRaiseNothing() {
        var message = session.incoming.from(LAYLA, "a", "one");
        session.say(account, message);
        gather();
        session.say(account, message, session.incoming.reaction(LAYLA, "r", "a", "👍"));
        session.say(account, session.incoming.arrived(LAYLA, "s", new Content.Subject("Ink")));
        gather();
        assertThat(desktop.all()).hasSize(1);
    }

    /// R15: what was kept for long is no news.
    @Test
    void whatIsOlderThanTenMinutesIsNoNews() {
        var text = new Content.Text("late");
        var past = session.now().minus(Duration.ofMinutes(11));
        arrive(false, LAYLA, LAYLA, text, past, Way.DELAYED);
        gather();
        assertThat(desktop.all()).isEmpty();
        past = session.now().minus(Duration.ofMinutes(9));
        arrive(false, LAYLA, LAYLA, new Content.Text("just now"), past, Way.DELAYED);
        gather();
        assertThat(told()).containsExactly("1 just now");
    }

    @Test
    void whatAnArchiveTellsIsNoNews() {
        var archive = session.archive(ME);
        session.on(account, server -> server.signedIn(false));
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        archive.put(LAYLA, false, author(LAYLA), "a", "missed", session.tick());
        session.on(account, server -> server.signedIn(false));
        assertThat(session.bodies(layla)).containsExactly("missed");
        assertThat(session.chatList.unread(layla)).isEqualTo(1);
        gather();
        assertThat(desktop.all()).isEmpty();
        session.say(account, session.incoming.from(LAYLA, "b", "live"));
        gather();
        assertThat(told()).containsExactly("1 live");
    }

    @Test
    void whoIsBusyIsToldNothingNotEvenLater() {
        session.presence.set(new Presence(Availability.BUSY, ""));
        session.say(account, session.incoming.from(LAYLA, "a", "one"));
        gather();
        session.presence.set(Presence.AVAILABLE);
        session.say(account, session.incoming.from(LAYLA, "b", "two"));
        session.presence.set(new Presence(Availability.BUSY, ""));
        gather();
        session.presence.set(Presence.AVAILABLE);
        gather();
        assertThat(desktop.all()).isEmpty();
        session.say(account, session.incoming.from(LAYLA, "c", "three"));
        gather();
        assertThat(told()).containsExactly("1 three");
    }

    @Test
    void turnedOffNothingIsToldAndWhatStandsIsTakenAway() {
        session.say(account, session.incoming.from(LAYLA, "a", "one"));
        gather();
        session.preferences.setNotifies(false);
        assertThat(desktop.standing()).isEmpty();
        session.say(account, session.incoming.from(LAYLA, "b", "two"));
        gather();
        assertThat(desktop.all()).hasSize(1);

        var next = new ScriptedSession(session);
        assertThat(next.preferences.notifies().get()).isFalse();
        assertThat(next.preferences.notifiesWords().get()).isTrue();
    }

    @Test
    void wordsAreLeftOutWhereTheUserWantsThat() {
        session.say(account, session.incoming.from(LAYLA, "a", "one"));
        gather();
        session.preferences.setNotifiesWords(false);
        assertThat(desktop.standing()).as("with words").isEmpty();
        session.say(account, session.incoming.from(LAYLA, "b", "two"));
        invite(ROOM, LAYLA);
        gather();
        assertThat(desktop.standing())
                .satisfiesExactly(
                        it -> assertThat(((Notice.Messages) it).showsWords()).isFalse(),
                        it -> assertThat(((Notice.Invited) it).showsWords()).isFalse());
    }

    @Test
    void withoutADesktopNothingIsWaitedFor() {
        var command = new ScriptedSession();
        var own = command.signIn();
        int before = command.timer.waiting();
        command.say(own, command.incoming.from(LAYLA, "z", "hello"));
        assertThat(command.chatList.unread(new ChatKey(own, LAYLA))).isEqualTo(1);
        assertThat(command.timer.waiting()).isEqualTo(before);
        assertThat(command.notifier.end().toCompletableFuture()).isCompleted();
    }

    private static Author author(Jid address) {
        return new Author(address, Optional.empty(), false);
    }
}
