package kith.session.account;

import kith.base.Cell;
import kith.base.Lane;
import kith.base.Live;
import kith.model.Account;
import kith.model.AccountId;
import kith.model.ConnectionProblem;
import kith.model.ConnectionState;
import kith.model.PasswordKeeping;
import kith.model.Proxy;
import kith.model.ServerAddress;
import kith.session.feed.EventFeed;
import kith.session.feed.SessionEvent;
import kith.store.AccountStore;
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
/// What the user types in anew is tried out by [SignInService] first.
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
    private final Map<AccountId, AccountLine> lines = new LinkedHashMap<>();
    private final Cell<List<AccountStatus>> accounts;
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
    }

    /// The accounts in the order they were added.
    public Live<List<AccountStatus>> accounts() {
        return accounts;
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
        store.all().forEach(account -> open(account, Optional.empty()));
        publish();
    }

    /// Connects every account. Any thread.
    public void connectAll() {
        core.execute(() -> List.copyOf(lines.values()).forEach(this::signInWithKeptPassword));
    }

    /// Adds an account without trying it: for provisioning. An account that is there already gets
    /// the new server, proxy and passwords, and where it is connected otherwise, it comes anew.
    ///
    /// @return completes when its password is kept and it is in the list; fails where the password
    ///   can't be kept, and then nothing has changed
    public CompletionStage<Void> provision(
            EntityBareJid address,
            Credentials credentials,
            ServerAddress server,
            PasswordKeeping keeping) {
        return passwords
                .keep(address, keeping, credentials)
                .thenRunAsync(() -> put(address, server, credentials, keeping), core);
    }

    /// Signs in with the password that was missing or refused, through the proxy that is in the
    /// credentials from now on.
    public void givePassword(AccountId account, Credentials credentials, boolean staySignedIn) {
        onLine(account, line -> line.signIn(credentials, staySignedIn));
    }

    /// Tries again now instead of waiting.
    public void retryNow(AccountId account) {
        onLine(account, line -> line.link().retryNow());
    }

    /// The network may be another than before, for all accounts. Core lane only.
    public void lookAgain() {
        lines.values().forEach(line -> line.link().lookAgain());
    }

    /// Ends all sessions, those too that could be resumed: what they know may be ahead of the
    /// store. Core lane only.
    public void giveUpAll() {
        lines.values().forEach(line -> line.link().giveUp());
    }

    /// Takes out the accounts that the store has not. Core lane only.
    public void reload() {
        var kept = store.all().stream().map(Account::id).toList();
        lines.values().stream()
                .filter(line -> !kept.contains(line.id()))
                .toList()
                .forEach(
                        line -> {
                            line.trial().ifPresent(AccountLine.Trial::lost);
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
        onLine(account, line -> line.link().close());
    }

    /// Disconnects all: the program ends.
    public void disconnectAll() {
        core.execute(() -> lines.values().forEach(line -> line.link().close()));
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
        line.state(state);
        if (state.isOnline()) {
            links.up(line.link());
            line.keepNewPassword().whenComplete((done, failure) -> report(failure));
        } else {
            links.down(account);
        }
        line.trial().ifPresent(trial -> trial.connectionChanged(line, state));
        publish();
        feed.tell(new SessionEvent.ConnectionChanged(account, state));
    }

    /// The account of an address. Core lane only.
    Optional<AccountLine> line(EntityBareJid address) {
        return lines.values().stream()
                .filter(line -> line.account().address().equals(address))
                .findFirst();
    }

    /// Adds an account that is not shown in the list before its trial has ended. Core lane only.
    AccountLine openForTrial(
            EntityBareJid address,
            ServerAddress server,
            Optional<Proxy> proxy,
            AccountLine.Trial trial) {
        return open(
                store.add(address, server, proxy, PasswordKeeping.ASK, newResource()),
                Optional.of(trial));
    }

    /// Closes an account's link and lets everyone forget it; its password stays where it is. Core
    /// lane only.
    void discard(AccountLine line) {
        line.link().close();
        lines.remove(line.id());
        links.remove(line.id());
        store.remove(line.id());
        removed.accept(line.id());
    }

    private void put(
            EntityBareJid address,
            ServerAddress server,
            Credentials credentials,
            PasswordKeeping keeping) {
        var proxy = credentials.way();
        line(address)
                .ifPresentOrElse(
                        line -> changeWay(line, server, credentials, keeping),
                        () ->
                                open(
                                        store.add(address, server, proxy, keeping, newResource()),
                                        Optional.empty()));
        publish();
    }

    /// A connection that goes another way than the account is said to go now must not stay, nor
    /// come back.
    private static void changeWay(
            AccountLine line,
            ServerAddress server,
            Credentials credentials,
            PasswordKeeping keeping) {
        var before = line.account();
        line.change(server, credentials.way(), keeping);
        boolean isSame = before.server().equals(server) && before.proxy().equals(credentials.way());
        if (!isSame && !(line.state() instanceof ConnectionState.Offline)) {
            line.connect(credentials);
        }
    }

    private Optional<Account> takeOut(AccountId account) {
        var line = Optional.ofNullable(lines.get(account));
        line.ifPresent(this::discard);
        publish();
        return line.map(AccountLine::account);
    }

    private void signInWithKeptPassword(AccountLine line) {
        if (line.state() instanceof ConnectionState.Online
                || line.state() instanceof ConnectionState.Connecting) {
            return;
        }
        var asked = line.account();
        int openings = line.openings();
        passwords
                .find(asked)
                .whenCompleteAsync(
                        (credentials, failure) -> {
                            report(failure);
                            boolean isLate =
                                    lines.get(asked.id()) != line
                                            || !line.account().equals(asked)
                                            || line.openings() != openings;
                            if (isLate) {
                                return; // a key ring may ask the user first, who has gone on
                            }
                            if (failure == null && credentials.isPresent()) {
                                line.connect(credentials.get());
                            } else {
                                var problem =
                                        new ConnectionProblem(
                                                ConnectionProblem.Kind.NO_PASSWORD, "");
                                connectionChanged(line.id(), new ConnectionState.Stopped(problem));
                            }
                        },
                        core);
    }

    private AccountLine open(Account account, Optional<AccountLine.Trial> trial) {
        links.add(account.id(), account.address());
        var link = maker.make(account.id(), listeners.apply(account.id()));
        var line = new AccountLine(account, link, trial, store, passwords, faults);
        lines.put(account.id(), line);
        return line;
    }

    /// The name of this device at the server: random, so that it says nothing, and kept, so that a
    /// restarted Kith replaces its own ghost.
    private static String newResource() {
        return "Kith." + UUID.randomUUID().toString().substring(0, 8);
    }

    private void onLine(AccountId account, Consumer<AccountLine> work) {
        core.execute(() -> Optional.ofNullable(lines.get(account)).ifPresent(work));
    }

    private void publish() {
        accounts.set(
                lines.values().stream()
                        .filter(line -> line.trial().isEmpty())
                        .map(line -> new AccountStatus(line.account(), line.state()))
                        .toList());
    }

    private void report(@org.jspecify.annotations.Nullable Throwable failure) {
        if (failure != null) {
            faults.accept(failure);
        }
    }
}
