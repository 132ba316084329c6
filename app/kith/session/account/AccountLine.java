package kith.session.account;

import kith.model.Account;
import kith.model.AccountId;
import kith.model.ConnectionState;
import kith.model.PasswordKeeping;
import kith.model.Proxy;
import kith.model.ServerAddress;
import kith.store.AccountStore;
import kith.xmpp.SignIn;
import kith.xmpp.XmppLink;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/// One account while the program runs: what the store has of it, its link, and the password that is
/// kept once it has worked. Core lane only.
final class AccountLine {

    private final XmppLink link;
    private final AccountStore store;
    private final Passwords passwords;
    private final Consumer<Throwable> faults;
    private Account account;
    private ConnectionState state = new ConnectionState.Offline();
    private Optional<Trial> trial;
    private Optional<Credentials> newCredentials = Optional.empty();
    private PasswordKeeping keeping = PasswordKeeping.ASK;
    private int openings;

    /// @param trial who tries the account out; empty for one of the list
    AccountLine(
            Account account,
            XmppLink link,
            Optional<Trial> trial,
            AccountStore store,
            Passwords passwords,
            Consumer<Throwable> faults) {
        this.account = account;
        this.link = link;
        this.trial = trial;
        this.store = store;
        this.passwords = passwords;
        this.faults = faults;
    }

    AccountId id() {
        return account.id();
    }

    Account account() {
        return account;
    }

    XmppLink link() {
        return link;
    }

    ConnectionState state() {
        return state;
    }

    void state(ConnectionState now) {
        state = now;
    }

    /// Who tries the account out; empty as soon as it is one of the list.
    Optional<Trial> trial() {
        return trial;
    }

    /// The account has proved itself: from now on it is one of the list.
    void endTrial() {
        trial = Optional.empty();
    }

    /// Connects from now on to another server, maybe through another proxy, and has its passwords
    /// kept otherwise. The password of a proxy that it leaves is forgotten.
    void change(ServerAddress server, Optional<Proxy> proxy, PasswordKeeping keptNow) {
        if (!account.proxy().equals(proxy)) {
            passwords
                    .forgetProxy(account)
                    .whenComplete(
                            (_, failure) -> {
                                if (failure != null) {
                                    faults.accept(failure);
                                }
                            });
        }
        account = new Account(account.id(), account.address(), server, proxy, keptNow);
        store.change(account);
    }

    /// Signs in with what the user has typed, from now on through the proxy that is in it.
    void signIn(Credentials credentials, boolean staySignedIn) {
        newCredentials = Optional.of(credentials);
        keeping =
                staySignedIn && passwords.hasKeyRing()
                        ? PasswordKeeping.KEY_RING
                        : PasswordKeeping.ASK;
        if (!account.proxy().equals(credentials.way())) {
            change(account.server(), credentials.way(), account.keeping());
        }
        connect(credentials);
    }

    /// Keeps the passwords that the user has typed, if there are any, for they have worked.
    ///
    /// @return fails where they can't be kept
    CompletionStage<Void> keepNewPassword() {
        if (newCredentials.isEmpty()) {
            return CompletableFuture.completedStage(null);
        }
        var credentials = newCredentials.get();
        newCredentials = Optional.empty();
        if (account.keeping() != PasswordKeeping.FILE) {
            change(account.server(), account.proxy(), keeping);
        }
        return passwords.keep(account.address(), account.keeping(), credentials);
    }

    /// How often it was told to sign in.
    int openings() {
        return openings;
    }

    void connect(Credentials credentials) {
        openings++;
        link.open(
                new SignIn(
                        account.address(),
                        credentials.password(),
                        account.server(),
                        credentials.proxy(),
                        store.resource(account.id())));
    }

    /// Who tries out an account before it is one of the list. Core lane only.
    interface Trial {

        /// The connection of the account is another than before.
        void connectionChanged(AccountLine line, ConnectionState state);

        /// The store has lost the account, and it is about to go.
        void lost();
    }
}
