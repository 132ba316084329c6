package kith.session.file;

import kith.base.Subscription;
import kith.base.Timer;
import kith.model.ChatKey;
import kith.model.LocalFile;
import kith.model.Message;
import kith.model.MessageKey;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.xmpp.RefusedException;
import kith.xmpp.Transfer;
import kith.xmpp.TransferException;
import kith.xmpp.UploadService;
import kith.xmpp.UploadSlot;
import kith.xmpp.XmppLink;
import kith.xmpp.xep.Xep0363Upload;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongConsumer;

/// One attempt to bring a file to where others can get it: a place is asked for, then the file goes
/// there. It tells its owner how it ends, once, and nothing after [#stop]. Core lane only.
final class Upload {

    /// A server that takes nothing for so long takes no more.
    private static final Duration STALLED = Duration.ofMinutes(2);

    private final Message message;
    private final LocalFile file;
    private final Xep0363Upload protocol;
    private final Timer timer;
    private final LongConsumer progress;
    private final Owner owner;
    private Optional<Transfer> transfer = Optional.empty();
    private Subscription watch = () -> {};
    private long gone;
    private boolean isOver;

    /// Whoever began it.
    interface Owner {

        /// The file is there.
        void arrived(Upload upload, String url);

        /// It went wrong, and may go well another time.
        void interrupted(Upload upload);

        /// It won't be taken.
        void refused(Upload upload, Refusal refusal);
    }

    /// @param progress is told how many bytes have gone, on any thread
    Upload(
            Message message,
            LocalFile file,
            Xep0363Upload protocol,
            Timer timer,
            LongConsumer progress,
            Owner owner) {
        this.message = message;
        this.file = file;
        this.protocol = protocol;
        this.timer = timer;
        this.progress = progress;
        this.owner = owner;
    }

    MessageKey message() {
        return message.key();
    }

    ChatKey chat() {
        return message.chat();
    }

    LocalFile file() {
        return file;
    }

    /// @param services answers which service takes it
    void begin(XmppLink link, UploadServices services) {
        services.of(link)
                .whenComplete(
                        (service, failure) -> {
                            if (!isOver && failure == null) {
                                found(link, service);
                            } else if (!isOver) {
                                refused(failure);
                            }
                        });
    }

    /// Ends it; the owner knows.
    void stop() {
        isOver = true;
        watch.close();
        transfer.ifPresent(Transfer::cancel);
    }

    /// So much has gone, as was told a moment ago.
    void progressed(long bytes) {
        gone = bytes;
    }

    private void found(XmppLink link, Optional<UploadService> service) {
        if (service.isEmpty()) {
            end(() -> owner.refused(this, Refusal.of(Reason.NOT_SUPPORTED)));
            return;
        }
        protocol.ask(link, service.get().address(), file.name(), file.size(), file.type())
                .whenComplete(
                        (slot, failure) -> {
                            if (!isOver && failure == null) {
                                given(link, slot);
                            } else if (!isOver) {
                                refused(failure);
                            }
                        });
    }

    private void given(XmppLink link, UploadSlot slot) {
        var begun = link.put(slot, file, progress);
        transfer = Optional.of(begun);
        watch();
        begun.done().whenComplete((_, broken) -> ended(slot, broken));
    }

    private void watch() {
        long before = gone;
        watch =
                timer.after(
                        STALLED,
                        () -> {
                            if (gone == before) {
                                transfer.ifPresent(Transfer::cancel);
                            } else {
                                watch();
                            }
                        });
    }

    private void ended(UploadSlot slot, @Nullable Throwable failure) {
        if (isOver) {
            return;
        }
        if (failure == null) {
            end(() -> owner.arrived(this, slot.get().toString()));
            return;
        }
        var kind =
                TransferException.in(failure)
                        .map(TransferException::kind)
                        .orElse(TransferException.Kind.INTERRUPTED);
        end(
                switch (kind) {
                    // A place may be lost after a minute: another is asked for.
                    case INTERRUPTED, BUSY, REFUSED, GONE -> () -> owner.interrupted(this);
                    case TOO_LARGE -> () -> owner.refused(this, Refusal.of(Reason.LIMIT));
                    case NOT_TRUSTED, UNSAFE ->
                            () -> owner.refused(this, Refusal.of(Reason.UNSAFE));
                    case FILE_GONE -> () -> owner.refused(this, Refusal.of(Reason.FILE_GONE));
                });
    }

    private void refused(Throwable failure) {
        var refusal = RefusedException.in(failure).orElse(Refusal.of(Reason.OTHER));
        end(
                switch (refusal.reason()) {
                    case OFFLINE, TIMED_OUT, SERVER_NOT_REACHED, UNAVAILABLE ->
                            () -> owner.interrupted(this);
                    case LIMIT, UNSAFE, FILE_GONE, NOT_SUPPORTED ->
                            () -> owner.refused(this, refusal);
                    case FORBIDDEN,
                            PASSWORD_NEEDED,
                            MEMBERS_ONLY,
                            NICK_TAKEN,
                            NOT_ACCEPTABLE,
                            NOT_ALLOWED,
                            NOT_FOUND,
                            BAD_ADDRESS,
                            OTHER -> // of a file, none of them means what it means of a message
                            () -> owner.refused(this, new Refusal(Reason.OTHER, refusal.text()));
                });
    }

    private void end(Runnable tell) {
        isOver = true;
        watch.close();
        tell.run();
    }
}
