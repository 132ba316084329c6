package kith.session.account;

import kith.base.Cell;
import kith.base.Lane;
import kith.base.Live;
import kith.model.ConnectionProblem;
import kith.model.ConnectionState;

import java.util.Optional;

/// Signs in to an account that is not in the list, and keeps only what works: the account and its
/// password join the others once the server has let us in, and leave no trace where it doesn't.
///
/// Commands may be called on any thread; state changes on the core lane.
public final class SignInService {

    private final AccountService accounts;
    private final Lane core;
    private final Cell<SignInState> state;
    private Optional<AccountLine> candidate = Optional.empty();

    public SignInService(AccountService accounts, Lane core) {
        this.accounts = accounts;
        this.core = core;
        this.state = new Cell<>(core, new SignInState.Idle());
    }

    /// How far signing in to a new account has come.
    public Live<SignInState> state() {
        return state;
    }

    /// Signs in; [#state] tells how it goes. Does nothing while another is being tried.
    public void signIn(SignInRequest request) {
        core.execute(
                () -> {
                    if (!(state.get() instanceof SignInState.Trying)) {
                        accounts.line(request.address())
                                .ifPresentOrElse(
                                        known -> signInAgain(known, request),
                                        () -> tryOut(request));
                    }
                });
    }

    /// Gives up the signing in that is going on.
    public void cancel() {
        core.execute(
                () -> {
                    candidate.ifPresent(accounts::discard);
                    end(new SignInState.Idle());
                });
    }

    /// An account of the list stays there, whatever comes of it.
    private void signInAgain(AccountLine known, SignInRequest request) {
        known.change(request.server(), request.credentials().way(), known.account().keeping());
        known.signIn(request.credentials(), request.staySignedIn());
        state.set(new SignInState.Done(known.id()));
    }

    private void tryOut(SignInRequest request) {
        state.set(new SignInState.Trying(request.address()));
        var line =
                accounts.openForTrial(
                        request.address(),
                        request.server(),
                        request.credentials().way(),
                        new Judge());
        candidate = Optional.of(line);
        line.signIn(request.credentials(), request.staySignedIn());
    }

    private void end(SignInState now) {
        candidate = Optional.empty();
        state.set(now);
    }

    private final class Judge implements AccountLine.Trial {

        @Override
        public void connectionChanged(AccountLine line, ConnectionState now) {
            switch (now) {
                case ConnectionState.Online online -> {
                    line.endTrial();
                    end(new SignInState.Done(line.id()));
                }
                case ConnectionState.Waiting waiting -> fail(line, waiting.problem());
                case ConnectionState.Stopped stopped -> fail(line, stopped.problem());
                case ConnectionState.Connecting connecting -> {}
                case ConnectionState.Offline offline -> {}
            }
        }

        @Override
        public void lost() {
            end(new SignInState.Idle());
        }

        private void fail(AccountLine line, ConnectionProblem problem) {
            accounts.discard(line);
            var account = line.account();
            end(new SignInState.Failed(account.address(), account.server(), problem));
        }
    }
}
