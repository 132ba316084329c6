package kith.session;

import static kith.session.ScriptedSession.ROOM;

import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Delivery;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.RoomState;
import kith.xmpp.RefusedException;
import kith.xmpp.XmppEvent;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.packet.StanzaError.Condition;
import org.junit.jupiter.api.BeforeEach;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// A room that we are in, and what it and its service answer.
abstract class WatchedRoomFixture {

    static final Duration MINUTE = Duration.ofMinutes(1);

    final ScriptedSession session = new ScriptedSession();
    final AccountId account = session.signIn();
    final ChatKey key = new ChatKey(account, ROOM);

    @BeforeEach
    void enter() {
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        forget();
    }

    String lastSent(ChatKey chat) {
        return session.timelines.open(chat).timeline().get().messages().getLast().ids().stanza();
    }

    void end(RoomState.Cause cause) {
        session.say(account, new XmppEvent.RoomEnded(ROOM, new RoomState.Removed(cause, "", "")));
    }

    void refuse(Reason reason) {
        session.say(account, new XmppEvent.RoomRefused(ROOM, Refusal.of(reason)));
    }

    String say(String words) {
        session.tabs.open(key, Chat.Kind.ROOM);
        session.chats.send(key, words);
        return lastSent(key);
    }

    Delivery delivery(String id) {
        return session.timelines.open(key).timeline().get().messages().stream()
                .filter(each -> each.ids().stanza().equals(id))
                .findFirst()
                .orElseThrow()
                .delivery();
    }

    void refuse(String id, Reason reason) {
        session.say(account, new XmppEvent.MessageRefused(ROOM, id, Refusal.of(reason)));
    }

    List<String> sentIds() {
        return session.server(account).takeSent().stream()
                .filter(Message.class::isInstance)
                .map(Stanza::getStanzaId)
                .toList();
    }

    RoomState state() {
        return session.rooms.room(key).get().orElseThrow().state();
    }

    boolean isReached() {
        return session.rooms.room(key).get().orElseThrow().isReached();
    }

    void forget() {
        session.server(account).takeSent();
        session.server(account).asked().clear();
    }

    long pings() {
        return session.server(account).asked().stream()
                .filter(iq -> iq.toXML().toString().contains("urn:xmpp:ping"))
                .filter(iq -> iq.getTo().toString().equals(ROOM + "/Mara"))
                .count();
    }

    long joins() {
        return session.server(account).takeSent().stream()
                .filter(stanza -> stanza.toXML().toString().contains("protocol/muc'"))
                .count();
    }

    /// As a device of ours says it that doesn't know pings.
    void weAreIn() {
        session.server(account).refuse(Condition.service_unavailable);
        answerAbout(Optional.empty());
    }

    /// @param refusal why the room doesn't say what it is; empty where it does
    void answerAbout(Optional<Condition> refusal) {
        session.server(account)
                .answer(
                        request ->
                                request.toXML().toString().contains("disco#info")
                                        ? Optional.of(answer(request, refusal))
                                        : Optional.empty());
    }

    static CompletionStage<IQ> answer(IQ request, Optional<Condition> refusal) {
        return refusal.<CompletionStage<IQ>>map(
                        it ->
                                CompletableFuture.failedStage(
                                        RefusedException.by(IQ.createErrorResponse(request, it))))
                .orElseGet(() -> CompletableFuture.completedStage(IQ.createResultIQ(request)));
    }
}
