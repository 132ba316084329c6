package kith.cli;

import kith.model.Account;
import kith.model.ConnectionProblem;
import kith.model.ConnectionState;
import kith.model.PasswordKeeping;
import kith.session.account.AccountService;
import kith.session.account.AccountStatus;

import org.jxmpp.jid.EntityBareJid;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/// Adds, lists and removes accounts.
final class AccountRequests {

    private final AccountService accounts;
    private final boolean isStaying;

    /// @param isStaying whether the session goes on after the request, so that an account that was
    ///   added is to be connected
    AccountRequests(AccountService accounts, boolean isStaying) {
        this.accounts = accounts;
        this.isStaying = isStaying;
    }

    void add(Request.AddAccount request) {
        await(
                accounts.provision(
                        request.address(),
                        request.credentials(),
                        request.server(),
                        keeping(request.isKeptInFile())));
        if (isStaying) {
            find(request.address()).ifPresent(each -> accounts.connect(each.id()));
        }
    }

    /// One account a line: its address, where its password is kept, what its connection does.
    void list(Answer answer) {
        for (var status : accounts.accounts().get()) {
            answer.line(
                    String.join(
                            "\t",
                            status.account().address().toString(),
                            word(status.account().keeping()),
                            connection(status.connection())));
        }
    }

    void remove(Request.RemoveAccount request) {
        var account =
                find(request.address())
                        .orElseThrow(
                                () ->
                                        new CommandFailed(
                                                ExitCode.FAILED,
                                                "there is no account " + request.address()));
        await(accounts.remove(account.id()));
    }

    /// What a connection does, in a word or two and without ends of lines.
    static String connection(ConnectionState state) {
        return switch (state) {
            case ConnectionState.Offline offline -> "offline";
            case ConnectionState.Connecting connecting -> "connecting";
            case ConnectionState.Online online -> "online";
            case ConnectionState.Waiting waiting -> problem(waiting.problem());
            case ConnectionState.Stopped stopped -> problem(stopped.problem());
        };
    }

    static String problem(ConnectionProblem problem) {
        var detail = problem.detail().replaceAll("\\s+", " ").strip();
        return word(problem.kind()) + (detail.isEmpty() ? "" : " (" + detail + ")");
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private PasswordKeeping keeping(boolean isKeptInFile) {
        if (isKeptInFile) {
            return PasswordKeeping.FILE;
        }
        if (!accounts.hasKeyRing()) {
            throw new CommandFailed(
                    ExitCode.FAILED,
                    "there is no key ring to keep the password in; --keep-password-in-file keeps it"
                            + " in a file that only you can read");
        }
        return PasswordKeeping.KEY_RING;
    }

    private Optional<Account> find(EntityBareJid address) {
        return accounts.accounts().get().stream()
                .map(AccountStatus::account)
                .filter(each -> each.address().equals(address))
                .findFirst();
    }

    private static void await(CompletionStage<Void> work) {
        try {
            work.toCompletableFuture().join();
        } catch (CompletionException failure) {
            throw new CommandFailed(ExitCode.FAILED, reason(failure));
        }
    }

    private static String reason(CompletionException failure) {
        return String.valueOf(
                failure.getCause() == null ? failure : failure.getCause().getMessage());
    }
}
