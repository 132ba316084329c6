package kith.lab;

import org.awaitility.Awaitility;
import org.jivesoftware.smack.ConnectionConfiguration.SecurityMode;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.SmackException.NotConnectedException;
import org.jivesoftware.smack.XMPPException;
import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.MessageBuilder;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jivesoftware.smack.roster.Roster;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smack.tcp.XMPPTCPConnectionConfiguration;
import org.jivesoftware.smackx.chatstates.ChatState;
import org.jivesoftware.smackx.chatstates.packet.ChatStateExtension;
import org.jivesoftware.smackx.muc.MultiUserChatManager;
import org.jivesoftware.smackx.sid.element.OriginIdElement;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.EntityFullJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.parts.Resourcepart;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/// Somebody to talk to: a user at a lab server without a window, built on Smack alone.
///
/// Signs in, shows presence, speaks, hears, answers when told to, joins rooms. Accepts every
/// request to see its presence. Hears messages in order and keeps them ([#heard]).
///
/// Any thread; every command returns when the bytes are on their way, [#join] when the room has let
/// the user in. [#close] signs out.
public final class LabUser implements AutoCloseable {

    static {
        LabSmack.prepare();
    }

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final XMPPTCPConnection connection;
    private final List<HeardMessage> heard = new CopyOnWriteArrayList<>();

    private LabUser(XMPPTCPConnection connection) {
        this.connection = connection;
        connection.setReplyTimeout(PATIENCE.toMillis());
        var roster = Roster.getInstanceFor(connection);
        roster.setSubscriptionMode(Roster.SubscriptionMode.accept_all);
        roster.setRosterLoadedAtLogin(false);
        connection.addSyncStanzaListener(this::hear, StanzaTypeFilter.MESSAGE);
    }

    /// Signs in and is available.
    public static LabUser signIn(XmppServer server, LabAccount account) {
        return signIn(server, account, server.address(), "lab");
    }

    /// Signs in by another way, for example through a [FaultProxy], under a resource of its own.
    public static LabUser signIn(
            XmppServer server, LabAccount account, InetSocketAddress address, String resource) {
        return signIn(account, address, server.ca(), resource);
    }

    /// Signs in anywhere.
    ///
    /// @param ca who must have signed the server's certificate
    public static LabUser signIn(
            LabAccount account, InetSocketAddress address, LabCa ca, String resource) {
        try {
            var settings =
                    XMPPTCPConnectionConfiguration.builder()
                            .setXmppDomain(account.jid().asDomainBareJid())
                            .setUsernameAndPassword(account.user(), account.password())
                            .setResource(resource)
                            .setHostAddress(address.getAddress())
                            .setPort(address.getPort())
                            .setSecurityMode(SecurityMode.required)
                            .setCustomX509TrustManager(ca.trustManager())
                            .setSendPresence(false)
                            .build();
            var connection = new XMPPTCPConnection(settings);
            var user = new LabUser(connection);
            connection.connect();
            connection.login();
            // The roster first: presences of people who aren't in it yet would be lost.
            Roster.getInstanceFor(connection).reloadAndWait();
            user.show(Presence.Mode.available, "", 0);
            return user;
        } catch (SmackException | XMPPException | IOException e) {
            throw new IllegalStateException(account.jid() + " can't sign in", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /// The full address the server gave.
    public EntityFullJid jid() {
        return connection.getUser();
    }

    /// For what this class doesn't do.
    public XMPPTCPConnection connection() {
        return connection;
    }

    /// Shows this presence to everybody who may see it.
    ///
    /// @param status empty for none
    /// @param priority −128 to 127
    public void show(Presence.Mode mode, String status, int priority) {
        var presence =
                connection
                        .getStanzaFactory()
                        .buildPresenceStanza()
                        .ofType(Presence.Type.available)
                        .setMode(mode)
                        .setPriority(priority);
        if (!status.isEmpty()) {
            presence.setStatus(status);
        }
        send(presence.build());
    }

    /// What this user sees of a contact: of several devices the one with the highest priority.
    public Presence presenceOf(BareJid contact) {
        return Roster.getInstanceFor(connection).getPresence(contact);
    }

    /// Sends a chat message.
    ///
    /// @return its id, which is its origin-id too
    public String say(Jid to, String body) {
        return say(to, Message.Type.chat, body);
    }

    /// Says something in a room this user is in.
    ///
    /// @return the message's id, which is its origin-id too
    public String sayIn(EntityBareJid room, String body) {
        return say(room, Message.Type.groupchat, body);
    }

    /// Tells somebody that this user types, or stopped typing (XEP-0085).
    public void showTyping(Jid to, ChatState state) {
        String id = UUID.randomUUID().toString();
        var message = message(to, Message.Type.chat, id);
        send(message.addExtension(new ChatStateExtension(state)).build());
    }

    /// From now on answers every chat message.
    ///
    /// @param answer makes the answer's body of the message's
    public void answer(UnaryOperator<String> answer) {
        answer(Duration.ZERO, answer);
    }

    /// From now on answers every chat message after typing for a while.
    public void answer(Duration typing, UnaryOperator<String> answer) {
        Executor later =
                CompletableFuture.delayedExecutor(typing.toMillis(), TimeUnit.MILLISECONDS);
        connection.addSyncStanzaListener(
                stanza -> {
                    if (stanza instanceof Message question && isQuestion(question)) {
                        showTyping(question.getFrom(), ChatState.composing);
                        later.execute(() -> answer(question, answer));
                    }
                },
                StanzaTypeFilter.MESSAGE);
    }

    /// Enters a room.
    public void join(EntityBareJid room, String nick) {
        join(room, nick, "");
    }

    /// Enters a room that wants a password.
    ///
    /// @param password empty for none
    public void join(EntityBareJid room, String nick, String password) {
        var chat = MultiUserChatManager.getInstanceFor(connection).getMultiUserChat(room);
        try {
            var entry = chat.getEnterConfigurationBuilder(Resourcepart.fromOrThrowUnchecked(nick));
            if (!password.isEmpty()) {
                entry.withPassword(password);
            }
            chat.join(entry.build());
        } catch (SmackException | XMPPException e) {
            throw new IllegalStateException(jid() + " can't enter " + room, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /// Leaves a room.
    public void leave(EntityBareJid room) {
        try {
            MultiUserChatManager.getInstanceFor(connection).getMultiUserChat(room).leave();
        } catch (SmackException | XMPPException e) {
            throw new IllegalStateException(jid() + " can't leave " + room, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /// All messages with a body so far, in the order they came; in a room this user's own too.
    public List<HeardMessage> heard() {
        return List.copyOf(heard);
    }

    /// Waits for a message with this body.
    ///
    /// @return the first one, which may have come before
    public HeardMessage awaitMessage(String body) {
        return Awaitility.await("%s to hear \"%s\"".formatted(connection.getUser(), body))
                .atMost(PATIENCE)
                .until(() -> find(body), Optional::isPresent)
                .orElseThrow();
    }

    /// Sends any stanza, right or wrong.
    public void send(Stanza stanza) {
        try {
            connection.sendStanza(stanza);
        } catch (NotConnectedException e) {
            throw new IllegalStateException(connection.getUser() + " is not online", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /// Sends any request, and waits for its result.
    public IQ ask(IQ request) {
        try {
            return connection.sendIqRequestAndWaitForResponse(request);
        } catch (SmackException | XMPPException e) {
            throw new IllegalStateException(request + " has no result", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /// Loses the connection as if the cable had been pulled: the server isn't told.
    public void vanish() {
        connection.instantShutdown();
    }

    @Override
    public void close() {
        connection.disconnect();
    }

    private String say(Jid to, Message.Type type, String body) {
        String id = UUID.randomUUID().toString();
        send(message(to, type, id).setBody(body).addExtension(new OriginIdElement(id)).build());
        return id;
    }

    /// Whoever has gone in the meantime doesn't answer.
    private void answer(Message question, UnaryOperator<String> answer) {
        if (connection.isAuthenticated()) {
            say(question.getFrom(), answer.apply(question.getBody()));
        }
    }

    private void hear(Stanza stanza) {
        if (stanza instanceof Message message && message.getBody() != null) {
            String id = Optional.ofNullable(message.getStanzaId()).orElse("");
            heard.add(
                    new HeardMessage(message.getFrom(), message.getType(), id, message.getBody()));
        }
    }

    private Optional<HeardMessage> find(String body) {
        return heard.stream().filter(message -> message.body().equals(body)).findFirst();
    }

    private static boolean isQuestion(Message message) {
        return message.getType() == Message.Type.chat && message.getBody() != null;
    }

    private static MessageBuilder message(Jid to, Message.Type type, String id) {
        return StanzaBuilder.buildMessage(id).to(to).ofType(type);
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted", e);
    }
}
