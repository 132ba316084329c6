package kith.session;

import static kith.session.ScriptedSession.LAYLA;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.ConnectionProblem;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.Test;

import java.util.List;

/// Messages that were corrected and are taken back, whatever of both has left.
class RetractedCorrectionsTest extends RetractionsFixture {

    /// Nor do the other words that were to stand in its place.
    @Test
    void aCorrectionThatHasNotLeftNeverDoes() {
        var id = say("thursday");
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.chats.correct(last().key(), "friday");
        session.chats.retract(last().key());
        session.on(account, server -> server.signedIn(false));
        var sent = sentXml();
        assertThat(sent).noneMatch(xml -> xml.contains("friday"));
        assertThat(sent).anyMatch(xml -> xml.contains("<retract") && xml.contains(id));
    }

    @Test
    void theListOfChatsShowsTheMessageAndNotItsCorrection() {
        receive(A, "thursday");
        session.say(account, session.incoming.correction(LAYLA, B, A, "friday"));
        session.say(account, session.incoming.retraction(LAYLA, "c", A));
        var chat = session.chatList.chat(layla).get().orElseThrow();
        assertThat(chat.last().orElseThrow().key()).isEqualTo(last().key());
    }

    @Test
    void aCorrectionThatHasNotLeftIsGoneWhereItIsNotTakenBackAfterAll() {
        say("thursday");
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.chats.correct(last().key(), "friday");
        session.chats.retract(last().key());
        assertThat(shown()).containsExactly("-");
        session.chats.discard(last().retracting().orElseThrow().by());
        assertThat(shown()).containsExactly("thursday");
        assertThat(stored()).containsExactly("thursday");
    }

    @Test
    void aCorrectionThatHasNotLeftIsGoneWhereTakingBackIsRefused() {
        say("thursday");
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.chats.correct(last().key(), "friday");
        session.chats.retract(last().key());
        session.on(account, server -> server.signedIn(false));
        refuse(lastSent());
        assertThat(shown()).containsExactly("thursday");
        assertThat(stored()).containsExactly("thursday");
    }

    @Test
    void aCorrectionAndWhatTakesItBackMayBothBeRefused() {
        say("thursday");
        session.chats.correct(last().key(), "friday");
        var correction = lastSent();
        session.chats.retract(last().key());
        var taking = lastSent();
        refuse(correction);
        refuse(taking);
        assertThat(shown()).containsExactlyInAnyOrder("thursday", "friday");
        assertThat(stored()).containsExactlyInAnyOrder("thursday", "friday");
    }

    @Test
    void aCorrectionStandsWhereTakingBackIsRefused() {
        say("thursday");
        session.chats.correct(last().key(), "friday");
        var correction = lastSent();
        session.chats.retract(last().key());
        session.say(account, new XmppEvent.MessageAcknowledged(correction));
        refuse(lastSent());
        assertThat(shown()).containsExactly("friday");
        assertThat(stored()).containsExactly("friday");
    }

    /// As it is after a restart.
    private List<String> stored() {
        return session.messages(layla).stream()
                .map(message -> message.isRetracted() ? "-" : message.words().orElseThrow())
                .toList();
    }
}
