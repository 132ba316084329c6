package kith.session;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.ConnectionProblem;
import kith.model.ConnectionState;
import kith.model.PresenceSubscription;
import kith.model.RosterItem;
import kith.session.feed.SessionEvent;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// The accounts of the list, and what goes with one that is removed (F12, F36).
class AccountsTest {

    private final ScriptedSession session = new ScriptedSession();

    @Test
    void serversHearWhetherSomebodyIsThere() {
        var account = session.signIn();
        session.activity.set(false);
        assertThat(session.server(account).isActive()).isFalse();

        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.on(account, server -> server.signedIn(true));
        assertThat(session.server(account).isActive()).as("a stream begins active").isFalse();

        session.activity.set(true);
        assertThat(session.server(account).isActive()).isTrue();
    }

    @Test
    void aFailingKeyRingIsAFaultAndThePasswordIsAskedFor() {
        var account = session.signIn();
        var restarted = new ScriptedSession(session);
        restarted.keyRing.lock();
        restarted.accounts.connectAll();

        assertThat(restarted.told)
                .filteredOn(SessionEvent.Faulted.class::isInstance)
                .as("told once, to commands too")
                .hasSize(1);
        assertThat(state(restarted)).isInstanceOf(ConnectionState.Stopped.class);
        assertThat(restarted.server(account).opened()).isEmpty();
    }

    @Test
    void aRemovedAccountTakesEverythingWithIt() {
        var account = session.signIn();
        session.say(account, session.incoming.from(ScriptedSession.LAYLA, "1", "hello"));
        assertThat(session.chatList.chats().get()).hasSize(1);

        session.accounts.remove(account);

        assertThat(session.accounts.accounts().get()).isEmpty();
        assertThat(session.chatList.chats().get()).isEmpty();
        assertThat(session.keyRing.passwords()).isEmpty();
        assertThat(new ScriptedSession(session).chatList.chats().get()).isEmpty();
    }

    @Test
    void whatStillComesOfARemovedAccountIsDropped() {
        var account = session.signIn();
        session.accounts.remove(account);
        var item =
                new RosterItem(
                        ScriptedSession.LAYLA,
                        "Layla",
                        List.of(),
                        PresenceSubscription.BOTH,
                        false);

        session.say(account, session.incoming.from(ScriptedSession.LAYLA, "1", "hello"));
        session.say(account, new XmppEvent.RosterItemChanged(Optional.empty(), item));
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));

        assertThat(session.chatList.chats().get()).isEmpty();
        assertThat(session.roster.contacts().get()).isEmpty();
    }

    private static ConnectionState state(ScriptedSession session) {
        return session.accounts.accounts().get().getFirst().connection();
    }
}
