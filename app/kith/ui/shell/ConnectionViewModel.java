package kith.ui.shell;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import kith.base.Lane;
import kith.base.Live;
import kith.base.Subscription;
import kith.base.Timer;
import kith.model.AccountId;
import kith.model.ConnectionState;
import kith.model.Message;
import kith.model.SyncState;
import kith.ui.text.Texts;
import kith.ui.text.Times;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How the accounts are connected, and how much waits for that: the line in the footer, and the
/// banner where something is wrong.
///
/// The banner tells of the one account that needs the user most. While that one waits, it counts
/// the seconds.
///
/// FX thread only.
public final class ConnectionViewModel implements AutoCloseable {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Live<List<OwnAccount>> accounts;
    private final Live<Map<AccountId, SyncState>> syncs;
    private final ConnectionCommands commands;
    private final Texts texts;
    private final Times times;
    private final Notices notices;
    private final InstantSource clock;
    private final Timer timer;
    private final Lane fx;
    private final ReadOnlyObjectWrapper<Optional<ConnectionLine>> line =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<PendingCount> count =
            new ReadOnlyObjectWrapper<>(PendingCount.of(List.of()));
    private final ReadOnlyObjectWrapper<Integer> invited = new ReadOnlyObjectWrapper<>(0);
    private final ReadOnlyObjectWrapper<Integer> answered = new ReadOnlyObjectWrapper<>(0);
    private final Subscription subscription;
    private Subscription tick = () -> {};

    /// @param syncs how many of each account's messages are here
    /// @param pending what the user wrote and nobody has
    /// @param invitations how many wait for an answer
    /// @param answers how many of the user's own were declined, which they have not seen yet
    public ConnectionViewModel(
            Live<List<OwnAccount>> accounts,
            Live<Map<AccountId, SyncState>> syncs,
            Live<List<Message>> pending,
            Live<Integer> invitations,
            Live<Integer> answers,
            ConnectionCommands commands,
            Texts texts,
            Times times,
            InstantSource clock,
            Timer timer,
            Lane fx) {
        this.accounts = accounts;
        this.syncs = syncs;
        this.times = times;
        this.commands = commands;
        this.texts = texts;
        this.notices = new Notices(texts);
        this.clock = clock;
        this.timer = timer;
        this.fx = fx;
        this.subscription =
                Subscription.all(
                        accounts.watch(fx, newest -> show()),
                        syncs.watch(fx, newest -> show()),
                        pending.watch(fx, this::counted),
                        invitations.watch(fx, invited::set),
                        answers.watch(fx, answered::set));
        invited.set(invitations.get());
        answered.set(answers.get());
        counted(pending.get()); // so that the first frame has it all
    }

    /// The line in the footer; empty where there is no account.
    ReadOnlyObjectProperty<Optional<ConnectionLine>> lineProperty() {
        return line.getReadOnlyProperty();
    }

    /// What the banner says; empty where all is well.
    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// How many messages nobody has.
    ReadOnlyObjectProperty<PendingCount> pendingProperty() {
        return count.getReadOnlyProperty();
    }

    /// How many invitations wait for an answer.
    ReadOnlyObjectProperty<Integer> invitationsProperty() {
        return invited.getReadOnlyProperty();
    }

    /// How many of the user's own invitations were declined.
    ReadOnlyObjectProperty<Integer> answersProperty() {
        return answered.getReadOnlyProperty();
    }

    /// Tries again now, all accounts that wait.
    public void retryNow() {
        for (var status : accounts.get()) {
            if (status.connection() instanceof ConnectionState.Waiting) {
                commands.retryNow().accept(status.account().id());
            }
        }
    }

    /// Connects an account that has stopped trying.
    void tryAgain(Notice.Remedy.TryAgain remedy) {
        commands.connect().accept(remedy.account());
    }

    @Override
    public void close() {
        subscription.close();
        tick.close();
    }

    private void counted(List<Message> newest) {
        count.set(PendingCount.of(newest));
        show();
    }

    private void show() {
        var newest = accounts.get();
        line.set(ConnectionLine.of(newest, syncs.get(), texts, times));
        notice.set(notices.notice(newest, count.get(), clock.instant()));
        tick.close();
        if (newest.stream().anyMatch(ConnectionViewModel::changesWithTime)) {
            tick = timer.after(SECOND, () -> fx.execute(this::show));
        }
    }

    private static boolean changesWithTime(OwnAccount status) {
        return status.connection() instanceof ConnectionState.Waiting
                || status.connection() instanceof ConnectionState.Connecting;
    }
}
