package kith.session;

import kith.base.Timer;
import kith.session.account.AccountService;
import kith.session.archive.ArchiveSync;
import kith.session.chat.ChatList;
import kith.session.chat.Drafts;
import kith.session.chat.Outbox;
import kith.session.chat.Timelines;
import kith.store.RosterStore;
import kith.store.SettingStore;
import kith.store.StoreException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/// What happens when the store could not keep what it was given, mostly because the disk is full:
/// no session goes on, as what comes in it could not be kept either; and as soon as the store can
/// be read again, all that was ahead of it is read anew, what came in and was not kept is heard
/// again, and the accounts connect. Core lane only.
public final class StoreRecovery {

    private static final Logger LOG = LoggerFactory.getLogger(StoreRecovery.class);

    /// After so long it is looked whether there is room again, and after twice as long each time
    /// that there isn't.
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final SettingStore settings;
    private final RosterStore rosters;
    private final AccountService accounts;
    private final ArchiveSync archive;
    private final Outbox outbox;
    private final ChatList chats;
    private final Timelines timelines;
    private final Drafts drafts;
    private final Supplier<CompletionStage<Void>> committed;
    private final Runnable replay;
    private final Timer timer;
    private boolean isLooking;
    private Duration wait = AGAIN;

    /// @param committed tells whether what the present batch writes is kept
    /// @param replay hears again what came in and was not committed
    public StoreRecovery(
            SettingStore settings,
            RosterStore rosters,
            AccountService accounts,
            ArchiveSync archive,
            Outbox outbox,
            ChatList chats,
            Timelines timelines,
            Drafts drafts,
            Supplier<CompletionStage<Void>> committed,
            Runnable replay,
            Timer timer) {
        this.settings = settings;
        this.rosters = rosters;
        this.accounts = accounts;
        this.archive = archive;
        this.outbox = outbox;
        this.chats = chats;
        this.timelines = timelines;
        this.drafts = drafts;
        this.committed = committed;
        this.replay = replay;
        this.timer = timer;
    }

    /// The store has lost what a batch wrote; whoever uses the program was told.
    public void lost() {
        try {
            archive.storeLost();
            accounts.giveUpAll();
            outbox.storeLost();
        } finally {
            if (isLooking) {
                unlessFailing(this::reload);
            } else {
                isLooking = true;
                wait = AGAIN;
                look();
            }
        }
    }

    /// Whatever happens, also a bug, it is looked again until all goes on.
    private void look() {
        boolean isAsked = false;
        try {
            isAsked =
                    unlessFailing(
                            () -> {
                                reload();
                                write().whenComplete((_, failure) -> written(failure == null));
                            });
        } finally {
            if (!isAsked) {
                later();
            }
        }
    }

    private void reload() {
        accounts.reload();
        chats.load();
        timelines.reload();
    }

    /// What can't be written can often be read. Of rosters the server may have said more than was
    /// kept: they are read as a whole again.
    private CompletionStage<Void> write() {
        rosters.forgetVersions();
        drafts.storeLost();
        settings.put("store.recovered", UUID.randomUUID().toString()); // never the same
        return committed.get();
    }

    private void written(boolean isKept) {
        boolean isHeard = false;
        try {
            isHeard = isKept && unlessFailing(replay);
        } finally {
            if (isHeard) {
                isLooking = false;
                accounts.lookAgain();
            } else {
                later();
            }
        }
    }

    /// What the store says now is no other fault than the one that was told.
    private static boolean unlessFailing(Runnable work) {
        try {
            work.run();
            return true;
        } catch (StoreException failure) {
            LOG.debug("the store can't be used yet", failure);
            return false;
        }
    }

    private void later() {
        timer.after(wait, this::look);
        var doubled = wait.multipliedBy(2);
        wait = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
