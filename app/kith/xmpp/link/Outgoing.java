package kith.xmpp.link;

import kith.base.Timer;
import kith.model.ConnectionProblem;
import kith.model.ConnectionProblem.Kind;
import kith.xmpp.XmppEvent.MessageAcknowledged;
import kith.xmpp.XmppEvent.MessagesUncertain;
import kith.xmpp.XmppListener;

import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Stanza;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/// What goes out over a session, and what is heard of it: which messages the server has (XEP-0198
/// §4), which it may have, and whether it is there at all ([Watchdog]).
///
/// Core lane only, unless it says otherwise.
final class Outgoing {

    private final Connections connections;
    private final XmppListener listener;
    private final Inbox<Incoming> inbox;
    private final Pace pace;
    private final Unacknowledged unacknowledged;
    private final Watchdog watchdog;

    /// @param ask sends a request
    /// @param silent is run when the server doesn't answer
    Outgoing(
            Connections connections,
            XmppListener listener,
            Inbox<Incoming> inbox,
            Timer timer,
            Watchdog.Question ask,
            Runnable silent) {
        this.connections = connections;
        this.listener = listener;
        this.inbox = inbox;
        this.pace = new Pace(timer::nanos);
        this.unacknowledged = new Unacknowledged(pace);
        this.watchdog = new Watchdog(timer, ask, new WithoutAcknowledgement(), silent);
    }

    /// Any thread.
    ///
    /// @return whether it went out
    boolean send(SmackConnection connection, Stanza stanza) {
        boolean isCounted = stanza instanceof Message && stanza.hasStanzaIdSet();
        if (isCounted) {
            unacknowledged.sent(stanza.getStanzaId(), size(stanza));
        }
        boolean isSent = connection.trySend(stanza);
        if (isCounted && isSent) {
            watchdog.sent();
        } else if (isCounted) {
            unacknowledged.remove(stanza.getStanzaId());
        }
        return isSent;
    }

    private static long size(Stanza stanza) {
        return stanza.toXML().toString().getBytes(StandardCharsets.UTF_8).length;
    }

    /// Something came in. On threads of Smack's.
    void heard() {
        watchdog.heard();
    }

    /// On threads of Smack's. What an earlier session hears late says nothing of this one, which
    /// may have sent the same message again.
    void acknowledged(SmackConnection connection, String id) throws InterruptedException {
        if (!connections.isNewest(connection)) {
            return;
        }
        watchdog.acknowledged();
        inbox.put(new Incoming.Acknowledged(id));
        if (unacknowledged.acknowledged(id) > 0 && !connection.isGivenUp()) {
            // Something between us and the server was lost. In another session the archive tells
            // which of them it has.
            connections.giveUp(
                    connection,
                    new ConnectionProblem(Kind.CONNECTION_LOST, "messages that were not sent"));
        }
    }

    /// A session is up, or up again.
    void began(SmackConnection connection) {
        pace.begin();
        watchdog.start();
        if (!unacknowledged.isEmpty()) {
            // Smack sends them again, and asks for an acknowledgement only of some.
            connection.askForAcknowledgement();
            watchdog.sent();
        }
    }

    void paused() {
        watchdog.stop();
    }

    /// Finds out at once whether the server is there.
    void lookNow() {
        watchdog.lookNow();
    }

    /// Tells which messages the newest connection was found to have brought there when it came.
    void tellHandled() {
        var handled =
                connections
                        .newest()
                        .map(it -> it.counts().takeHandledBefore())
                        .orElse(List.of())
                        .stream()
                        .filter(unacknowledged::remove)
                        .map(MessageAcknowledged::new)
                        .toList();
        if (!handled.isEmpty()) {
            listener.happened(List.copyOf(handled));
        }
    }

    /// The session is over: tells which messages the server has, and which it may have.
    void forgetSession() {
        tellHandled();
        var uncertain = unacknowledged.drain();
        if (!uncertain.isEmpty()) {
            listener.happened(List.of(new MessagesUncertain(uncertain)));
        }
    }

    /// What was sent in this session and is not acknowledged. Without stream management nothing
    /// ever is.
    private final class WithoutAcknowledgement implements Watchdog.Unanswered {

        @Override
        public boolean isWaiting() {
            return !unacknowledged.isEmpty() && connections.isAcknowledging();
        }

        @Override
        public Duration way() {
            return connections.isAcknowledging() ? unacknowledged.way() : Duration.ZERO;
        }

        @Override
        public void askAgain() {
            connections.online().ifPresent(SmackConnection::askForAcknowledgement);
        }

        /// In another session the archive tells which of them the server has.
        @Override
        public void giveUp() {
            connections.giveUp(new ConnectionProblem(Kind.CONNECTION_LOST, "no acknowledgement"));
        }
    }
}
