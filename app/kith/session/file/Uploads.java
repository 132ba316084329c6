package kith.session.file;

import kith.base.Cell;
import kith.base.Lane;
import kith.base.Live;
import kith.base.Subscription;
import kith.base.Timer;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.LocalFile;
import kith.model.Message;
import kith.model.MessageKey;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.session.account.Links;
import kith.store.MessageStore;
import kith.store.UploadStore;
import kith.xmpp.XmppLink;
import kith.xmpp.xep.XmppExtensions;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Brings the files of messages to where others can get them: of each chat one at a time, in the
/// order in which they were sent, and again as long as only the line is to blame. Core lane only,
/// but for [#moving].
final class Uploads implements Upload.Owner {

    /// So often a file is tried while the account is signed in, before the user is asked.
    private static final int MOST_TRIES = 4;

    /// After the first; four times as long after each further one.
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final UploadStore store;
    private final MessageStore messages;
    private final Links links;
    private final XmppExtensions extensions;
    private final UploadServices services;
    private final Outcome outcome;
    private final Consumer<LocalFile> dropped;
    private final Timer timer;
    private final Lane core;
    private final Cell<Map<MessageKey, Long>> moving;
    private final Map<ChatKey, Upload> running = new HashMap<>();
    private final Map<ChatKey, Pause> pausing = new HashMap<>();

    /// What is told of a message whose file is there, or can't be brought there.
    interface Outcome {

        /// The message may go; nobody but this needs its file here any more.
        void uploaded(Message message, String url, LocalFile file);

        void refused(AccountId account, String id, Refusal refusal);
    }

    /// A file that is tried again after a while.
    ///
    /// @param tries how often it was tried
    private record Pause(MessageKey message, int tries, Subscription timer) {}

    /// @param dropped is told of files that go nowhere any more
    Uploads(
            UploadStore store,
            MessageStore messages,
            Links links,
            XmppExtensions extensions,
            UploadServices services,
            Outcome outcome,
            Consumer<LocalFile> dropped,
            Timer timer,
            Lane core) {
        this.store = store;
        this.messages = messages;
        this.links = links;
        this.extensions = extensions;
        this.services = services;
        this.outcome = outcome;
        this.dropped = dropped;
        this.timer = timer;
        this.core = core;
        this.moving = new Cell<>(core, Map.of());
    }

    /// How many bytes have gone of the files that are going now. Any thread.
    Live<Map<MessageKey, Long>> moving() {
        return moving;
    }

    /// The files of an account that wait go now, however often they were tried before.
    void online(AccountId account) {
        pausing.keySet().stream()
                .filter(chat -> chat.account().equals(account))
                .toList()
                .forEach(this::endPause);
        store.waiting(account).stream()
                .flatMap(key -> messages.find(key).stream())
                .forEach(this::begin);
    }

    /// A message waits for its file.
    void begin(Message message) {
        var chat = message.chat();
        if (!running.containsKey(chat) && !pausing.containsKey(chat)) {
            links.online(chat.account()).ifPresent(link -> next(chat, link));
        }
    }

    /// A message is gone, and with it what its file was to be brought there for.
    void drop(Message message) {
        var chat = message.chat();
        var key = message.key();
        var going = Optional.ofNullable(running.get(chat)).filter(it -> it.message().equals(key));
        store.find(key).or(() -> going.map(Upload::file)).ifPresent(dropped);
        going.ifPresent(
                upload -> {
                    running.remove(chat);
                    upload.stop();
                    still(key);
                });
        if (Optional.ofNullable(pausing.get(chat))
                .filter(it -> it.message().equals(key))
                .isPresent()) {
            endPause(chat);
        }
        core.execute(() -> links.online(chat.account()).ifPresent(link -> goOn(chat, link)));
    }

    void forget(AccountId account) {
        running.values().stream().filter(each -> isOf(account, each.chat())).forEach(Upload::stop);
        running.keySet().removeIf(chat -> isOf(account, chat));
        pausing.keySet().stream()
                .filter(chat -> isOf(account, chat))
                .toList()
                .forEach(this::endPause);
        moving.set(Map.of());
    }

    @Override
    public void arrived(Upload upload, String url) {
        end(upload);
        endPause(upload.chat());
        messages.find(upload.message())
                .ifPresent(message -> outcome.uploaded(message, url, upload.file()));
        goOn(upload.chat());
    }

    @Override
    public void refused(Upload upload, Refusal refusal) {
        end(upload);
        endPause(upload.chat());
        messages.find(upload.message())
                .ifPresent(it -> outcome.refused(it.chat().account(), it.ids().stanza(), refusal));
        goOn(upload.chat());
    }

    @Override
    public void interrupted(Upload upload) {
        end(upload);
        var chat = upload.chat();
        int tries = tries(chat, upload.message()) + 1;
        if (links.online(chat.account()).isEmpty()) {
            endPause(chat); // it goes on with the next session
        } else if (tries >= MOST_TRIES) {
            refused(upload, Refusal.of(Reason.TIMED_OUT));
        } else {
            endPause(chat);
            var pause = PAUSE.multipliedBy(1L << (2 * (tries - 1)));
            var wait = timer.after(pause, () -> again(chat));
            pausing.put(chat, new Pause(upload.message(), tries, wait));
        }
    }

    /// The pause stays until it ends well, for how often it was tried.
    private void again(ChatKey chat) {
        links.online(chat.account())
                .ifPresentOrElse(link -> next(chat, link), () -> endPause(chat));
    }

    private int tries(ChatKey chat, MessageKey message) {
        return Optional.ofNullable(pausing.get(chat))
                .filter(it -> it.message().equals(message))
                .map(Pause::tries)
                .orElse(0);
    }

    private void goOn(ChatKey chat) {
        links.online(chat.account()).ifPresent(link -> goOn(chat, link));
    }

    private void goOn(ChatKey chat, XmppLink link) {
        if (!running.containsKey(chat) && !pausing.containsKey(chat)) {
            next(chat, link);
        }
    }

    private void next(ChatKey chat, XmppLink link) {
        store.waiting(chat.account()).stream()
                .flatMap(key -> messages.find(key).stream())
                .filter(message -> message.chat().equals(chat))
                .filter(Uploads::isWaiting)
                .findFirst()
                .ifPresent(
                        message ->
                                store.find(message.key())
                                        .ifPresentOrElse(
                                                file -> start(message, file, link),
                                                () -> lost(message)));
    }

    /// Its file isn't one that can be found here.
    private void lost(Message message) {
        endPause(message.chat());
        outcome.refused(
                message.chat().account(), message.ids().stanza(), Refusal.of(Reason.FILE_GONE));
        goOn(message.chat());
    }

    private void start(Message message, LocalFile file, XmppLink link) {
        var key = message.key();
        var upload =
                new Upload(
                        message,
                        file,
                        extensions.xep0363Upload(),
                        timer,
                        bytes -> core.execute(() -> moved(message.chat(), key, bytes)),
                        this);
        running.put(message.chat(), upload);
        upload.begin(link, services);
    }

    private static boolean isWaiting(Message message) {
        return message.content() instanceof Content.File file
                && file.url().isEmpty()
                && message.delivery() instanceof Delivery.Queued;
    }

    private void moved(ChatKey chat, MessageKey message, long bytes) {
        if (isRunning(chat, message)) {
            Optional.ofNullable(running.get(chat)).ifPresent(it -> it.progressed(bytes));
            var now = new HashMap<>(moving.get());
            now.put(message, bytes);
            moving.set(Map.copyOf(now));
        }
    }

    private void end(Upload upload) {
        running.remove(upload.chat(), upload);
        still(upload.message());
    }

    private void still(MessageKey message) {
        if (moving.get().containsKey(message)) {
            var now = new HashMap<>(moving.get());
            now.remove(message);
            moving.set(Map.copyOf(now));
        }
    }

    private void endPause(ChatKey chat) {
        Optional.ofNullable(pausing.remove(chat)).ifPresent(it -> it.timer().close());
    }

    private boolean isRunning(ChatKey chat, MessageKey message) {
        return Optional.ofNullable(running.get(chat))
                .filter(it -> it.message().equals(message))
                .isPresent();
    }

    private static boolean isOf(AccountId account, ChatKey chat) {
        return chat.account().equals(account);
    }
}
