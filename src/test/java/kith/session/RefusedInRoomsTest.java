package kith.session;

import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.Delivery;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.RoomState;
import kith.xmpp.XmppEvent;

import org.jivesoftware.smack.packet.StanzaError.Condition;
import org.junit.jupiter.api.Test;

import java.util.Optional;

/// What was written to a room and refused: by one that has lost us or can't be reached it is kept,
/// and goes out once we are in again; by one that we are in it stays refused.
class RefusedInRoomsTest extends WatchedRoomFixture {

    private int forged;

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

    private ChatKey layla() {
        return new ChatKey(account, ScriptedSession.LAYLA);
    }

    /// By ids that nobody knows.
    private void refuseMany(int count) {
        for (int i = 0; i < count; i++) {
            refuse("forged-" + forged++, Reason.NOT_ACCEPTABLE);
        }
    }
}
