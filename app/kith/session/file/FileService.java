package kith.session.file;

import kith.base.BatchLane;
import kith.base.Live;
import kith.base.Timer;
import kith.model.AccountId;
import kith.model.ChosenFile;
import kith.model.LocalFile;
import kith.model.Message;
import kith.model.MessageKey;
import kith.model.Refusal;
import kith.model.UploadSupport;
import kith.session.account.Links;
import kith.session.feed.SessionEvent;
import kith.store.MessageStore;
import kith.store.UploadStore;
import kith.xmpp.xep.XmppExtensions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/// Files that the user sends (XEP-0363). Any thread, unless it says otherwise.
public final class FileService {

    private final UploadStore store;
    private final Links links;
    private final LocalFiles files;
    private final UploadServices services;
    private final Uploads uploads;
    private final Executor io;
    private final BatchLane core;
    private Adopter adopter = (_, _, _) -> CompletableFuture.completedStage(null);

    /// Accounts of whose servers somebody wants to know what they take.
    private final Set<AccountId> wanted = new HashSet<>();

    /// @param kept the folder of what is kept until it is sent
    /// @param uploaded is told of a message whose file is there, and where; on the core lane
    /// @param refused is told why one can't be brought there; on the core lane
    /// @param afterCommit runs work on the core lane once the present batch is committed
    public FileService(
            UploadStore store,
            MessageStore messages,
            Links links,
            XmppExtensions extensions,
            Path kept,
            BiConsumer<Message, String> uploaded,
            Refused refused,
            Executor afterCommit,
            Timer timer,
            Executor io,
            BatchLane core) {
        this.store = store;
        this.links = links;
        this.files = new LocalFiles(kept);
        this.services = new UploadServices(links, extensions, core);
        this.uploads =
                new Uploads(
                        store,
                        messages,
                        links,
                        extensions,
                        services,
                        new Uploads.Outcome() {
                            @Override
                            public void uploaded(Message message, String url, LocalFile file) {
                                uploaded.accept(message, url);
                                var adopted = adopter.adopt(message.key(), url, file);
                                afterCommit.execute(
                                        () -> adopted.whenComplete((_, _) -> release(file)));
                            }

                            @Override
                            public void refused(AccountId account, String id, Refusal refusal) {
                                refused.refused(account, id, refusal);
                            }
                        },
                        file -> afterCommit.execute(() -> release(file)),
                        timer,
                        core);
        this.io = io;
        this.core = core;
    }

    /// Is told of a message that can't be sent.
    @FunctionalInterface
    public interface Refused {

        void refused(AccountId account, String id, Refusal refusal);
    }

    /// Takes over what it wants of a file that others can get now, before Kith lets it go.
    @FunctionalInterface
    public interface Adopter {

        /// Asked on the core lane.
        ///
        /// @return completes when it needs the file no more, however that went
        CompletionStage<?> adopt(MessageKey message, String url, LocalFile file);
    }

    /// Says who takes over files; nobody until then.
    public void onUploaded(Adopter newAdopter) {
        adopter = newAdopter;
    }

    /// How many bytes have gone of the files that are on their way now, by their messages.
    public Live<Map<MessageKey, Long>> moving() {
        return uploads.moving();
    }

    /// What is known of what an account's server takes; [#want] makes it known.
    public Live<UploadSupport> support(AccountId account) {
        return services.support(account);
    }

    /// Somebody wants to know what the server of an account takes, from now on.
    public void want(AccountId account) {
        core.execute(
                () -> {
                    if (links.knows(account) && wanted.add(account)) {
                        ask(account);
                    }
                });
    }

    /// What the user has chosen.
    ///
    /// @return completes on io, in the same order
    public CompletionStage<List<ChosenFile>> look(List<Path> paths) {
        return CompletableFuture.supplyAsync(() -> paths.stream().map(files::look).toList(), io);
    }

    /// Keeps what isn't in a file until it is sent or [#release]d.
    ///
    /// @param content is asked on io
    /// @param name what others are told that it is called, with an ending
    /// @return completes on io; fails where it can't be kept
    public CompletionStage<LocalFile> keep(Supplier<byte[]> content, String name) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return files.keep(content.get(), name);
                    } catch (IOException full) {
                        throw new UncheckedIOException(full);
                    }
                },
                io);
    }

    /// Nobody needs what was kept any more; a file that isn't Kith's own stays.
    public void release(LocalFile file) {
        io.execute(() -> files.forget(file.path()));
    }

    /// Removes what was kept and is needed no more, as after a crash. Core lane only.
    public void load() {
        var needed = store.names();
        io.execute(() -> files.forgetAllBut(needed));
    }

    /// An account is signed in. Core lane only.
    ///
    /// @param isResumed whether it is the session that was there before
    public void online(AccountId account, boolean isResumed) {
        if (!isResumed) {
            services.forget(account);
            if (wanted.contains(account)) {
                ask(account);
            }
        }
        uploads.online(account);
    }

    /// A message waits for its file. Core lane only.
    public void begin(Message message) {
        uploads.begin(message);
    }

    /// A message that waited for its file, or could not have it, is about to be gone. Core lane
    /// only.
    public void drop(Message message) {
        uploads.drop(message);
    }

    /// What was taken back is brought nowhere any more. Core lane only.
    public void heard(SessionEvent event) {
        if (event instanceof SessionEvent.MessageChanged(var message)
                && message.isMine()
                && message.isRetracted()) {
            uploads.drop(message);
        }
    }

    /// The account is gone. Core lane only.
    public void forget(AccountId account) {
        wanted.remove(account);
        uploads.forget(account);
        services.forget(account);
    }

    /// Where the server doesn't say now, it is asked again when it is needed.
    private void ask(AccountId account) {
        links.online(account).ifPresent(services::of);
    }
}
