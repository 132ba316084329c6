package kith.session.account;

import kith.base.Cell;
import kith.base.Lane;
import kith.base.Live;
import kith.model.Account;
import kith.model.AccountId;
import kith.model.ConnectionProblem;
import kith.model.ConnectionState;
import kith.model.PasswordKeeping;
import kith.model.ServerAddress;
import kith.session.feed.EventFeed;
import kith.session.feed.SessionEvent;
import kith.store.AccountStore;
import kith.xmpp.SignIn;
import kith.xmpp.XmppLink;
import kith.xmpp.XmppListener;

import org.jxmpp.jid.EntityBareJid;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/// The accounts of this profile: adds and removes them, signs them in and keeps them connected.
///
/// Commands may be called on any thread; state changes on the core lane.
public final class AccountService {

    private final AccountStore store;
    private final Passwords passwords;
    private final Links links;
    private final LinkMaker maker;
    private final EventFeed feed;
    private final Lane core;
    private final Consumer<Throwable> faults;
    private final Map<AccountId, Line> lines = new LinkedHashMap<>();
    private final Cell<List<AccountStatus>> accounts;
    private final Cell<SignInState> signingIn;
    private Function<AccountId, XmppListener> listeners =
            account -> {
                throw new IllegalStateException("not started");
            };

    private Consumer<AccountId> removed = account -> {};

    /// @param faults is told of a key ring that fails
    public AccountService(
            AccountStore store,
            Passwords passwords,
            Links links,
            LinkMaker maker,
            EventFeed feed,
            Lane core,
            Consumer<Throwable> faults) {
        this.store = store;
        this.passwords = passwords;
        this.links = links;
        this.maker = maker;
        this.feed = feed;
        this.core = core;
        this.faults = faults;
        this.accounts = new Cell<>(core, List.of());
        this.signingIn = new Cell<>(core, new SignInState.Idle());
    }

    /// The accounts in the order they were added.
    public Live<List<AccountStatus>> accounts() {
        return accounts;
    }

    /// How far signing in to a new account has come.
    public Live<SignInState> signingIn() {
        return signingIn;
    }

    /// Whether a password can be kept in the operating system's key ring.
    public boolean hasKeyRing() {
        return passwords.hasKeyRing();
    }

    /// Reads the accounts and lets everyone know them, without connecting. Core lane only.
    ///
    /// @param listenerOf is told what an account's wire says
    /// @param whenRemoved is told of an account that is gone, on the core lane
    public void load(
            Function<AccountId, XmppListener> listenerOf, Consumer<AccountId> whenRemoved) {
        listeners = listenerOf;
        removed = whenRemoved;
        store.all().forEach(this::open);
        publish();
    }

    /// Connects every account. Any thread.
    public void connectAll() {
        core.execute(() -> List.copyOf(lines.values()).forEach(this::signInWithKeptPassword));
    }

    /// Signs in to an account that is not in the list; [#signingIn] tells how it goes. Only what
    /// works is kept.
    public void signIn(SignInRequest request) {
        core.execute(() -> tryOut(request));
    }

    /// Gives up the signing in that is going on.
    public void cancelSignIn() {
        core.execute(
                () -> {
                    trial().ifPresent(this::discard);
                    signingIn.set(new SignInState.Idle());
                });
    }

    /// Adds an account without trying it: for provisioning. An account that is there already gets
    /// the new server and password.
    ///
    /// @return completes when its password is kept and it is in the list; fails where the password
    ///   can't be kept, and then nothing has changed
    public CompletionStage<Void> provision(
            EntityBareJid address, String password, ServerAddress server, PasswordKeeping keeping) {
        return passwords
                .keep(address, keeping, password)
                .thenRunAsync(() -> put(address, server, keeping), core);
    }

    /// Signs in with the password that was missing or refused.
    public void givePassword(AccountId account, String password, boolean staySignedIn) {
        core.execute(
                () -> {
                    var line = lines.get(account);
                    if (line != null) {
                        line.newPassword = Optional.of(password);
                        line.keeping = keeping(staySignedIn);
                        connect(line, password);
                    }
                });
    }

    /// Tries again now instead of waiting.
    public void retryNow(AccountId account) {
        onLine(account, line -> line.link.retryNow());
    }

    /// The network may be another than before, for all accounts. Core lane only.
    public void lookAgain() {
        lines.values().forEach(line -> line.link.lookAgain());
    }

    /// Ends all sessions, those too that could be resumed: what they know may be ahead of the
    /// store. Core lane only.
    public void giveUpAll() {
        lines.values().forEach(line -> line.link.giveUp());
    }

    /// Takes out the accounts that the store has not. Core lane only.
    public void reload() {
        var kept = store.all().stream().map(Account::id).toList();
        lines.values().stream()
                .filter(line -> !kept.contains(line.account.id()))
                .toList()
                .forEach(
                        line -> {
                            if (line.isTrial) {
                                signingIn.set(new SignInState.Idle());
                            }
                            discard(line);
                        });
        publish();
    }

    /// Connects and stays connected.
    public void connect(AccountId account) {
        onLine(account, this::signInWithKeptPassword);
    }

    /// Disconnects and stays so until the user connects.
    public void disconnect(AccountId account) {
        onLine(account, line -> line.link.close());
    }

    /// Disconnects all: the program ends.
    public void disconnectAll() {
        core.execute(() -> lines.values().forEach(line -> line.link.close()));
    }

    /// Removes the account, its password and its whole history from this computer.
    ///
    /// @return completes when all of it is gone; fails where its password may still be kept
    public CompletionStage<Void> remove(AccountId account) {
        return CompletableFuture.supplyAsync(() -> takeOut(account), core)
                .thenCompose(
                        gone ->
                                gone.map(passwords::forget)
                                        .orElse(CompletableFuture.completedStage(null)))
                .whenComplete((done, failure) -> report(failure));
    }

    /// Takes in what an account's connection does now. Core lane only.
    public void connectionChanged(AccountId account, ConnectionState state) {
        var line = lines.get(account);
        if (line == null) {
            return; // removed meanwhile
        }
        line.state = state;
        if (state.isOnline()) {
            links.up(line.link);
            keepNewPassword(line);
        } else {
            links.down(account);
        }
        if (line.isTrial) {
            judge(line, state);
        }
        publish();
        feed.tell(new SessionEvent.ConnectionChanged(account, state));
    }

    private void put(EntityBareJid address, ServerAddress server, PasswordKeeping keeping) {
        var line =
                lineOf(address)
                        .orElseGet(() -> open(store.add(address, server, keeping, newResource())));
        line.account = new Account(line.account.id(), address, server, keeping);
        store.change(line.account);
        publish();
    }

    private Optional<Account> takeOut(AccountId account) {
        var line = Optional.ofNullable(lines.get(account));
        line.ifPresent(this::discard);
        publish();
        return line.map(gone -> gone.account);
    }

    private void tryOut(SignInRequest request) {
        if (signingIn.get() instanceof SignInState.Trying) {
            return;
        }
        var known = lineOf(request.address());
        if (known.isPresent()) {
            var line = known.get();
            line.account =
                    new Account(
                            line.account.id(),
                            request.address(),
                            request.server(),
                            line.account.keeping());
            store.change(line.account);
            line.newPassword = Optional.of(request.password());
            line.keeping = keeping(request.staySignedIn());
            connect(line, request.password());
            signingIn.set(new SignInState.Done(line.account.id()));
            return;
        }
        signingIn.set(new SignInState.Trying(request.address()));
        var line =
                open(
                        store.add(
                                request.address(),
                                request.server(),
                                PasswordKeeping.ASK,
                                newResource()));
        line.isTrial = true;
        line.newPassword = Optional.of(request.password());
        line.keeping = keeping(request.staySignedIn());
        connect(line, request.password());
    }

    private void judge(Line line, ConnectionState state) {
        switch (state) {
            case ConnectionState.Online online -> {
                line.isTrial = false;
                signingIn.set(new SignInState.Done(line.account.id()));
            }
            case ConnectionState.Waiting waiting -> fail(line, waiting.problem());
            case ConnectionState.Stopped stopped -> fail(line, stopped.problem());
            case ConnectionState.Connecting connecting -> {}
            case ConnectionState.Offline offline -> {}
        }
    }

    private void fail(Line line, ConnectionProblem problem) {
        discard(line);
        var account = line.account;
        signingIn.set(new SignInState.Failed(account.address(), account.server(), problem));
    }

    private void discard(Line line) {
        line.link.close();
        lines.remove(line.account.id());
        links.remove(line.account.id());
        store.remove(line.account.id());
        removed.accept(line.account.id());
    }

    private void keepNewPassword(Line line) {
        if (line.newPassword.isEmpty()) {
            return;
        }
        var password = line.newPassword.get();
        line.newPassword = Optional.empty();
        if (line.account.keeping() != PasswordKeeping.FILE) {
            line.account =
                    new Account(
                            line.account.id(),
                            line.account.address(),
                            line.account.server(),
                            line.keeping);
            store.change(line.account);
        }
        passwords
                .keep(line.account.address(), line.account.keeping(), password)
                .whenComplete((done, failure) -> report(failure));
    }

    private void signInWithKeptPassword(Line line) {
        if (line.state instanceof ConnectionState.Online
                || line.state instanceof ConnectionState.Connecting) {
            return;
        }
        passwords
                .find(line.account)
                .whenCompleteAsync(
                        (password, failure) -> {
                            report(failure);
                            if (failure == null && password.isPresent()) {
                                connect(line, password.get());
                            } else {
                                var problem =
                                        new ConnectionProblem(
                                                ConnectionProblem.Kind.NO_PASSWORD, "");
                                connectionChanged(
                                        line.account.id(), new ConnectionState.Stopped(problem));
                            }
                        },
                        core);
    }

    private void connect(Line line, String password) {
        var account = line.account;
        line.link.open(
                new SignIn(
                        account.address(),
                        password,
                        account.server(),
                        store.resource(account.id())));
    }

    private Line open(Account account) {
        links.add(account.id(), account.address());
        var line = new Line(account, maker.make(account.id(), listeners.apply(account.id())));
        lines.put(account.id(), line);
        return line;
    }

    private Optional<Line> lineOf(EntityBareJid address) {
        return lines.values().stream()
                .filter(line -> line.account.address().equals(address))
                .findFirst();
    }

    private Optional<Line> trial() {
        return lines.values().stream().filter(line -> line.isTrial).findFirst();
    }

    private PasswordKeeping keeping(boolean staySignedIn) {
        return staySignedIn && passwords.hasKeyRing()
                ? PasswordKeeping.KEY_RING
                : PasswordKeeping.ASK;
    }

    /// The name of this device at the server: random, so that it says nothing, and kept, so that a
    /// restarted Kith replaces its own ghost.
    private static String newResource() {
        return "Kith." + UUID.randomUUID().toString().substring(0, 8);
    }

    private void onLine(AccountId account, Consumer<Line> work) {
        core.execute(() -> Optional.ofNullable(lines.get(account)).ifPresent(work));
    }

    private void publish() {
        accounts.set(
                lines.values().stream()
                        .filter(line -> !line.isTrial)
                        .map(line -> new AccountStatus(line.account, line.state))
                        .toList());
    }

    private void report(@org.jspecify.annotations.Nullable Throwable failure) {
        if (failure != null) {
            faults.accept(failure);
        }
    }

    /// One account while the program runs.
    private static final class Line {

        private Account account;
        private final XmppLink link;
        private ConnectionState state = new ConnectionState.Offline();
        private boolean isTrial;
        private Optional<String> newPassword = Optional.empty();
        private PasswordKeeping keeping = PasswordKeeping.ASK;

        Line(Account account, XmppLink link) {
            this.account = account;
            this.link = link;
        }
    }
}
