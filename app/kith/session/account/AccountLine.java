package kith.session.account;

import kith.model.Account;
import kith.model.AccountId;
import kith.model.ConnectionState;
import kith.model.PasswordKeeping;
import kith.model.ServerAddress;
import kith.store.AccountStore;
import kith.xmpp.SignIn;
import kith.xmpp.XmppLink;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// One account while the program runs: what the store has of it, its link, and the password that is
/// kept once it has worked. Core lane only.
final class AccountLine {

    private final XmppLink link;
    private final AccountStore store;
    private final Passwords passwords;
    private Account account;
    private ConnectionState state = new ConnectionState.Offline();
    private Optional<Trial> trial;
    private Optional<String> newPassword = Optional.empty();
    private PasswordKeeping keeping = PasswordKeeping.ASK;

    /// @param trial who tries the account out; empty for one of the list
    AccountLine(
            Account account,
            XmppLink link,
            Optional<Trial> trial,
            AccountStore store,
            Passwords passwords) {
        this.account = account;
        this.link = link;
        this.trial = trial;
        this.store = store;
        this.passwords = passwords;
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

    /// Connects from now on to another server, and has its password kept otherwise.
    void change(ServerAddress server, PasswordKeeping keptNow) {
        account = new Account(account.id(), account.address(), server, keptNow);
        store.change(account);
    }

    /// Signs in with a password that the user has typed.
    void signIn(String password, boolean staySignedIn) {
        newPassword = Optional.of(password);
        keeping =
                staySignedIn && passwords.hasKeyRing()
                        ? PasswordKeeping.KEY_RING
                        : PasswordKeeping.ASK;
        connect(password);
    }

    /// Keeps the password that the user has typed, if there is one, for it has worked.
    ///
    /// @return fails where it can't be kept
    CompletionStage<Void> keepNewPassword() {
        if (newPassword.isEmpty()) {
            return CompletableFuture.completedStage(null);
        }
        var password = newPassword.get();
        newPassword = Optional.empty();
        if (account.keeping() != PasswordKeeping.FILE) {
            change(account.server(), keeping);
        }
        return passwords.keep(account.address(), account.keeping(), password);
    }

    void connect(String password) {
        link.open(
                new SignIn(
                        account.address(),
                        password,
                        account.server(),
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
