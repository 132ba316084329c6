package kith.session;

import kith.base.Timer;
import kith.session.account.Links;
import kith.store.StoreException;
import kith.xmpp.XmppLink;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
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

    private final Links links;
    private final Timer timer;
    private final Runnable reload;
    private final Supplier<CompletionStage<Void>> write;
    private final Runnable goOn;
    private boolean isLooking;
    private Duration wait = AGAIN;

    /// @param reload reads from the store what is shown
    /// @param write writes something, and tells whether it was kept; what can't be written can
    ///   often be read
    /// @param goOn is run once that was kept: hears again what came in, and connects
    public StoreRecovery(
            Links links,
            Timer timer,
            Runnable reload,
            Supplier<CompletionStage<Void>> write,
            Runnable goOn) {
        this.links = links;
        this.timer = timer;
        this.reload = reload;
        this.write = write;
        this.goOn = goOn;
    }

    /// The store has lost what a batch wrote; whoever uses the program was told.
    public void lost() {
        links.online().forEach(XmppLink::giveUp);
        if (!isLooking) {
            isLooking = true;
            wait = AGAIN;
            look();
        }
    }

    private void look() {
        try {
            reload.run();
            write.get()
                    .whenComplete(
                            (written, failure) -> {
                                if (failure == null) {
                                    isLooking = false;
                                    goOn.run();
                                } else {
                                    later(failure);
                                }
                            });
        } catch (StoreException failure) {
            later(failure);
        }
    }

    /// It is no other fault than the one that was told.
    private void later(Throwable failure) {
        LOG.debug("the store can't be used yet", failure);
        timer.after(wait, this::look);
        var doubled = wait.multipliedBy(2);
        wait = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
