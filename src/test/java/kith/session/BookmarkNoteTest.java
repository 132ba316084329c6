package kith.session;

import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.ConnectionProblem;
import kith.model.Refusal.Reason;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Optional;

/// The note of which older bookmarks were taken over (XEP-0048), where the account doesn't take it.
class BookmarkNoteTest {

    private static final String KEPT =
            "<conference xmlns='urn:xmpp:bookmarks:1' autojoin='false'/>";

    private final ScriptedPep pep = new ScriptedPep();
    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();

    /// Without it another device would bring back what the user takes out.
    @ParameterizedTest
    @EnumSource(names = {"OFFLINE", "TIMED_OUT"})
    void whatGotLostOnItsWayIsNotedInTheNextSession(Reason lost) {
        convert(lost);
        assertThat(note()).isEmpty();
        pep.takeAll();
        signInAnew();
        assertThat(note().orElseThrow()).contains(ROOM);
    }

    @Test
    void whatIsRefusedIsNotNotedAgainAndAgain() {
        convert(Reason.NOT_ALLOWED);
        pep.takeAll();
        signInAnew();
        assertThat(note()).isEmpty();
    }

    /// Of a room that is in both: nothing but the note is to be published.
    private void convert(Reason refusing) {
        pep.put("urn:xmpp:bookmarks:1", ROOM.toString(), KEPT);
        pep.putList("<conference jid='%s' autojoin='true'/>".formatted(ROOM));
        pep.refuse(refusing);
        session.server(account).keep(pep, session.core);
        signInAnew();
    }

    private Optional<String> note() {
        return pep.find("im.kith.bookmarks:0", "current");
    }

    private void signInAnew() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.on(account, server -> server.signedIn(false));
    }
}
