package kith.ui.shell;

import kith.base.Lane;
import kith.model.Account;
import kith.model.AccountId;
import kith.model.ConnectionProblem;
import kith.model.ConnectionState;
import kith.session.account.AccountStatus;
import kith.session.account.SignInState;
import kith.ui.signin.SignInGate;
import kith.ui.signin.SignInViewModel;

import java.util.List;
import java.util.Optional;

/// The pages that sign in, on the services of the running session. FX thread only.
final class SessionSignIns {

    private final SessionServices session;
    private final Lane fx;

    SessionSignIns(SessionServices session, Lane fx) {
        this.session = session;
        this.fx = fx;
    }

    /// The page that signs in to an account that Kith doesn't know yet.
    SignInViewModel first() {
        var signIns = session.signIns();
        return new SignInViewModel(
                new SignInGate(
                        Optional.empty(),
                        Optional.empty(),
                        signIns.state(),
                        signIns::signIn,
                        signIns::cancel,
                        session.accounts().hasKeyRing()),
                fx);
    }

    /// The page that signs in to one again that it knows.
    SignInViewModel again(AccountId account) {
        var accounts = session.accounts();
        var known = status(accounts.accounts().get(), account).map(AccountStatus::account);
        return new SignInViewModel(
                new SignInGate(
                        known.map(Account::address),
                        known.flatMap(Account::proxy),
                        accounts.accounts().map(all -> progress(all, account)),
                        request ->
                                accounts.givePassword(
                                        account, request.credentials(), request.staySignedIn()),
                        () -> accounts.disconnect(account),
                        accounts.hasKeyRing()),
                fx);
    }

    private static Optional<AccountStatus> status(List<AccountStatus> all, AccountId account) {
        return all.stream().filter(each -> each.account().id().equals(account)).findFirst();
    }

    /// How an account that is known fares, as the sign-in page wants to know it.
    private static SignInState progress(List<AccountStatus> all, AccountId account) {
        return status(all, account).map(SessionSignIns::progress).orElseGet(SignInState.Idle::new);
    }

    private static SignInState progress(AccountStatus status) {
        var account = status.account();
        return switch (status.connection()) {
            case ConnectionState.Offline offline -> new SignInState.Idle();
            case ConnectionState.Connecting connecting -> new SignInState.Trying(account.address());
            case ConnectionState.Online online -> new SignInState.Done(account.id());
            case ConnectionState.Waiting(var problem, var retryAt) -> failed(account, problem);
            case ConnectionState.Stopped(var problem) -> failed(account, problem);
        };
    }

    private static SignInState failed(Account account, ConnectionProblem problem) {
        return new SignInState.Failed(account.address(), account.server(), problem);
    }
}
