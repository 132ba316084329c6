package kith.session;

import static kith.session.ScriptedSession.ME;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Account;
import kith.model.AccountId;
import kith.model.ConnectionProblem;
import kith.model.ConnectionState;
import kith.model.PasswordKeeping;
import kith.model.PresenceSubscription;
import kith.model.RosterItem;
import kith.model.ServerAddress;
import kith.session.account.AccountStatus;
import kith.session.account.SignInRequest;
import kith.session.account.SignInState;
import kith.xmpp.SignIn;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// Signing in, and where passwords go (F12, F36).
class AccountsTest {

    private static final ServerAddress SERVER = new ServerAddress.Given("127.0.0.1", 5222);

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
    void keepsAnAccountAndItsPasswordOnceSignedIn() {
        var trial = trySignIn(true);
        assertThat(session.accounts.accounts().get()).isEmpty();
        assertThat(session.keyRing).isEmpty();

        session.on(trial, server -> server.signedIn(false));

        assertThat(session.accounts.signingIn().get()).isEqualTo(new SignInState.Done(trial));
        assertThat(session.accounts.accounts().get())
                .singleElement()
                .extracting(AccountStatus::account)
                .isEqualTo(new Account(trial, ME, SERVER, PasswordKeeping.KEY_RING));
        assertThat(session.keyRing).containsEntry(ME, "secret");
    }

    @Test
    void keepsNothingOfASignInThatFails() {
        var trial = trySignIn(true);
        session.on(trial, server -> server.lost(ConnectionProblem.Kind.WRONG_PASSWORD));

        assertThat(session.accounts.signingIn().get())
                .isEqualTo(
                        new SignInState.Failed(
                                ME,
                                SERVER,
                                new ConnectionProblem(ConnectionProblem.Kind.WRONG_PASSWORD, "")));
        assertThat(session.accounts.accounts().get()).isEmpty();
        assertThat(session.keyRing).isEmpty();
        assertThat(new ScriptedSession(session).accounts.accounts().get()).isEmpty();
    }

    @Test
    void doesNotTryAgainByItselfWhatTheUserIsLookingAt() {
        var trial = trySignIn(true);
        var server = session.server(trial);
        session.on(trial, link -> link.lost(ConnectionProblem.Kind.TIMED_OUT));

        assertThat(session.accounts.signingIn().get()).isInstanceOf(SignInState.Failed.class);
        assertThat(server.opened()).isEmpty();
    }

    @Test
    void canBeGivenUp() {
        var server = session.server(trySignIn(true));
        session.accounts.cancelSignIn();

        assertThat(server.opened()).isEmpty();
        assertThat(session.accounts.signingIn().get()).isEqualTo(new SignInState.Idle());
    }

    @Test
    void asksAgainAtTheNextStartWhereThePasswordMayNotBeKept() {
        var trial = trySignIn(false);
        session.on(trial, server -> server.signedIn(false));
        assertThat(session.keyRing).isEmpty();

        var restarted = new ScriptedSession(session);
        restarted.accounts.connectAll();

        assertThat(state(restarted))
                .isEqualTo(
                        new ConnectionState.Stopped(
                                new ConnectionProblem(ConnectionProblem.Kind.NO_PASSWORD, "")));

        restarted.accounts.givePassword(trial, "secret", false);

        assertThat(restarted.server(trial).opened()).map(SignIn::password).contains("secret");
    }

    @Test
    void signsInAtTheNextStartWithWhatTheKeyRingHas() {
        var trial = trySignIn(true);
        session.on(trial, server -> server.signedIn(false));
        var resource = session.server(trial).opened().orElseThrow().resource();

        var restarted = new ScriptedSession(session);
        restarted.accounts.connectAll();

        assertThat(restarted.server(trial).opened())
                .contains(new SignIn(ME, "secret", SERVER, resource));
    }

    @Test
    void aFailingKeyRingIsAFaultAndThePasswordIsAskedFor() {
        var account = session.signIn();
        var restarted = new ScriptedSession(session);
        restarted.failKeyRing();
        restarted.accounts.connectAll();

        assertThat(restarted.caught).hasSize(1);
        assertThat(state(restarted)).isInstanceOf(ConnectionState.Stopped.class);
        assertThat(restarted.server(account).opened()).isEmpty();
    }

    @Test
    void aRemovedAccountTakesEverythingWithIt() {
        var account = session.signIn();
        session.say(account, session.from(ScriptedSession.LAYLA, "1", "hello"));
        assertThat(session.chatList.chats().get()).hasSize(1);

        session.accounts.remove(account);

        assertThat(session.accounts.accounts().get()).isEmpty();
        assertThat(session.chatList.chats().get()).isEmpty();
        assertThat(session.keyRing).isEmpty();
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

        session.say(account, session.from(ScriptedSession.LAYLA, "1", "hello"));
        session.say(account, new XmppEvent.RosterItemChanged(Optional.empty(), item));
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));

        assertThat(session.chatList.chats().get()).isEmpty();
        assertThat(session.roster.contacts().get()).isEmpty();
    }

    private AccountId trySignIn(boolean staySignedIn) {
        session.accounts.signIn(new SignInRequest(ME, "secret", SERVER, staySignedIn));
        assertThat(session.accounts.signingIn().get()).isEqualTo(new SignInState.Trying(ME));
        return session.servers.keySet().iterator().next();
    }

    private static ConnectionState state(ScriptedSession session) {
        return session.accounts.accounts().get().getFirst().connection();
    }
}
