package kith.ui.shell;

import kith.model.Account;
import kith.model.AccountId;
import kith.model.ConnectionProblem;
import kith.model.ConnectionState;
import kith.ui.text.Problems;
import kith.ui.text.Texts;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Decides which of the accounts the banner tells of, and in which words.
///
/// Remembers since when each account connects and which had trouble before: connecting is worth a
/// banner only where it takes long, or where a banner was there already.
final class Notices {

    /// Connecting is usually done before anyone could read a banner about it.
    static final Duration LONG = Duration.ofSeconds(3);

    private final Texts texts;
    private final Problems problems;
    private final Map<AccountId, Instant> connectingSince = new HashMap<>();
    private final Set<AccountId> troubled = new HashSet<>();

    Notices(Texts texts) {
        this.texts = texts;
        this.problems = new Problems(texts);
    }

    /// The notice for now; empty where all is well.
    ///
    /// @param pending how many messages wait to be sent
    Optional<Notice> notice(List<OwnAccount> accounts, PendingCount pending, Instant now) {
        accounts.forEach(account -> remember(account, now));
        return stopped(accounts)
                .or(() -> waiting(accounts, now).map(notice -> with(accounts, pending, notice)))
                .or(() -> connecting(accounts, now));
    }

    private void remember(OwnAccount status, Instant now) {
        var account = status.account().id();
        switch (status.connection()) {
            case ConnectionState.Connecting connecting -> connectingSince.putIfAbsent(account, now);
            case ConnectionState.Waiting waiting -> trouble(account);
            case ConnectionState.Stopped stopped -> trouble(account);
            case ConnectionState.Online online -> calm(account);
            case ConnectionState.Offline offline -> calm(account);
        }
    }

    private void trouble(AccountId account) {
        connectingSince.remove(account);
        troubled.add(account);
    }

    private void calm(AccountId account) {
        connectingSince.remove(account);
        troubled.remove(account);
    }

    private Optional<Notice> stopped(List<OwnAccount> accounts) {
        for (var status : accounts) {
            if (status.connection() instanceof ConnectionState.Stopped(var problem)) {
                var account = status.account();
                var remedy = remedy(problem.kind(), account.id());
                return Optional.of(
                        new Notice(
                                Notice.Kind.STOPPED,
                                stopped(problem.kind(), account, remedy),
                                problem.detail(),
                                remedy));
            }
        }
        return Optional.empty();
    }

    /// What there is to be done is said by the link beside the sentence where that mends it.
    private String stopped(ConnectionProblem.Kind kind, Account account, Notice.Remedy remedy) {
        return remedy instanceof Notice.Remedy.SignIn
                ? problems.what(kind, account.address(), account.server())
                : problems.whatAndHow(kind, account.address(), account.server());
    }

    /// What mends a problem that only the user can mend.
    static Notice.Remedy remedy(ConnectionProblem.Kind kind, AccountId account) {
        return switch (kind) {
            case WRONG_PASSWORD, NO_PASSWORD, PROXY_REFUSED, NOT_A_PROXY ->
                    new Notice.Remedy.SignIn(account);
            default -> new Notice.Remedy.TryAgain(account);
        };
    }

    /// Of several that wait, the one that tries again first.
    private Optional<Notice> waiting(List<OwnAccount> accounts, Instant now) {
        return accounts.stream()
                .filter(status -> status.connection() instanceof ConnectionState.Waiting)
                .min(Comparator.comparing(Notices::retryAt))
                .map(status -> waiting(status, accounts, now));
    }

    /// Says also how many messages wait for that.
    private Notice with(List<OwnAccount> accounts, PendingCount pending, Notice notice) {
        long messages =
                accounts.stream()
                        .filter(status -> status.connection() instanceof ConnectionState.Waiting)
                        .mapToLong(status -> pending.waiting(status.account().id()))
                        .sum();
        return messages == 0
                ? notice
                : new Notice(
                        notice.kind(),
                        texts.say(
                                "connection.noticeAndPending",
                                notice.text(),
                                texts.count("connection.pending", messages)),
                        notice.detail(),
                        notice.remedy());
    }

    private Notice waiting(OwnAccount status, List<OwnAccount> all, Instant now) {
        var problem = problem(status);
        return new Notice(
                Notice.Kind.WAITING,
                waiting(problem.kind(), status, all, seconds(now, retryAt(status))),
                problem.detail(),
                new Notice.Remedy.RetryNow(status.account().id()));
    }

    private String waiting(
            ConnectionProblem.Kind kind, OwnAccount status, List<OwnAccount> all, long in) {
        boolean isPlain =
                kind == ConnectionProblem.Kind.CONNECTION_LOST
                        || kind == ConnectionProblem.Kind.UNREACHABLE;
        if (!isPlain) {
            var account = status.account();
            var cause = problems.what(kind, account.address(), account.server());
            return texts.say("connection.waitingBecause", in, cause);
        }
        return all.stream().anyMatch(each -> each.connection().isOnline())
                ? texts.say("connection.waitingFor", in, ConnectionLine.shortName(status, all))
                : texts.say("connection.waiting", in);
    }

    private Optional<Notice> connecting(List<OwnAccount> accounts, Instant now) {
        return accounts.stream()
                .filter(status -> isWorthTelling(status, now))
                .findFirst()
                .map(
                        status ->
                                new Notice(
                                        Notice.Kind.CONNECTING,
                                        texts.say(
                                                "connection.connecting",
                                                ConnectionLine.shortName(status, accounts)),
                                        "",
                                        new Notice.Remedy.None()));
    }

    private boolean isWorthTelling(OwnAccount status, Instant now) {
        if (!(status.connection() instanceof ConnectionState.Connecting)) {
            return false;
        }
        var account = status.account().id();
        var since = connectingSince.getOrDefault(account, now);
        return troubled.contains(account) || !now.isBefore(since.plus(LONG));
    }

    private static ConnectionProblem problem(OwnAccount status) {
        return ((ConnectionState.Waiting) status.connection()).problem();
    }

    private static Instant retryAt(OwnAccount status) {
        return ((ConnectionState.Waiting) status.connection()).retryAt();
    }

    /// Counted up, so that “1 s” stands until the moment has come.
    private static long seconds(Instant now, Instant then) {
        return Math.max(0, Duration.between(now, then).plusMillis(999).toSeconds());
    }
}
