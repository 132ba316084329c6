package kith.session;

import static kith.session.ScriptedSession.ME;
import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Author;
import kith.model.Confidant;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Optional;

/// What is for one person in a room alone (XEP-0045 §7.5) is sent once, and shows whether it has
/// arrived: nothing of it is sent again by itself.
class PrivateMessageDeliveryTest extends PrivateMessagesFixture {

    @Test
    void itGoesToThemAndIsThereOnceTheServerHasIt() {
        session.chats.whisper(room, priya("o-1"), "psst");
        assertThat(session.server(account).takeSent())
                .singleElement()
                .isInstanceOfSatisfying(
                        org.jivesoftware.smack.packet.Message.class,
                        sent -> {
                            assertThat(sent.getTo().toString()).isEqualTo(ROOM + "/Priya");
                            assertThat(sent.getType().name()).isEqualTo("chat");
                            assertThat(sent.toXML().toString()).doesNotContain("chatstates");
                        });
        assertThat(message().delivery()).isEqualTo(Delivery.SENDING);
        session.say(account, new XmppEvent.MessageAcknowledged(id()));
        assertThat(message().delivery()).isEqualTo(Delivery.ON_SERVER);
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"NOT_FOUND", "FORBIDDEN", "NOT_ALLOWED", "OTHER"})
    void whatTheRoomRefusesSaysSoAtTheMessage(Reason reason) {
        session.chats.whisper(room, priya("o-1"), "psst");
        session.server(account).takeSent();
        refuse(reason);
        assertFailed(reason);
    }

    /// The room says that we are not in it: nobody has it, and whoever is there when we are in
    /// again may be somebody else.
    @Test
    void whatARoomThatHasLostUsRefusesIsNotSentAgainByItself() {
        session.chats.whisper(room, priya("o-1"), "psst");
        session.server(account).takeSent();
        refuse(Reason.NOT_ACCEPTABLE);
        enter(priya("o-1"));
        assertThat(privateOnes(session.server(account).takeSent())).isEmpty();
        assertThat(message().delivery())
                .isEqualTo(new Delivery.Failed(Refusal.of(Reason.NOT_ACCEPTABLE)));
    }

    @Test
    void whatALostSessionLeavesIsNotSentAgainByItself() {
        session.chats.whisper(room, priya("o-1"), "psst");
        session.server(account).takeSent();
        lose();
        session.say(account, new XmppEvent.MessagesUncertain(List.of(id())));
        assertThat(message().delivery())
                .isEqualTo(new Delivery.Failed(Refusal.of(Reason.TIMED_OUT)));
        session.on(account, server -> server.signedIn(false));
        enter(priya("o-1"));
        assertThat(privateOnes(session.server(account).takeSent())).isEmpty();
        assertThat(message().delivery())
                .isEqualTo(new Delivery.Failed(Refusal.of(Reason.TIMED_OUT)));
        session.chats.retry(message().key());
        assertThat(privateOnes(session.server(account).takeSent())).hasSize(1);
    }

    @Test
    void whatHasArrivedBeforeTheSessionWasLostIsKnownFromTheArchive() {
        session.chats.whisper(room, priya("o-1"), "psst");
        lose();
        session.say(account, new XmppEvent.MessagesUncertain(List.of(id())));
        archive.put(
                ROOM,
                true,
                new Author(ME, Optional.empty(), true),
                id(),
                new Content.Private(new Confidant("Priya"), "psst"),
                session.tick());
        session.on(account, server -> server.signedIn(false));
        assertThat(session.messages(room)).hasSize(1);
        assertThat(message().delivery()).isEqualTo(Delivery.ON_SERVER);
    }

    @Test
    void whatARestartFindsIsNotSentAgainByItself() {
        session.chats.whisper(room, priya("o-1"), "psst");
        var restarted = new ScriptedSession(session);
        restarted.accounts.connectAll();
        restarted.on(account, server -> server.signedIn(false));
        assertThat(restarted.messages(room).getFirst().delivery())
                .isEqualTo(new Delivery.Failed(Refusal.of(Reason.TIMED_OUT)));
        assertThat(privateOnes(restarted.server(account).takeSent())).isEmpty();
    }

    @Test
    void withoutAConnectionItDoesNotWait() {
        lose();
        session.chats.whisper(room, priya("o-1"), "psst");
        assertThat(message().delivery()).isEqualTo(new Delivery.Failed(Refusal.of(Reason.OFFLINE)));
        session.on(account, server -> server.signedIn(true));
        assertThat(privateOnes(session.server(account).takeSent())).isEmpty();
    }
}
