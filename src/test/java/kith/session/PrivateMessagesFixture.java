package kith.session;

import static kith.session.ScriptedSession.ME;
import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Presence;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.RoomTraits.Trait;
import kith.xmpp.XmppEvent;

import org.jivesoftware.smack.packet.Stanza;
import org.junit.jupiter.api.BeforeEach;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A room that vouches for who is who, in which we and Priya are, and what goes to one in it alone.
abstract class PrivateMessagesFixture {

    final ScriptedSession session = new ScriptedSession();
    final ScriptedArchive archive = session.archive(ME);
    final AccountId account = session.signIn();
    final ChatKey room = new ChatKey(account, ROOM);

    @BeforeEach
    void enterWithPriya() {
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        enter(priya("o-1"));
        session.server(account).takeSent();
    }

    void enter(Occupant... others) {
        for (var each : others) {
            session.say(account, new XmppEvent.OccupantChanged(ROOM, each));
        }
        session.say(
                account,
                new XmppEvent.OccupantChanged(ROOM, occupant("Mara", "o-0", true)),
                new XmppEvent.RoomJoined(ROOM, "Mara"),
                new XmppEvent.RoomTraitsChanged(ROOM, Set.of(Trait.OCCUPANT_IDS), Set.of()));
    }

    static Occupant priya(String id) {
        return occupant("Priya", id, false);
    }

    private static Occupant occupant(String nick, String id, boolean isMe) {
        return new Occupant(
                nick,
                Role.PARTICIPANT,
                Affiliation.NONE,
                Optional.empty(),
                Presence.AVAILABLE,
                isMe,
                Optional.of(id),
                List.of());
    }

    void lose() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
    }

    void refuse(Reason reason) {
        session.say(account, new XmppEvent.MessageRefused(ROOM, id(), Refusal.of(reason)));
    }

    void assertFailed(Reason reason) {
        assertThat(message().delivery()).isEqualTo(new Delivery.Failed(Refusal.of(reason)));
        assertThat(privateOnes(session.server(account).takeSent())).isEmpty();
    }

    static List<Stanza> privateOnes(List<Stanza> sent) {
        return sent.stream()
                .filter(org.jivesoftware.smack.packet.Message.class::isInstance)
                .filter(each -> each.getTo().hasResource())
                .toList();
    }

    Message message() {
        return session.messages(room).getLast();
    }

    String id() {
        return message().ids().stanza();
    }
}
