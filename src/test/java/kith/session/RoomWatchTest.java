package kith.session;

import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Rooms that have lost us without a word (XEP-0410, F32), or can't be reached for a while.
class RoomWatchTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();
    private final ChatKey key = new ChatKey(account, ROOM);
    private int forged;

    @BeforeEach
    void enter() {
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        forget();
    }

    @Test
    void aRoomThatIsSilentForAQuarterOfAnHourIsAsked() {
        session.pass(MINUTE.multipliedBy(14));
        assertThat(pings()).isZero();
        session.say(account, session.inRoom("Priya", "p-1", "still here", false));
        session.pass(MINUTE.multipliedBy(14));
        assertThat(pings()).isZero();
        session.pass(MINUTE.multipliedBy(2));
        assertThat(pings()).isOne();
        session.pass(MINUTE.multipliedBy(14));
        assertThat(pings()).as("the answer is a sign of life").isOne();
    }

    @Test
    void oneThatHasLostUsIsEnteredAgain() {
        session.server(account).refuse(Condition.not_acceptable);
        session.pass(MINUTE.multipliedBy(15));
        assertThat(joins()).isOne();
        assertThat(state()).isEqualTo(RoomState.JOINING);
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        assertThat(state()).isEqualTo(RoomState.JOINED);
        session.pass(MINUTE.multipliedBy(15));
        assertThat(joins()).as("watched as before").isOne();
    }

    /// §3.2: what each answer means of a room that is there; of all that isn't named there, that we
    /// are out.
    @ParameterizedTest
    @EnumSource(Condition.class)
    void anErrorSaysWhetherWeAreIn(Condition condition) {
        session.server(account).refuse(condition);
        answerAbout(Optional.empty());
        session.pass(MINUTE.multipliedBy(15));
        assertThat(pings()).isOne();
        switch (condition) {
            case service_unavailable, feature_not_implemented, item_not_found -> {
                assertThat(state()).isEqualTo(RoomState.JOINED);
                session.pass(MINUTE.multipliedBy(14));
                assertThat(pings()).as("a sign of life").isOne();
            }
            case remote_server_not_found, remote_server_timeout -> {
                session.pass(MINUTE);
                session.pass(MINUTE);
                assertThat(pings()).as("asked again soon").isEqualTo(3);
                assertThat(state()).isEqualTo(RoomState.JOINED);
                assertThat(isReached()).isFalse();
                session.server(account).refuse(Condition.not_acceptable);
                session.pass(MINUTE);
                assertThat(joins()).isOne();
                assertThat(isReached()).as("asked anew").isTrue();
            }
            default -> {
                assertThat(joins()).isOne();
                assertThat(state()).isEqualTo(RoomState.JOINING);
            }
        }
    }

    /// A service says so of a nick that isn't in the room, and as well of a room that isn't there.
    @ParameterizedTest
    @EnumSource(names = {"item_not_found", "gone"})
    void oneThatIsNoMoreIsSaidToBeAndNotMadeAnew(Condition condition) {
        answerAbout(Optional.of(condition));
        session.pass(MINUTE.multipliedBy(15));
        assertThat(state()).isEqualTo(new RoomState.Refused(Refusal.of(Reason.NOT_FOUND)));
        session.pass(MINUTE.multipliedBy(30));
        assertThat(pings()).as("asked no more").isOne();
        assertThat(joins()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"remote_server_not_found", "remote_server_timeout", "service_unavailable"})
    void whetherOneIsThereIsAskedAgainWhereTheWayIsShut(Condition condition) {
        answerAbout(Optional.of(condition));
        session.pass(MINUTE.multipliedBy(15));
        session.pass(MINUTE);
        assertThat(pings()).isEqualTo(2);
        assertThat(state()).isEqualTo(RoomState.JOINED);
    }

    /// Why it doesn't say what it is says nothing of us.
    @Test
    void oneThatSaysNothingOfItselfIsThere() {
        answerAbout(Optional.of(Condition.forbidden));
        session.pass(MINUTE.multipliedBy(15));
        assertThat(state()).isEqualTo(RoomState.JOINED);
    }

    @Test
    void whatWasWrittenToOneThatIsNoMoreIsKeptAndGoesOutInTheNext() {
        answerAbout(Optional.of(Condition.item_not_found));
        var id = say("one");
        forget();
        refuse(id, Reason.NOT_FOUND);
        assertThat(pings()).isOne();
        assertThat(state()).isEqualTo(new RoomState.Refused(Refusal.of(Reason.NOT_FOUND)));
        assertThat(delivery(id)).isInstanceOf(Delivery.Queued.class);
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        assertThat(sentIds()).containsExactly(id);
    }

    /// §7.7 of XEP-0045, as Prosody says it: to a presence of ours.
    @ParameterizedTest
    @EnumSource(names = {"NOT_FOUND", "NOT_ACCEPTABLE"})
    void oneThatKnowsNothingOfOurPresenceIsAsked(Reason reason) {
        session.server(account).refuse(Condition.not_acceptable);
        session.say(account, new XmppEvent.RoomPresenceRefused(ROOM, "p-1", Refusal.of(reason)));
        assertThat(pings()).isOne();
        assertThat(state()).isEqualTo(RoomState.JOINING);
    }

    @Test
    void oneThatDoesNotHaveOurNickIsNotAsked() {
        session.say(
                account,
                new XmppEvent.RoomPresenceRefused(ROOM, "p-1", Refusal.of(Reason.NICK_TAKEN)));
        assertThat(pings()).isZero();
    }

    @Test
    void noAnswerSaysNothingAndIsAskedForAgain() {
        session.server(account).refuse(Reason.TIMED_OUT);
        session.pass(MINUTE.multipliedBy(15));
        session.pass(MINUTE);
        assertThat(pings()).isEqualTo(2);
        assertThat(state()).isEqualTo(RoomState.JOINED);
        assertThat(joins()).isZero();
    }

    /// The user sees that it doesn't answer, until it says anything.
    @Test
    void oneThatDoesNotAnswerIsSaidToBeUntilItDoes() {
        assertThat(isReached()).isTrue();
        session.server(account).refuse(Reason.TIMED_OUT);
        session.pass(MINUTE.multipliedBy(15));
        assertThat(isReached()).isFalse();
        session.say(account, session.inRoom("Priya", "p-1", "still here", false));
        assertThat(isReached()).isTrue();
        session.pass(MINUTE.multipliedBy(15));
        assertThat(isReached()).isFalse();
        weAreIn();
        session.pass(MINUTE);
        assertThat(isReached()).isTrue();
        assertThat(joins()).isZero();
    }

    @Test
    void oneThatDidNotAnswerIsEnteredAnewInTheNextSession() {
        session.server(account).refuse(Reason.TIMED_OUT);
        session.pass(MINUTE.multipliedBy(15));
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.on(account, server -> server.signedIn(false));
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        assertThat(isReached()).isTrue();
    }

    /// §7.4 of XEP-0045: that is what those hear who aren't in it.
    @Test
    void whatWasRefusedByARoomThatHasLostUsIsSentAgainInOrderAndOnce() {
        session.server(account).refuse(Condition.not_acceptable);
        var first = say("one");
        var second = say("two");
        forget();
        refuse(first, Reason.NOT_ACCEPTABLE);
        refuse(second, Reason.NOT_ACCEPTABLE);
        assertThat(pings()).isOne();
        assertThat(state()).isEqualTo(RoomState.JOINING);
        var third = say("three");
        assertThat(sentIds()).isEmpty();
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        assertThat(sentIds()).containsExactly(first, second, third);
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        assertThat(sentIds()).as("once").isEmpty();
    }

    @Test
    void whatWasRefusedWhileTheRoomsServerWasAwayIsSentOnceItIsBack() {
        session.server(account).refuse(Condition.remote_server_not_found);
        var id = say("one");
        forget();
        refuse(id, Reason.SERVER_NOT_REACHED);
        assertThat(pings()).isOne();
        session.pass(MINUTE);
        assertThat(pings()).isEqualTo(2);
        session.server(account).refuse(Condition.not_acceptable);
        session.pass(MINUTE);
        assertThat(joins()).isOne();
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        assertThat(sentIds()).containsExactly(id);
    }

    /// Nobody refused it, only the way there was shut.
    @Test
    void whatDidNotReachARoomThatHasUsStillIsSentOnceMoreAndInItsPlace() {
        session.server(account).refuse(Condition.remote_server_not_found);
        var first = say("one");
        forget();
        refuse(first, Reason.SERVER_NOT_REACHED);
        var second = say("two");
        assertThat(sentIds()).as("while nobody knows").isEmpty();
        weAreIn();
        session.pass(MINUTE);
        assertThat(sentIds()).containsExactly(first, second);
        refuse(first, Reason.SERVER_NOT_REACHED);
        assertThat(delivery(first)).isInstanceOf(Delivery.Failed.class);
    }

    @Test
    void aSessionThatGoesOnBringsOutOnceWhatWaitsForTheAnswer() {
        session.server(account).refuse(Condition.remote_server_not_found);
        var id = say("one");
        refuse(id, Reason.SERVER_NOT_REACHED);
        forget();
        weAreIn();
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.on(account, server -> server.signedIn(true));
        assertThat(sentIds()).containsExactly(id);
        assertThat(delivery(id)).isInstanceOf(Delivery.Sending.class);
    }

    @Test
    void whatIsWrittenWhileARoomIsAskedGoesOutThoughWhatWasBeforeStaysRefused() {
        session.server(account).refuse(Condition.remote_server_timeout);
        var first = say("one");
        refuse(first, Reason.NOT_ACCEPTABLE);
        var second = say("two");
        forget();
        weAreIn();
        session.pass(MINUTE);
        assertThat(delivery(first)).isInstanceOf(Delivery.Failed.class);
        assertThat(sentIds()).containsExactly(second);
    }

    @Test
    void whatWasRefusedByARoomThatWeAreInStaysRefused() {
        weAreIn();
        var id = say("one");
        refuse(id, Reason.NOT_ACCEPTABLE);
        assertThat(delivery(id)).isInstanceOf(Delivery.Failed.class);
        forget();
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        assertThat(sentIds()).isEmpty();
    }

    @Test
    void whatIsRefusedAgainIsNotSentForEver() {
        session.server(account).refuse(Condition.not_acceptable);
        var id = say("one");
        refuse(id, Reason.NOT_ACCEPTABLE);
        assertThat(delivery(id)).isInstanceOf(Delivery.Queued.class);
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        forget();
        refuse(id, Reason.NOT_ACCEPTABLE);
        assertThat(delivery(id)).isInstanceOf(Delivery.Failed.class);
        assertThat(pings()).isZero();
        assertThat(sentIds()).isEmpty();
    }

    /// H37. A room can refuse by any id, and each would be remembered for as long as Kith runs.
    @Test
    void h37WhatNobodyWroteIsNotRemembered() {
        session.server(account).refuse(Condition.not_acceptable);
        refuseMany(2_000);
        var id = say("one");
        refuse(id, Reason.NOT_ACCEPTABLE);
        assertThat(delivery(id)).as("in its place").isInstanceOf(Delivery.Queued.class);
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        refuseMany(2_000);
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        refuse(id, Reason.NOT_ACCEPTABLE);
        assertThat(delivery(id)).as("remembered").isInstanceOf(Delivery.Failed.class);
    }

    /// H37. Nor does it keep from going out what was written there.
    @Test
    void h37WhatNobodyWroteHoldsNothingUp() {
        session.server(account).refuse(Condition.remote_server_timeout);
        refuseMany(1);
        forget();
        var id = say("one");
        assertThat(sentIds()).containsExactly(id);
    }

    /// A room learns the ids of what was written to others where they are in it, too.
    @Test
    void h18WhatWasWrittenElsewhereIsNotARoomsToRefuse() {
        session.tabs.open(layla(), Chat.Kind.CONTACT);
        session.chats.send(layla(), "for you");
        var id = lastSent(layla());
        forget();
        session.server(account).refuse(Condition.not_acceptable);
        refuse(id, Reason.NOT_ACCEPTABLE);
        assertThat(session.timelines.open(layla()).timeline().get().messages().getLast().delivery())
                .isInstanceOf(Delivery.Sending.class);
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.on(account, server -> server.signedIn(true));
        assertThat(sentIds()).as("once").isEmpty();
    }

    private ChatKey layla() {
        return new ChatKey(account, ScriptedSession.LAYLA);
    }

    private String lastSent(ChatKey chat) {
        return session.timelines.open(chat).timeline().get().messages().getLast().ids().stanza();
    }

    /// By ids that nobody knows.
    private void refuseMany(int count) {
        for (int i = 0; i < count; i++) {
            refuse("forged-" + forged++, Reason.NOT_ACCEPTABLE);
        }
    }

    /// The room's word is often sooner than that of the server on the way to it.
    @Test
    void whatTheServerHasThatTheRoomRefusedIsSentAgain() {
        session.server(account).refuse(Condition.not_acceptable);
        var id = say("one");
        refuse(id, Reason.NOT_ACCEPTABLE);
        forget();
        session.say(account, new XmppEvent.MessageAcknowledged(id));
        assertThat(delivery(id)).isInstanceOf(Delivery.Queued.class);
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        assertThat(sentIds()).containsExactly(id);
    }

    /// As ejabberd does whose service for rooms ends.
    @Test
    void whatWasOnItsWayWhenTheServiceWentDownGoesOutOnceItIsUp() {
        var id = say("one");
        forget();
        end(RoomState.Cause.SERVICE_SHUTDOWN);
        refuse(id, Reason.NOT_ACCEPTABLE);
        assertThat(delivery(id)).isInstanceOf(Delivery.Queued.class);
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        assertThat(sentIds()).containsExactly(id);
    }

    @Test
    void whatWasOnItsWayWhenWeWereKickedIsRefused() {
        var id = say("one");
        end(RoomState.Cause.KICKED);
        refuse(id, Reason.NOT_ACCEPTABLE);
        assertThat(delivery(id)).isInstanceOf(Delivery.Failed.class);
    }

    /// As a server says it whose service for rooms is down, for a while.
    @Test
    void whatCameWhileTheServiceWasDownIsSentOnceItIsUp() {
        session.server(account).refuse(Condition.service_unavailable);
        var id = say("one");
        forget();
        refuse(id, Reason.UNAVAILABLE);
        session.pass(MINUTE);
        assertThat(state()).isEqualTo(RoomState.JOINED);
        assertThat(sentIds()).as("while nobody knows").isEmpty();
        session.server(account).refuse(Condition.not_acceptable);
        session.pass(MINUTE);
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        assertThat(sentIds()).containsExactly(id);
    }

    @Test
    void whatWasRefusedForOtherReasonsAsksNothing() {
        var id = say("one");
        forget();
        refuse(id, Reason.FORBIDDEN);
        assertThat(pings()).isZero();
    }

    @Test
    void aSessionThatGoesOnAsksAtOnce() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.on(account, server -> server.signedIn(true));
        assertThat(pings()).isOne();
    }

    @Test
    void theUserWhoTurnsToAQuietRoomLearnsTheTruth() {
        session.rooms.looking(key);
        assertThat(pings()).as("heard just now").isZero();
        session.pass(MINUTE.multipliedBy(2));
        session.rooms.looking(key);
        assertThat(pings()).isOne();
    }

    @Test
    void oneThatWeLeftIsNotAsked() {
        session.rooms.leave(key);
        session.pass(MINUTE.multipliedBy(20));
        session.rooms.looking(key);
        assertThat(pings()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVICE_SHUTDOWN", "CONNECTION_LOST"})
    void oneThatPutUsOutByNobodysWishIsEnteredAgain(RoomState.Cause cause) {
        end(cause);
        assertThat(state()).isInstanceOf(RoomState.Removed.class);
        session.pass(Duration.ofSeconds(10));
        assertThat(joins()).isOne();
        refuse(Reason.SERVER_NOT_REACHED);
        session.pass(Duration.ofSeconds(9));
        assertThat(joins()).as("later and later").isZero();
        session.pass(Duration.ofSeconds(11));
        assertThat(joins()).isOne();
        refuse(Reason.UNAVAILABLE);
        for (int i = 0; i < 8; i++) {
            session.pass(MINUTE.multipliedBy(5));
            refuse(Reason.TIMED_OUT);
        }
        assertThat(joins()).as("for ever").isEqualTo(8);
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        session.pass(MINUTE.multipliedBy(5));
        assertThat(joins()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"KICKED", "BANNED", "NO_LONGER_MEMBER", "MEMBERS_ONLY_NOW", "DESTROYED"})
    void oneThatPutUsOutIsNotEnteredAgain(RoomState.Cause cause) {
        end(cause);
        session.pass(MINUTE.multipliedBy(20));
        assertThat(joins()).isZero();
    }

    /// It says so to who comes back.
    @Test
    void oneThatIsNoMoreWhenWeComeBackIsNotEnteredAgain() {
        var closed = new RoomState.Removed(RoomState.Cause.DESTROYED, "", "Winter is here");
        end(RoomState.Cause.SERVICE_SHUTDOWN);
        session.pass(Duration.ofSeconds(10));
        assertThat(joins()).isOne();
        session.say(account, new XmppEvent.RoomGone(ROOM, closed));
        assertThat(state()).isEqualTo(closed);
        session.pass(MINUTE.multipliedBy(20));
        assertThat(joins()).isZero();
        session.rooms.leave(key);
        session.say(account, new XmppEvent.RoomGone(ROOM, closed));
        assertThat(state()).as("left meanwhile").isEqualTo(RoomState.LEFT);
    }

    @Test
    void oneThatWeLeftMeanwhileIsNotEnteredAgain() {
        end(RoomState.Cause.SERVICE_SHUTDOWN);
        session.rooms.leave(key);
        forget();
        session.pass(MINUTE);
        assertThat(joins()).isZero();
    }

    /// What was asked before is answered late.
    @Test
    void oneThatRefusesAfterWeLeftIsLeft() {
        end(RoomState.Cause.SERVICE_SHUTDOWN);
        session.pass(Duration.ofSeconds(10));
        session.rooms.leave(key);
        forget();
        refuse(Reason.SERVER_NOT_REACHED);
        assertThat(state()).isEqualTo(RoomState.LEFT);
        session.pass(MINUTE);
        assertThat(joins()).isZero();
    }

    @Test
    void oneThatNobodyWasEverInIsNotEnteredAgain() {
        session.rooms.leave(key);
        var other = JidCreate.bareFromOrThrowUnchecked("mistyped@nowhere.example");
        session.rooms.join(account, other, "Mara", Optional.empty());
        forget();
        session.say(
                account, new XmppEvent.RoomRefused(other, Refusal.of(Reason.SERVER_NOT_REACHED)));
        session.pass(MINUTE.multipliedBy(10));
        assertThat(joins()).isZero();
    }

    @Test
    void oneThatCanNotBeEnteredWhileTheLineIsDownIsEnteredWhenTheSessionGoesOn() {
        end(RoomState.Cause.CONNECTION_LOST);
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.pass(Duration.ofSeconds(10));
        assertThat(joins()).isZero();
        session.on(account, server -> server.signedIn(true));
        session.pass(Duration.ofSeconds(20));
        assertThat(joins()).isOne();
    }

    /// Prosody says so before it goes.
    @Test
    void oneWhoseServiceWentDownWithTheServerIsEnteredInTheNextSession() {
        end(RoomState.Cause.SERVICE_SHUTDOWN);
        session.on(account, server -> server.lost(ConnectionProblem.Kind.SERVER_SHUTDOWN));
        session.on(account, server -> server.signedIn(false));
        assertThat(joins()).isOne();
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        session.pass(MINUTE);
        assertThat(joins()).isZero();
    }

    private void end(RoomState.Cause cause) {
        session.say(account, new XmppEvent.RoomEnded(ROOM, new RoomState.Removed(cause, "", "")));
    }

    private void refuse(Reason reason) {
        session.say(account, new XmppEvent.RoomRefused(ROOM, Refusal.of(reason)));
    }

    private String say(String words) {
        session.tabs.open(key, Chat.Kind.ROOM);
        session.chats.send(key, words);
        return lastSent(key);
    }

    private Delivery delivery(String id) {
        return session.timelines.open(key).timeline().get().messages().stream()
                .filter(each -> each.ids().stanza().equals(id))
                .findFirst()
                .orElseThrow()
                .delivery();
    }

    private void refuse(String id, Reason reason) {
        session.say(account, new XmppEvent.MessageRefused(ROOM, id, Refusal.of(reason)));
    }

    private List<String> sentIds() {
        return session.server(account).takeSent().stream()
                .filter(Message.class::isInstance)
                .map(Stanza::getStanzaId)
                .toList();
    }

    private RoomState state() {
        return session.rooms.room(key).get().orElseThrow().state();
    }

    private boolean isReached() {
        return session.rooms.room(key).get().orElseThrow().isReached();
    }

    private void forget() {
        session.server(account).takeSent();
        session.server(account).asked().clear();
    }

    private long pings() {
        return session.server(account).asked().stream()
                .filter(iq -> iq.toXML().toString().contains("urn:xmpp:ping"))
                .filter(iq -> iq.getTo().toString().equals(ROOM + "/Mara"))
                .count();
    }

    private long joins() {
        return session.server(account).takeSent().stream()
                .filter(stanza -> stanza.toXML().toString().contains("protocol/muc'"))
                .count();
    }

    /// As a device of ours says it that doesn't know pings.
    private void weAreIn() {
        session.server(account).refuse(Condition.service_unavailable);
        answerAbout(Optional.empty());
    }

    /// @param refusal why the room doesn't say what it is; empty where it does
    private void answerAbout(Optional<Condition> refusal) {
        session.server(account)
                .answer(
                        request ->
                                request.toXML().toString().contains("disco#info")
                                        ? Optional.of(answer(request, refusal))
                                        : Optional.empty());
    }

    private static CompletionStage<IQ> answer(IQ request, Optional<Condition> refusal) {
        return refusal.<CompletionStage<IQ>>map(
                        it ->
                                CompletableFuture.failedStage(
                                        RefusedException.by(IQ.createErrorResponse(request, it))))
                .orElseGet(() -> CompletableFuture.completedStage(IQ.createResultIQ(request)));
    }
}
