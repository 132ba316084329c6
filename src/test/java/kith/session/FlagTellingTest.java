package kith.session;

import static kith.session.ScriptedSession.LAYLA;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.ConnectionProblem;
import kith.model.Mute;
import kith.model.Refusal.Reason;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/// Pins and mutes that could not be told at once: the account is offline, the server refuses.
class FlagTellingTest extends FlagSharingFixture {

    /// Both take it away when it ends; the second finds nothing there.
    @Test
    void whatAnotherHasTakenAwayMeanwhileIsNotRefused() {
        desk.flags.pin(layla);
        pep.hold();
        desk.flags.unpin(layla);
        pep.next(); // reads what is there
        pep.remove(OURS, LAYLA.toString());
        pep.goOn();
        desk.flags.pin(layla);
        assertServer(layla, OURS, true, OFF);
        desk.flags.unpin(layla);
        assertBoth(layla, false, OFF);
        assertThat(pep.find(OURS, LAYLA.toString())).isEmpty();
    }

    @Test
    void whatWasRefusedIsTriedAgainWhenItIsChosenAgain() {
        pep.refuse(Reason.LIMIT);
        desk.flags.pin(layla);
        pep.takeAll();
        desk.flags.unpin(layla);
        desk.flags.pin(layla);
        assertBoth(layla, true, OFF);
    }

    @Test
    void whatWasChosenOfflineIsToldLaterAndWinsFieldByField() {
        goes(desk);
        desk.flags.pin(layla);
        desk.flags.mute(room, Optional.empty());
        lap.flags.mute(layla, Optional.empty());
        lap.flags.pin(room);
        lap.flags.mute(room, Optional.of(HOUR));
        comes(desk);
        assertBoth(layla, true, ALWAYS);
        assertBoth(room, true, ALWAYS);
    }

    @Test
    void whatWasTakenBackOnTheOtherMeanwhileIsTakenBackHere() {
        desk.flags.pin(layla);
        desk.flags.mute(room, Optional.empty());
        goes(desk);
        lap.flags.unpin(layla);
        lap.flags.unmute(room);
        comes(desk);
        assertBoth(layla, false, OFF);
        assertBoth(room, false, OFF);
    }

    @Test
    void whatIsUntoldSurvivesARestart() {
        goes(desk);
        desk.flags.pin(layla);
        desk.flags.mute(room, Optional.empty());
        var again = restarted(desk);
        assertThat(pep.takePublished()).hasSize(2);
        assertFlags(again, layla, true, OFF);
        assertFlags(lap, layla, true, OFF);
        assertFlags(lap, room, false, ALWAYS);
    }

    @Test
    void whatIsToldIsNotToldAgainAfterARestart() {
        desk.flags.pin(layla);
        desk.flags.mute(layla, Optional.of(HOUR));
        pep.takePublished();
        goes(desk);
        lap.flags.unpin(layla);
        pep.takePublished();
        var again = restarted(desk);
        assertThat(again.flags.flags().get().get(layla)).isNotNull();
        assertFlags(again, layla, false, new Mute.Until(desk.now().plus(HOUR)));
        assertThat(pep.takePublished()).isEmpty();
    }

    @Test
    void h10WhereNothingStaysPrivateNothingIsTold() {
        pep.forgetOptions();
        comes(desk);
        desk.flags.pin(layla);
        assertFlags(desk, layla, true, OFF);
        assertThat(pep.takePublished()).isEmpty();
        assertThat(desk.faults.fault().get()).isEmpty();
    }

    @Test
    void whatIsRefusedStaysHereAndIsTriedInTheNextSession() {
        pep.refuse(Reason.LIMIT);
        desk.flags.pin(layla);
        desk.flags.pin(room);
        assertFlags(desk, layla, true, OFF);
        assertFlags(desk, room, true, OFF);
        assertFlags(lap, layla, false, OFF);
        assertThat(desk.faults.fault().get()).isEmpty();
        pep.takeAll();
        desk.flags.mute(layla, Optional.empty());
        assertBoth(layla, true, ALWAYS);
        comes(desk);
        assertBoth(room, true, OFF);
    }

    @Test
    void whatBreaksOffIsToldWhenTheSessionGoesOn() {
        pep.hold();
        desk.flags.pin(layla);
        desk.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        desk.server(account).refuse(Reason.OFFLINE);
        pep.goOn();
        assertThat(pep.takePublished()).isEmpty();
        desk.on(account, server -> server.signedIn(true));
        assertBoth(layla, true, OFF);
    }

    private ScriptedSession restarted(ScriptedSession session) {
        var again = new ScriptedSession(session);
        again.accounts.connectAll();
        again.server(account).keep(pep, again.core);
        comes(again);
        return again;
    }
}
