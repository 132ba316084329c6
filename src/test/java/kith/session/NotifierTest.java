package kith.session;

import static kith.session.ScriptedSession.LAYLA;
import static kith.session.ScriptedSession.ME;
import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.Alerts;
import kith.model.Author;
import kith.model.Availability;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Confidant;
import kith.model.ConnectionProblem;
import kith.model.Content;
import kith.model.Invitation;
import kith.model.Inviter;
import kith.model.MessageIds;
import kith.model.Presence;
import kith.model.RoomTraits;
import kith.session.notify.Notice;
import kith.session.notify.Subject;
import kith.xmpp.IncomingMessage;
import kith.xmpp.IncomingMessage.Way;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the user is told while they look elsewhere.
class NotifierTest {

    private static final Duration GATHERING = Duration.ofSeconds(2);

    private final ScriptedSession session = new ScriptedSession();
    private final RecordedNotices desktop = new RecordedNotices();
    private final AccountId account = session.signIn();
    private final ChatKey layla = new ChatKey(account, LAYLA);
    private final ChatKey room = new ChatKey(account, ROOM);
    private int ids;

    @BeforeEach
    void begin() {
        session.notifier.begin(desktop);
    }

    @AfterEach
    void nothingFailed() {
        assertThat(session.faults.fault().get()).isEmpty();
    }

    @Test
    void aMessageOfAContactIsTold() {
        session.say(account, session.from(LAYLA, "a", "The proof is back"));
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
        session.say(account, session.from(LAYLA, "a", "one"), session.from(LAYLA, "b", "two"));
        gather();
        assertThat(told()).containsExactly("2 two");
        session.say(account, session.from(LAYLA, "c", "three"));
        gather();
        assertThat(told()).containsExactly("3 three");
        assertThat(desktop.all()).hasSize(2);
    }

    @Test
    void ofARoomOpenToStrangersOnlyWhatSpeaksToTheUser() {
        enter();
        open();
        session.say(account, session.inRoom("Jonas", "a", "Who has the key?", false));
        gather();
        assertThat(desktop.all()).isEmpty();

        session.say(account, session.inRoom("Jonas", "b", "Mara, have you?", false));
        gather();
        assertThat(told()).containsExactly("1 Mara, have you?");
        assertThat(((Notice.Messages) desktop.standing().getFirst()).isMention()).isTrue();

        session.say(account, session.inRoom("Priya", "c", "I have", false));
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
        session.say(account, session.inRoom("Jonas", "a", "Who has the key?", false));
        gather();
        assertThat(told()).containsExactly("1 Who has the key?");

        session.flags.choose(room, Alerts.NEVER);
        assertThat(desktop.standing()).as("what stands is too much, too").isEmpty();
        session.say(account, session.inRoom("Jonas", "b", "Mara?", false));
        gather();
        assertThat(desktop.all()).hasSize(1);
    }

    @Test
    void aMutedChatRaisesNothingUntilTheMuteIsOver() {
        session.say(account, session.from(LAYLA, "a", "one"));
        session.flags.mute(layla, Optional.of(Duration.ofHours(1)));
        gather();
        assertThat(desktop.all()).as("muted in the meantime").isEmpty();
        session.say(account, session.from(LAYLA, "b", "two"));
        gather();
        assertThat(desktop.all()).isEmpty();
        session.pass(Duration.ofHours(1));
        session.pass(Duration.ofMinutes(1));
        session.say(account, session.from(LAYLA, "c", "three"));
        gather();
        assertThat(told()).containsExactly("1 three");
    }

    @Test
    void whatIsInFrontOfTheUserIsNotTold() {
        session.attention.watching(Optional.of(layla));
        session.say(account, session.from(LAYLA, "a", "one"));
        gather();
        assertThat(desktop.all()).isEmpty();

        session.attention.watching(Optional.empty());
        session.say(account, session.from(LAYLA, "b", "two"));
        session.attention.watching(Optional.of(layla));
        gather();
        assertThat(desktop.all()).as("looked at in the meantime").isEmpty();

        session.attention.watching(Optional.empty());
        session.say(account, session.from(LAYLA, "c", "three"));
        gather();
        assertThat(told()).containsExactly("1 three");
        session.attention.watching(Optional.of(layla));
        assertThat(desktop.standing()).as("read").isEmpty();
    }

    @Test
    void ownWordsFromOtherDevicesAreNotToldAndAnswerWhatIs() {
        session.say(account, session.from(LAYLA, "a", "one"));
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
        session.say(account, session.from(LAYLA, "a", "one"));
        gather();
        session.chats.markRead(layla);
        assertThat(desktop.standing()).isEmpty();
        session.say(account, session.from(LAYLA, "b", "two"));
        gather();
        assertThat(told()).as("counted anew").containsExactly("1 two");
    }

    @Test
    void whatIsTakenBackIsNotToldAnyMore() {
        session.say(account, session.from(LAYLA, "a", "one"), session.from(LAYLA, "b", "two"));
        gather();
        session.say(account, session.retraction(LAYLA, "r1", "b"));
        assertThat(told()).containsExactly("1 one");
        session.say(account, session.retraction(LAYLA, "r2", "a"));
        assertThat(desktop.standing()).isEmpty();
    }

    @Test
    void itSaysWhatTheMessageSaysNow() {
        session.say(account, session.from(LAYLA, "a", "thursday"));
        session.say(account, session.correction(LAYLA, "b", "a", "friday"));
        gather();
        assertThat(told()).containsExactly("1 friday");
    }

    @Test
    void reactionsSubjectsAndWhatIsKnownAlreadyRaiseNothing() {
        var message = session.from(LAYLA, "a", "one");
        session.say(account, message);
        gather();
        session.say(account, message, session.reaction(LAYLA, "r", "a", "👍"));
        session.say(account, session.arrived(LAYLA, "s", new Content.Subject("Ink")));
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
        session.say(account, session.from(LAYLA, "b", "live"));
        gather();
        assertThat(told()).containsExactly("1 live");
    }

    @Test
    void whoIsBusyIsToldNothingNotEvenLater() {
        session.presence.set(new Presence(Availability.BUSY, ""));
        session.say(account, session.from(LAYLA, "a", "one"));
        gather();
        session.presence.set(Presence.AVAILABLE);
        session.say(account, session.from(LAYLA, "b", "two"));
        session.presence.set(new Presence(Availability.BUSY, ""));
        gather();
        session.presence.set(Presence.AVAILABLE);
        gather();
        assertThat(desktop.all()).isEmpty();
        session.say(account, session.from(LAYLA, "c", "three"));
        gather();
        assertThat(told()).containsExactly("1 three");
    }

    @Test
    void turnedOffNothingIsToldAndWhatStandsIsTakenAway() {
        session.say(account, session.from(LAYLA, "a", "one"));
        gather();
        session.preferences.setNotifies(false);
        assertThat(desktop.standing()).isEmpty();
        session.say(account, session.from(LAYLA, "b", "two"));
        gather();
        assertThat(desktop.all()).hasSize(1);

        var next = new ScriptedSession(session);
        assertThat(next.preferences.notifies().get()).isFalse();
        assertThat(next.preferences.notifiesWords().get()).isTrue();
    }

    @Test
    void wordsAreLeftOutWhereTheUserWantsThat() {
        session.say(account, session.from(LAYLA, "a", "one"));
        gather();
        session.preferences.setNotifiesWords(false);
        assertThat(desktop.standing()).as("with words").isEmpty();
        session.say(account, session.from(LAYLA, "b", "two"));
        invite(ROOM, LAYLA);
        gather();
        assertThat(desktop.standing())
                .satisfiesExactly(
                        it -> assertThat(((Notice.Messages) it).showsWords()).isFalse(),
                        it -> assertThat(((Notice.Invited) it).showsWords()).isFalse());
    }

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

    @Test
    void manyAtOnceAreGatheredIntoOne() {
        for (int i = 0; i < 50; i++) {
            var peer = JidCreate.bareFromOrThrowUnchecked("m" + i + "@evil.example");
            session.say(
                    account,
                    session.from(peer, "a" + i, "buy"),
                    session.from(peer, "b" + i, "buy"));
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
            session.say(account, session.from(friend(i), "a" + i, "hello"));
            gather();
        }
        assertThat(desktop.standing()).hasSize(4).allMatch(Notice.Messages.class::isInstance);
        session.say(account, session.from(friend(4), "a4", "hello"));
        gather();
        assertThat(desktop.standing()).hasSize(5).last().isEqualTo(new Notice.Several(1, 1, 0));
        session.say(account, session.from(friend(0), "b0", "still there?"));
        gather();
        assertThat(told()).contains("2 still there?");
        session.say(account, session.from(friend(5), "a5", "hello"));
        gather();
        assertThat(desktop.standing()).hasSize(5).last().isEqualTo(new Notice.Several(2, 2, 0));
        session.chats.markRead(new ChatKey(account, friend(0)));
        session.chats.markRead(new ChatKey(account, friend(1)));
        session.say(account, session.from(friend(4), "b4", "hello"));
        gather();
        assertThat(told()).as("there is room for it again").contains("2 hello");
    }

    @Test
    void whatTheUserPutAwayTakesNoRoom() {
        for (int i = 0; i < 6; i++) {
            session.say(account, session.from(friend(i), "a" + i, "hello"));
            gather();
            var subject = desktop.standing().getLast().subject();
            assertThat(subject).isInstanceOf(Subject.OfChat.class);
            desktop.withdraw(subject);
            session.notifier.gone(subject);
        }
        session.say(account, session.from(friend(0), "b0", "again"));
        gather();
        assertThat(told()).containsExactly("2 again");
    }

    @Test
    void anAccountThatGoesTakesItsNoticesWithIt() {
        session.say(account, session.from(LAYLA, "a", "one"));
        invite(ROOM, LAYLA);
        gather();
        assertThat(desktop.standing()).hasSize(2);
        session.accounts.remove(account);
        assertThat(desktop.standing()).isEmpty();
    }

    @Test
    void atTheEndAllIsTakenAwayAndNothingComesAfter() {
        session.say(account, session.from(LAYLA, "a", "one"));
        gather();
        session.say(account, session.from(LAYLA, "b", "two"));
        assertThat(session.notifier.end().toCompletableFuture()).isCompleted();
        assertThat(desktop.isClosed()).isTrue();
        gather();
        session.say(account, session.from(LAYLA, "c", "three"));
        gather();
        assertThat(desktop.standing()).isEmpty();
    }

    @Test
    void withoutADesktopNothingIsWaitedFor() {
        var command = new ScriptedSession();
        var own = command.signIn();
        int before = command.timer.waiting();
        command.say(own, command.from(LAYLA, "z", "hello"));
        assertThat(command.chatList.unread(new ChatKey(own, LAYLA))).isEqualTo(1);
        assertThat(command.timer.waiting()).isEqualTo(before);
        assertThat(command.notifier.end().toCompletableFuture()).isCompleted();
    }

    private void gather() {
        session.pass(GATHERING);
    }

    /// Of what stands of chats, how many messages and what the newest says.
    private List<String> told() {
        return desktop.standing().stream()
                .filter(Notice.Messages.class::isInstance)
                .map(Notice.Messages.class::cast)
                .map(it -> it.count() + " " + it.newest().words().orElse("–"))
                .toList();
    }

    private void enter() {
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
    }

    /// The room says that it is open to strangers.
    private void open() {
        session.say(
                account,
                new XmppEvent.RoomDescribed(ROOM, RoomTraits.of(RoomTraits.Trait.SEMI_ANONYMOUS)));
    }

    private void invite(BareJid to, BareJid by) {
        var inviter = new Inviter.Person(by);
        session.say(
                account,
                new XmppEvent.Invited(
                        new Invitation(to, inviter, "Riso", Optional.empty(), session.tick())));
    }

    /// A live message of Layla's that the account's archive has by the same name.
    private XmppEvent.MessageArrived archived(String id) {
        return message(false, LAYLA, LAYLA, id, new Content.Text(id), session.tick(), Way.LIVE);
    }

    private void arrive(boolean isRoom, Jid from, BareJid peer, String id, String text) {
        session.say(
                account,
                message(isRoom, from, peer, id, new Content.Text(text), session.tick(), Way.LIVE));
    }

    private void arrive(
            boolean isRoom, Jid from, BareJid peer, Content content, Instant at, Way way) {
        session.say(account, message(isRoom, from, peer, "n" + ids++, content, at, way));
    }

    private static XmppEvent.MessageArrived message(
            boolean isRoom,
            Jid from,
            BareJid peer,
            String id,
            Content content,
            Instant at,
            Way way) {
        return new XmppEvent.MessageArrived(
                new IncomingMessage(
                        peer,
                        isRoom,
                        new MessageIds(id, Optional.of(id), Optional.of(id)),
                        new Author(from, Optional.empty(), from.equals(ME)),
                        at,
                        content,
                        way));
    }

    private static Author author(Jid address) {
        return new Author(address, Optional.empty(), false);
    }

    private static Jid occupant(String nick) {
        return JidCreate.fromOrThrowUnchecked(ROOM + "/" + nick);
    }

    private static BareJid friend(int number) {
        return JidCreate.bareFromOrThrowUnchecked("friend" + number + "@birke.example");
    }
}
