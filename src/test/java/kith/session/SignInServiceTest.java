package kith.session;

import static kith.session.ScriptedSession.ME;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Account;
import kith.model.AccountId;
import kith.model.ConnectionProblem;
import kith.model.ConnectionState;
import kith.model.PasswordKeeping;
import kith.model.Proxy;
import kith.model.ProxyAccess;
import kith.model.ServerAddress;
import kith.session.account.AccountStatus;
import kith.session.account.Credentials;
import kith.session.account.SignInRequest;
import kith.session.account.SignInState;
import kith.xmpp.SignIn;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/// Signing in to a new account, and where its password goes (F12, F36).
class SignInServiceTest {

    private static final ServerAddress SERVER = new ServerAddress.Given("127.0.0.1", 5222);

    private final ScriptedSession session = new ScriptedSession();

    @Test
    void keepsAnAccountAndItsPasswordOnceSignedIn() {
        var trial = trySignIn(true);
        assertThat(session.accounts.accounts().get()).isEmpty();
        assertThat(session.keyRing.passwords()).isEmpty();

        session.on(trial, server -> server.signedIn(false));

        assertThat(session.signIns.state().get()).isEqualTo(new SignInState.Done(trial));
        assertThat(session.accounts.accounts().get())
                .singleElement()
                .extracting(AccountStatus::account)
                .isEqualTo(
                        new Account(trial, ME, SERVER, Optional.empty(), PasswordKeeping.KEY_RING));
        assertThat(session.keyRing.passwords()).containsEntry(ME, "secret");
    }

    @Test
    void keepsNothingOfASignInThatFails() {
        var trial = trySignIn(true);
        session.on(trial, server -> server.lost(ConnectionProblem.Kind.WRONG_PASSWORD));

        assertThat(session.signIns.state().get())
                .isEqualTo(
                        new SignInState.Failed(
                                ME,
                                SERVER,
                                new ConnectionProblem(ConnectionProblem.Kind.WRONG_PASSWORD, "")));
        assertThat(session.accounts.accounts().get()).isEmpty();
        assertThat(session.keyRing.passwords()).isEmpty();
        assertThat(new ScriptedSession(session).accounts.accounts().get()).isEmpty();
    }

    @Test
    void doesNotTryAgainByItselfWhatTheUserIsLookingAt() {
        var trial = trySignIn(true);
        var server = session.server(trial);
        session.on(trial, link -> link.lost(ConnectionProblem.Kind.TIMED_OUT));

        assertThat(session.signIns.state().get()).isInstanceOf(SignInState.Failed.class);
        assertThat(server.opened()).isEmpty();
    }

    @Test
    void canBeGivenUp() {
        var server = session.server(trySignIn(true));
        session.signIns.cancel();

        assertThat(server.opened()).isEmpty();
        assertThat(session.signIns.state().get()).isEqualTo(new SignInState.Idle());
    }

    @Test
    void asksAgainAtTheNextStartWhereThePasswordMayNotBeKept() {
        var trial = trySignIn(false);
        session.on(trial, server -> server.signedIn(false));
        assertThat(session.keyRing.passwords()).isEmpty();

        var restarted = new ScriptedSession(session);
        restarted.accounts.connectAll();

        assertThat(state(restarted))
                .isEqualTo(
                        new ConnectionState.Stopped(
                                new ConnectionProblem(ConnectionProblem.Kind.NO_PASSWORD, "")));

        restarted.accounts.givePassword(trial, new Credentials("secret"), false);

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
                .contains(new SignIn(ME, "secret", SERVER, Optional.empty(), resource));
    }

    @Test
    void anAccountOfTheListGetsWhatWasTyped() {
        var account = session.signIn();
        session.signIns.signIn(new SignInRequest(ME, new Credentials("other"), SERVER, true));

        assertThat(session.signIns.state().get()).isEqualTo(new SignInState.Done(account));
        assertThat(session.server(account).opened())
                .hasValueSatisfying(
                        signIn -> {
                            assertThat(signIn.password()).isEqualTo("other");
                            assertThat(signIn.server()).isEqualTo(SERVER);
                        });
        assertThat(session.accounts.accounts().get())
                .singleElement()
                .extracting(AccountStatus::account)
                .isEqualTo(
                        new Account(
                                account, ME, SERVER, Optional.empty(), PasswordKeeping.KEY_RING));
    }

    /// A connection beside the proxy would go on, and come back for ever.
    @Test
    void f37AnAccountThatGetsAProxyWhileItIsConnectedComesThroughIt() {
        session.signIns.signIn(new SignInRequest(ME, new Credentials("secret"), SERVER, true));
        var account = session.servers.keySet().iterator().next();
        session.on(account, server -> server.signedIn(false));
        var tor = new Proxy(Proxy.Kind.SOCKS5, "127.0.0.1", 9050, Optional.empty());
        var access = Optional.of(new ProxyAccess(tor, ""));
        var credentials = new Credentials("secret", access);
        assertThat(session.server(account).opened()).map(SignIn::proxy).contains(Optional.empty());
        session.accounts.provision(ME, credentials, SERVER, PasswordKeeping.KEY_RING);
        assertThat(session.server(account).opened()).map(SignIn::proxy).contains(access);
    }

    @Test
    void f37NoProxyIsToldThePasswordOfAnother() {
        var first = new Proxy(Proxy.Kind.SOCKS5, "127.0.0.1", 9050, Optional.of("mara"));
        var second = new Proxy(Proxy.Kind.SOCKS5, "127.0.0.2", 9050, Optional.of("mara"));
        var kept = new Credentials("secret", Optional.of(new ProxyAccess(first, "open sesame")));
        session.signIns.signIn(new SignInRequest(ME, kept, SERVER, true));
        var account = session.servers.keySet().iterator().next();
        session.on(account, server -> server.signedIn(false));
        var fresh = new Credentials("secret", Optional.of(new ProxyAccess(second, "other")));
        session.accounts.givePassword(account, fresh, true);

        var restarted = new ScriptedSession(session); // it never came online through the second
        restarted.accounts.connectAll();

        assertThat(restarted.server(account).opened())
                .map(SignIn::proxy)
                .contains(Optional.of(new ProxyAccess(second, "")));
        assertThat(session.keyRing.passwords()).doesNotContainValue("open sesame");
    }

    @Test
    void f37TheProxyIsKeptWithTheAccountAndItsPasswordWithTheAccounts() {
        var tor = new Proxy(Proxy.Kind.SOCKS5, "127.0.0.1", 9050, Optional.of("mara"));
        var access = Optional.of(new ProxyAccess(tor, "open sesame"));
        var credentials = new Credentials("secret", access);
        session.signIns.signIn(new SignInRequest(ME, credentials, SERVER, true));
        var trial = session.servers.keySet().iterator().next();
        assertThat(session.server(trial).opened()).map(SignIn::proxy).contains(access);
        session.on(trial, server -> server.signedIn(false));
        assertThat(session.keyRing.passwords()).hasSize(2).containsValue("open sesame");

        var restarted = new ScriptedSession(session);
        restarted.accounts.connectAll();

        assertThat(restarted.server(trial).opened()).map(SignIn::proxy).contains(access);
        assertThat(restarted.accounts.accounts().get())
                .extracting(status -> status.account().proxy())
                .containsExactly(Optional.of(tor));
        assertThat(restarted.server(trial).opened().toString() + credentials + access)
                .doesNotContain("sesame", "secret");

        restarted.accounts.givePassword(trial, new Credentials("secret"), true);
        restarted.on(trial, server -> server.signedIn(false));
        assertThat(restarted.server(trial).opened()).map(SignIn::proxy).contains(Optional.empty());
        assertThat(restarted.keyRing.passwords())
                .as("what is not needed goes")
                .containsOnlyKeys(ME);

        restarted.accounts.givePassword(trial, credentials, true);
        restarted.on(trial, server -> server.signedIn(false));
        assertThat(restarted.keyRing.passwords()).hasSize(2);
        restarted.accounts.remove(trial);
        assertThat(restarted.keyRing.passwords()).isEmpty();
    }

    private AccountId trySignIn(boolean staySignedIn) {
        session.signIns.signIn(
                new SignInRequest(ME, new Credentials("secret"), SERVER, staySignedIn));
        assertThat(session.signIns.state().get()).isEqualTo(new SignInState.Trying(ME));
        return session.servers.keySet().iterator().next();
    }

    private static ConnectionState state(ScriptedSession session) {
        return session.accounts.accounts().get().getFirst().connection();
    }
}
