package kith.session;

import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Delivery;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Presence;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.RoomTraits.Trait;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.impl.JidCreate;

import java.util.Optional;
import java.util.Set;

/// What is for one person in a room alone (XEP-0045 §7.5) goes to them or to nobody.
class PrivateMessageRecipientsTest extends PrivateMessagesFixture {

    @Test
    void whoIsNotThereGetsNothing() {
        session.chats.whisper(room, RoomsFixture.occupant("Tom", false), "psst");
        assertFailed(Reason.NOT_FOUND);
    }

    @Test
    void ourselvesWeTellNothing() {
        session.chats.whisper(room, there("Mara"), "psst");
        assertFailed(Reason.NOT_FOUND);
    }

    /// H20.
    @Test
    void h20WhoIsCalledSoInsteadGetsNothing() {
        succeedPriya(priya("o-9"));
        session.chats.whisper(room, priya("o-1"), "psst");
        assertFailed(Reason.NICK_TAKEN);
        session.chats.retry(message().key());
        assertFailed(Reason.NICK_TAKEN);
        succeedPriya(priya("o-1"));
        session.chats.retry(message().key());
        assertThat(session.server(account).takeSentIds()).containsExactly(id());
    }

    /// H20, where the room says no more than the nick: who has had it all the time is meant, and
    /// nobody who has it since.
    @Test
    void h20WhoHasTheNickSinceGetsNothingThatFailed() {
        enterWhereNobodyIsKnown();
        session.chats.whisper(room, there("Priya"), "psst");
        assertThat(session.server(account).takeSentIds()).containsExactly(id());
        refuse(Reason.OTHER);
        session.chats.retry(message().key());
        assertThat(session.server(account).takeSentIds()).as("it is her").containsExactly(id());
        refuse(Reason.OTHER);
        succeedPriya(RoomsFixture.occupant("Priya", false));
        session.chats.retry(message().key());
        assertFailed(Reason.NICK_TAKEN);
        session.chats.whisper(room, there("Priya"), "whoever you are");
        assertThat(session.server(account).takeSentIds())
                .as("the user means who is there now")
                .containsExactly(id());
    }

    @Test
    void h20WhoTakesTheNickByRenamingGetsNothingThatFailed() {
        enterWhereNobodyIsKnown();
        session.chats.whisper(room, there("Priya"), "psst");
        refuse(Reason.OTHER);
        session.server(account).takeSent();
        session.say(
                account,
                new XmppEvent.OccupantRenamed(ROOM, "Priya", "Pri"),
                new XmppEvent.OccupantRenamed(ROOM, "Tom", "Priya"));
        session.chats.retry(message().key());
        assertFailed(Reason.NICK_TAKEN);
    }

    /// The room says now who it is, and it is another.
    @Test
    void h20WhoTurnsOutToBeAnotherGetsNothingThatFailed() {
        enterWhereNobodyIsKnown();
        session.say(account, new XmppEvent.OccupantChanged(ROOM, at("Priya", "p@far.example")));
        session.chats.whisper(room, there("Priya"), "psst");
        refuse(Reason.OTHER);
        session.server(account).takeSent();
        session.say(account, new XmppEvent.OccupantChanged(ROOM, at("Priya", "q@far.example")));
        session.chats.retry(message().key());
        assertFailed(Reason.NICK_TAKEN);
    }

    /// H20: they have gone and somebody else has the nick, both within what shows at once, so that
    /// the user still sees who is there no more.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void h20WhoTakesTheNickBeforeTheUserSeesItGetsNothing(boolean isByRenaming) {
        enterWhereNobodyIsKnown();
        var seen = there("Priya");
        if (isByRenaming) {
            session.say(
                    account,
                    new XmppEvent.OccupantRenamed(ROOM, "Priya", "Pri"),
                    new XmppEvent.OccupantRenamed(ROOM, "Tom", "Priya"));
        } else {
            session.say(
                    account,
                    new XmppEvent.OccupantLeft(ROOM, "Priya"),
                    new XmppEvent.OccupantChanged(ROOM, RoomsFixture.occupant("Priya", false)));
        }
        session.chats.whisper(room, seen, "psst");
        assertFailed(Reason.NICK_TAKEN);
        assertThat(message().words()).as("the user has them still").contains("psst");
        session.chats.retry(message().key());
        assertFailed(Reason.NICK_TAKEN);
        session.chats.whisper(room, there("Priya"), "whoever you are");
        assertThat(session.server(account).takeSentIds()).containsExactly(id());
    }

    /// Also where we were out of the room meanwhile, and came in again.
    @Test
    void h20WhoWasSeenInAnotherStayInTheRoomGetsNothing() {
        enterWhereNobodyIsKnown();
        var seen = there("Priya");
        lose();
        session.on(account, server -> server.signedIn(false));
        enterWhereNobodyIsKnown();
        session.chats.whisper(room, seen, "psst");
        assertFailed(Reason.NICK_TAKEN);
    }

    /// Where the room says that they are the same, they are meant whenever they came.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void h20WhoComesBackAsTheSameBeforeTheUserSeesItIsMeant(boolean isByAddress) {
        if (isByAddress) {
            enterWhereNobodyIsKnown();
            session.say(account, new XmppEvent.OccupantChanged(ROOM, at("Priya", "p@far.example")));
        }
        var seen = there("Priya");
        var again = isByAddress ? at("Priya", "p@far.example") : priya("o-1");
        var another = isByAddress ? at("Priya", "q@far.example") : priya("o-9");
        session.say(
                account,
                new XmppEvent.OccupantLeft(ROOM, "Priya"),
                new XmppEvent.OccupantChanged(ROOM, another),
                new XmppEvent.OccupantLeft(ROOM, "Priya"),
                new XmppEvent.OccupantChanged(ROOM, again));
        assertThat(there("Priya").visit()).isNotEqualTo(seen.visit());
        session.chats.whisper(room, seen, "psst");
        assertThat(session.server(account).takeSentIds()).containsExactly(id());
    }

    /// By their real address, which the room may show no more: then nobody knows.
    @Test
    void h20WhoWasKnownByAnAddressThatIsHiddenNowGetsNothing() {
        enterWhereNobodyIsKnown();
        session.say(account, new XmppEvent.OccupantChanged(ROOM, at("Priya", "p@far.example")));
        session.chats.whisper(room, there("Priya"), "psst");
        assertThat(session.server(account).takeSentIds()).containsExactly(id());
        refuse(Reason.OTHER);
        succeedPriya(RoomsFixture.occupant("Priya", false));
        session.chats.retry(message().key());
        assertFailed(Reason.NICK_TAKEN);
        session.say(account, new XmppEvent.OccupantChanged(ROOM, at("Priya", "p@far.example")));
        session.chats.retry(message().key());
        assertThat(session.server(account).takeSentIds()).containsExactly(id());
    }

    @Test
    void h20AfterAnotherVisitOrARestartANickAloneIsNobody() {
        enterWhereNobodyIsKnown();
        session.chats.whisper(room, there("Priya"), "psst");
        refuse(Reason.OTHER);
        lose();
        session.on(account, server -> server.signedIn(false));
        enterWhereNobodyIsKnown();
        session.chats.retry(message().key());
        assertFailed(Reason.NICK_TAKEN);
        var restarted = new ScriptedSession(session);
        restarted.accounts.connectAll();
        restarted.on(account, server -> server.signedIn(false));
        restarted.say(
                account,
                new XmppEvent.OccupantChanged(ROOM, RoomsFixture.occupant("Priya", false)),
                new XmppEvent.OccupantChanged(ROOM, RoomsFixture.occupant("Mara", true)),
                new XmppEvent.RoomJoined(ROOM, "Mara"));
        restarted.server(account).takeSent();
        restarted.chats.retry(message().key());
        assertThat(privateOnes(restarted.server(account).takeSent())).isEmpty();
        assertThat(message().delivery())
                .isEqualTo(new Delivery.Failed(Refusal.of(Reason.NICK_TAKEN)));
    }

    /// Priya leaves, and somebody comes by her nick.
    private void succeedPriya(Occupant next) {
        session.say(
                account,
                new XmppEvent.OccupantLeft(ROOM, "Priya"),
                new XmppEvent.OccupantChanged(ROOM, next));
    }

    private void enterWhereNobodyIsKnown() {
        session.say(
                account,
                new XmppEvent.OccupantLeft(ROOM, "Priya"),
                new XmppEvent.OccupantChanged(ROOM, RoomsFixture.occupant("Priya", false)),
                new XmppEvent.OccupantChanged(ROOM, RoomsFixture.occupant("Tom", false)),
                new XmppEvent.OccupantChanged(ROOM, RoomsFixture.occupant("Mara", true)),
                new XmppEvent.RoomJoined(ROOM, "Mara"),
                new XmppEvent.RoomTraitsChanged(ROOM, Set.of(), Set.of(Trait.OCCUPANT_IDS)));
        session.server(account).takeSent();
    }

    /// As the user sees them.
    private Occupant there(String nick) {
        return session.rooms.occupants(room).get().stream()
                .filter(each -> each.nick().equals(nick))
                .findFirst()
                .orElseThrow();
    }

    private static Occupant at(String nick, String address) {
        return new Occupant(
                nick,
                Role.PARTICIPANT,
                Affiliation.NONE,
                Optional.of(JidCreate.bareFromOrThrowUnchecked(address)),
                Presence.AVAILABLE,
                false);
    }
}
