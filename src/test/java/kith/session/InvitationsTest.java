package kith.session;

import static kith.session.ScriptedSession.LAYLA;
import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.DeclinedInvitation;
import kith.model.Invitation;
import kith.model.Inviter;
import kith.model.PresenceSubscription;
import kith.model.ReceivedInvitation;
import kith.model.Refusal;
import kith.xmpp.PayloadIq;
import kith.xmpp.XmppEvent;

import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.Stanza;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class InvitationsTest {

    private static final String INFO = "http://jabber.org/protocol/disco#info";
    private static final BareJid MALLORY = bare("mallory@evil.example");

    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();
    private final ChatKey key = new ChatKey(account, ROOM);

    @Test
    void waitsForAnAnswerOverARestart() {
        know();
        invited(direct(ROOM, LAYLA, "Riso night", Optional.of("ink")));

        assertThat(waiting(session)).isEqualTo(waiting(new ScriptedSession(session)));
        assertThat(waiting(session))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.name()).isEqualTo("Layla Haddad");
                            assertThat(it.isStranger()).isFalse();
                            assertThat(it.invitation().reason()).isEqualTo("Riso night");
                            assertThat(it.invitation().password()).contains("ink");
                        });
        assertThat(session.rooms.rooms().get()).isEmpty(); // nothing enters it by itself
        assertThat(session.server(account).takeSent()).isEmpty();
    }

    @Test
    void whatTheRoomSaysOfAContactIsNotBelieved() {
        know();
        invited(byRoom(ROOM, LAYLA.toString()));
        assertThat(waiting(session))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.isStranger()).isTrue();
                            assertThat(it.name()).isEqualTo(LAYLA.toString());
                        });
    }

    @Test
    void theSameRoomIsThereOnceAndAContactsWordCountsMore() {
        know();
        invited(byRoom(ROOM, LAYLA.toString()));
        invited(direct(ROOM, MALLORY, "Elsewhere", Optional.empty()));
        assertThat(waiting(session))
                .singleElement()
                .matches(it -> it.name().equals("layla@birke.example"));
        invited(direct(ROOM, LAYLA, "Riso night", Optional.empty()));
        invited(byRoom(ROOM, MALLORY.toString()));
        assertThat(waiting(session))
                .singleElement()
                .matches(it -> it.name().equals("Layla Haddad"));
    }

    @Test
    void oneToARoomWeAreInIsNoneAndEnteringAnswersOne() {
        invited(byRoom(ROOM, MALLORY.toString()));
        enter();
        assertThat(waiting(session)).isEmpty();
        invited(byRoom(ROOM, MALLORY.toString()));
        assertThat(waiting(session)).isEmpty();
        assertThat(waiting(new ScriptedSession(session))).isEmpty();
    }

    @Test
    void aNoGoesToTheRoomAndAnArchivesCopyComesNotAgain() {
        var invitation = byRoom(ROOM, MALLORY.toString());
        invited(invitation);
        assertThat(decline("No time")).isEmpty();
        assertThat(session.server(account).takeSent())
                .singleElement()
                .extracting(Stanza::toXML)
                .asString()
                .contains("to='" + ROOM + "'", "<decline to='mallory@evil.example'>", "No time");
        assertThat(waiting(session)).isEmpty();

        invited(invitation);
        assertThat(waiting(session)).isEmpty();
        session.pass(Duration.ofHours(1));
        invited(byRoom(ROOM, MALLORY.toString()));
        assertThat(waiting(session)).hasSize(1);
    }

    @Test
    void whoWroteThemselvesIsToldNothing() {
        invited(direct(ROOM, MALLORY, "", Optional.empty()));
        assertThat(decline("")).isEmpty();
        assertThat(session.server(account).takeSent()).isEmpty();
        assertThat(waiting(session)).isEmpty();
    }

    @Test
    void aNoThatCannotBeToldLeavesItWaiting() {
        invited(byRoom(ROOM, MALLORY.toString()));
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        assertThat(decline("")).contains(Refusal.of(Refusal.Reason.OFFLINE));
        assertThat(waiting(session)).hasSize(1);
    }

    @Test
    void anotherDevicesNoCountsHereAlsoWhereItIsHeardFirst() {
        var invitation = byRoom(ROOM, MALLORY.toString());
        invited(invitation);
        session.say(account, new XmppEvent.InvitationAnswered(ROOM, session.tick()));
        assertThat(waiting(session)).isEmpty();
        invited(invitation);
        assertThat(waiting(session)).isEmpty();
    }

    @Test
    void oldOnesOfAnArchiveAreNotShown() {
        var old = session.now().minus(Duration.ofDays(31));
        invited(new Invitation(ROOM, new Inviter.Person(MALLORY), "", Optional.empty(), old));
        assertThat(waiting(session)).isEmpty();
    }

    /// H06: ten thousand of one service, of many rooms and strangers, leave room for a contact's.
    @Test
    void aFloodIsBounded() {
        know();
        for (int i = 0; i < 10_000; i++) {
            invited(byRoom(bare("r" + i + "@evil.example"), LAYLA.toString()));
        }
        assertThat(waiting(session)).hasSize(10);
        for (int i = 0; i < 1000; i++) {
            var sender = bare("m" + i + "@evil" + i + ".example");
            invited(direct(bare("r@x" + i + ".example"), sender, "", Optional.empty()));
        }
        assertThat(waiting(session)).hasSize(20);
        invited(direct(ROOM, LAYLA, "", Optional.empty()));
        assertThat(waiting(session)).hasSize(21).last().matches(it -> !it.isStranger());
    }

    @Test
    void isGoneWithItsAccount() {
        invited(byRoom(ROOM, MALLORY.toString()));
        session.accounts.remove(account);
        assertThat(waiting(session)).isEmpty();
    }

    @Test
    void aContactIsAskedDirectlyWhereTheRoomLetsEverybodyIn() {
        know();
        enter();
        var outcome = session.invitationsSent.invite(key, LAYLA, "Riso night");
        answerInfo("muc_open");
        assertThat(outcome).isCompletedWithValue(Optional.empty());
        assertThat(lastMessage())
                .contains("to='" + LAYLA + "'", "jabber:x:conference", "password='ink'");
    }

    @Test
    void theRoomAsksWhereItHasMembersAndItsRefusalIsTold() {
        know();
        enter();
        var outcome = session.invitationsSent.invite(key, LAYLA, "");
        answerInfo("muc_membersonly");
        var sent = lastMessageStanza();
        assertThat(sent.toXML().toString())
                .contains("to='" + ROOM + "'", "<invite to='" + LAYLA + "'>");
        assertThat(outcome).isNotDone();
        var refusal = Refusal.of(Refusal.Reason.FORBIDDEN);
        session.say(account, new XmppEvent.MessageRefused(MALLORY, sent.getStanzaId(), refusal));
        assertThat(outcome).isNotDone(); // nobody else can refuse for the room
        session.say(account, new XmppEvent.MessageRefused(ROOM, sent.getStanzaId(), refusal));
        assertThat(outcome).isCompletedWithValue(Optional.of(refusal));
    }

    @Test
    void aStrangerIsTheRoomsToAskAndSilenceIsConsent() {
        enter();
        var outcome = session.invitationsSent.invite(key, MALLORY, "");
        answerInfo("muc_open");
        assertThat(lastMessage()).contains("<invite to='" + MALLORY + "'>");
        answerInfo("muc_open");
        assertThat(outcome).isCompletedWithValue(Optional.empty());
    }

    @Test
    void aStrangerIsWrittenToWhereAnOpenRoomHandsOnNothing() {
        enter();
        var outcome = session.invitationsSent.invite(key, MALLORY, "Riso night");
        answerInfo("muc_open");
        refuse(Refusal.Reason.FORBIDDEN);
        assertThat(outcome).isCompletedWithValue(Optional.empty());
        assertThat(lastMessage())
                .contains("to='" + MALLORY + "'", "jabber:x:conference", "reason='Riso night'");
        session.say(account, new XmppEvent.InvitationDeclined(ROOM, MALLORY, "Said the room"));
        assertThat(session.invitationsSent.declined().get()).isEmpty(); // it invited nobody
    }

    @Test
    void anAddressThatTheRoomDoesNotTakeIsNotWrittenTo() {
        enter();
        var outcome = session.invitationsSent.invite(key, MALLORY, "");
        answerInfo("muc_open");
        refuse(Refusal.Reason.BAD_ADDRESS);
        assertThat(outcome)
                .isCompletedWithValue(Optional.of(Refusal.of(Refusal.Reason.BAD_ADDRESS)));
        assertThat(session.server(account).takeSent()).isEmpty();
    }

    @Test
    void whereWeAreNotInNobodyIsInvited() {
        assertThat(session.invitationsSent.invite(key, LAYLA, ""))
                .isCompletedWithValue(Optional.of(Refusal.of(Refusal.Reason.OFFLINE)));
    }

    @Test
    void aNoIsToldOnceAndOnlyOfPeopleWhomWeInvited() {
        enter();
        session.say(account, new XmppEvent.InvitationDeclined(ROOM, MALLORY, "Never asked"));
        assertThat(session.invitationsSent.declined().get()).isEmpty();

        session.invitationsSent.invite(key, MALLORY, "");
        answerInfo("muc_open");
        var no = new XmppEvent.InvitationDeclined(ROOM, MALLORY, "No time");
        session.say(account, no, no);
        var told = new DeclinedInvitation(key, MALLORY, MALLORY.toString(), "No time");
        assertThat(session.invitationsSent.declined().get()).containsExactly(told);
        session.invitationsSent.dismiss(told);
        assertThat(session.invitationsSent.declined().get()).isEmpty();
    }

    private void know() {
        session.befriend(account, "Layla Haddad", PresenceSubscription.BOTH);
    }

    private void enter() {
        session.rooms.join(account, ROOM, "Mara", Optional.of("ink"));
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        session.server(account).takeSent();
        session.server(account).hold(ROOM);
    }

    /// The room says what it supports.
    private void answerInfo(String feature) {
        var info =
                StandardExtensionElement.builder("query", INFO)
                        .addElement(
                                StandardExtensionElement.builder("feature", INFO)
                                        .addAttribute("var", feature)
                                        .build())
                        .build();
        session.on(account, server -> server.answerHeld(PayloadIq.get(ROOM, info)));
    }

    /// The room doesn't do what it was asked last.
    private void refuse(Refusal.Reason reason) {
        var id = lastMessageStanza().getStanzaId();
        session.say(account, new XmppEvent.MessageRefused(ROOM, id, Refusal.of(reason)));
    }

    private Stanza lastMessageStanza() {
        return session.server(account).takeSent().getLast();
    }

    private String lastMessage() {
        return lastMessageStanza().toXML().toString();
    }

    private void invited(Invitation invitation) {
        session.say(account, new XmppEvent.Invited(invitation));
    }

    private Optional<Refusal> decline(String reason) {
        return session.invitations.decline(key, reason).toCompletableFuture().join();
    }

    private Invitation direct(BareJid room, BareJid who, String reason, Optional<String> password) {
        return new Invitation(room, new Inviter.Person(who), reason, password, session.tick());
    }

    private Invitation byRoom(BareJid room, String who) {
        var named = Optional.of(JidCreate.fromOrThrowUnchecked(who));
        Instant at = session.tick();
        return new Invitation(room, new Inviter.ByRoom(named), "", Optional.empty(), at);
    }

    private static List<ReceivedInvitation> waiting(ScriptedSession session) {
        return session.invitations.waiting().get();
    }

    private static BareJid bare(String address) {
        return JidCreate.bareFromOrThrowUnchecked(address);
    }
}
