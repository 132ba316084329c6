package kith.session.picture;

import kith.base.Lane;
import kith.base.Subscription;
import kith.model.AccountId;
import kith.model.ConnectionState;
import kith.model.Content;
import kith.model.LocalFile;
import kith.model.Message;
import kith.model.MessageKey;
import kith.model.ShownPicture;
import kith.model.ShownPicture.Missing;
import kith.model.ShownPicture.Reason;
import kith.model.ShownPicture.There;
import kith.model.ShownPicture.Why;
import kith.model.ShownPicture.Withheld;
import kith.session.account.Links;
import kith.session.feed.SessionEvent;
import kith.session.picture.Fetches.Fetch;
import kith.session.picture.PictureIntake.Taken;
import kith.store.MessageStore;
import kith.store.UploadStore;
import kith.xmpp.TransferException.Kind;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/// The pictures that messages are, as far as somebody looks at them.
///
/// What is known of one is told as [ShownPicture]; how large it is to be seen is also noted with
/// the message, so that the next time it has its room at once. Any thread, unless it says
/// otherwise.
public final class PictureService implements Fetches.Outcome {

    /// Bytes of a picture that is fetched by itself.
    private static final long MOST_BY_ITSELF = 5_000_000;

    /// Bytes of one that the user asks for.
    private static final long MOST = 16_000_000;

    /// Bytes of all that are kept.
    private static final long MOST_KEPT = 256L << 20;

    private static final int MOST_FAILURES = 10_000;

    private final MessageStore messages;
    private final UploadStore uploads;
    private final Links links;
    private final Function<Message, Optional<Why>> withheld;
    private final Consumer<Message> changed;
    private final PictureFolder folder;
    private final KeptPictures kept;
    private final Fetches fetches;
    private final Drawing drawing;
    private final PictureIntake intake;
    private final Executor io;
    private final Lane core;
    private final Map<MessageKey, Wish> wishes = new HashMap<>();

    /// What the user has asked for in this run.
    private final Set<MessageKey> asked = new HashSet<>();

    /// What could not be had in this run, the oldest first.
    private final LinkedHashMap<MessageKey, ShownPicture> failures = new LinkedHashMap<>();

    /// @param withheld why a message's picture isn't fetched by itself; asked on the core lane
    /// @param changed is told of a message of which more is known; on the core lane
    /// @param place the folder of what is kept, which may not be there yet
    public PictureService(
            MessageStore messages,
            UploadStore uploads,
            Links links,
            Function<Message, Optional<Why>> withheld,
            Consumer<Message> changed,
            Path place,
            InstantSource clock,
            Executor io,
            Lane core) {
        this.messages = messages;
        this.uploads = uploads;
        this.links = links;
        this.withheld = withheld;
        this.changed = changed;
        this.folder = new PictureFolder(place);
        this.kept = new KeptPictures(folder, MOST_KEPT, clock, io);
        this.fetches = new Fetches(links, this);
        this.drawing = new Drawing(MOST, io);
        this.intake = new PictureIntake(folder, kept, drawing, io, core);
        this.io = io;
        this.core = core;
    }

    /// Somebody looks at the picture of a message.
    ///
    /// @param show is told on `lane` what there is of it, now and whenever that changes
    /// @return ends it
    public Subscription want(MessageKey message, Lane lane, Consumer<ShownPicture> show) {
        var watch = new Wish.Watch(lane, show);
        core.execute(() -> begin(message, watch));
        return () -> {
            watch.end();
            core.execute(() -> end(message, watch));
        };
    }

    /// The user asks for a picture, whoever it is of and however often it could not be had.
    public void fetch(MessageKey message) {
        core.execute(
                () -> {
                    asked.add(message);
                    failures.remove(message);
                    consider(message);
                });
    }

    /// Draws one that is there. A few at once, whoever asks.
    ///
    /// @param draw makes something of its file; runs on io and may block
    /// @return completes on io; with nothing where it isn't there any more, or can't be drawn
    public <T> CompletionStage<Optional<T>> draw(There picture, Function<byte[], T> draw) {
        return drawing.draw(picture.file(), draw, () -> core.execute(() -> lost(picture)));
    }

    /// Keeps the picture of a message of ours, which others can get now, so that it need not be
    /// fetched. Core lane only.
    ///
    /// @return completes when nobody needs the file here for that any more
    public CompletionStage<?> adopt(MessageKey message, String url, LocalFile file) {
        if (file.picture().isEmpty()) {
            return CompletableFuture.completedStage(null);
        }
        return intake.adopt(message, url, file)
                .thenAccept(
                        taken ->
                                taken.ifPresentOrElse(
                                        it -> taken(message, it), () -> consider(message)));
    }

    /// Looks at what is kept. Core lane only.
    public void load() {
        io.execute(
                () -> {
                    var there = folder.list();
                    core.execute(
                            () -> {
                                kept.found(there);
                                reconsider();
                            });
                });
    }

    /// Something is otherwise. Core lane only.
    public void heard(SessionEvent event) {
        switch (event) {
            case SessionEvent.ConnectionChanged(_, var state) -> {
                if (state instanceof ConnectionState.Online) {
                    failures.values().removeIf(new Missing(Reason.NOT_REACHED)::equals);
                    reconsider();
                }
            }
            case SessionEvent.RosterLoaded _, SessionEvent.RoomChanged _ -> reconsider();
            case SessionEvent.MessageChanged(var message) -> {
                if (message.isRetracted()) {
                    drop(message.key());
                } else {
                    consider(message.key());
                }
            }
            case SessionEvent.MessageRemoved(var message) -> drop(message.key());
            case SessionEvent.MessageAdded _,
                    SessionEvent.PresenceChanged _,
                    SessionEvent.CaughtUp _,
                    SessionEvent.Faulted _ -> {}
        }
    }

    /// Who is known, or what the user wants, is otherwise. Core lane only.
    public void reconsider() {
        wishes.entrySet().stream()
                .filter(it -> !it.getValue().isFulfilled())
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::consider);
    }

    /// The account is gone, and its messages: what is kept is of no account in particular, and can
    /// be fetched again. Core lane only.
    public void forget(AccountId account) {
        fetches.forget(account);
        kept.forgetAll();
    }

    private void lost(There picture) {
        kept.lost(picture.file());
        List.copyOf(wishes.keySet()).forEach(this::consider);
    }

    private void begin(MessageKey message, Wish.Watch watch) {
        var wish = wishes.get(message);
        if (wish != null) {
            wish.add(watch);
        } else {
            var first = new Wish(watch);
            wishes.put(message, first);
            consider(message);
        }
    }

    private void end(MessageKey message, Wish.Watch watch) {
        var wish = wishes.get(message);
        if (wish != null && wish.remove(watch)) {
            wishes.remove(message);
            fetches.leave(message);
        }
    }

    private void consider(MessageKey message) {
        var wish = wishes.get(message);
        if (wish != null) {
            var now = messages.find(message).map(this::find).orElse(new Missing(Reason.GONE));
            if (now instanceof Withheld) {
                fetches.stop(message);
            }
            wish.show(now);
        }
    }

    private ShownPicture find(Message message) {
        return message.content() instanceof Content.File file
                ? file.url()
                        .map(url -> published(message, file, url))
                        .orElseGet(() -> local(message))
                : new Missing(Reason.GONE);
    }

    /// One of ours that is still to be brought to where others can get it.
    private ShownPicture local(Message message) {
        return uploads.find(message.key())
                .<ShownPicture>map(file -> new There(file.path()))
                .orElse(new Missing(Reason.GONE));
    }

    private ShownPicture published(Message message, Content.File file, String url) {
        var there = kept.find(message.key(), url).or(() -> intake.adopting(message.key()));
        var failed = failures.get(message.key());
        if (there.isPresent()) {
            return new There(there.get());
        }
        if (failed != null) {
            return failed;
        }
        if (intake.isTaking(message.key())) {
            return ShownPicture.COMING;
        }
        if (file.size().filter(it -> it > MOST).isPresent()) {
            return new Missing(Reason.NOT_DRAWABLE);
        }
        var why = whyNot(message, file);
        if (why.isPresent()) {
            return new Withheld(why.get(), file.size());
        }
        return place(url)
                .map(place -> fetch(message, place, isAsked(message) ? MOST : MOST_BY_ITSELF))
                .orElse(new Missing(Reason.UNSAFE));
    }

    private boolean isAsked(Message message) {
        return message.isMine() || asked.contains(message.key());
    }

    private Optional<Why> whyNot(Message message, Content.File file) {
        return isAsked(message)
                ? Optional.empty()
                : withheld.apply(message)
                        .or(
                                () ->
                                        file.size()
                                                .filter(it -> it > MOST_BY_ITSELF)
                                                .map(_ -> Why.LARGE));
    }

    @Override
    public boolean isAllowed(Fetch fetch) {
        return messages.find(fetch.message())
                .filter(
                        it ->
                                it.content() instanceof Content.File file
                                        && whyNot(it, file).isEmpty())
                .isPresent();
    }

    private ShownPicture fetch(Message message, URI place, long most) {
        var account = message.chat().account();
        if (links.online(account).isEmpty()) {
            return ShownPicture.WAITING;
        }
        fetches.want(new Fetch(message.key(), account, place, most));
        return ShownPicture.COMING;
    }

    private static Optional<URI> place(String url) {
        try {
            return Optional.of(new URI(url));
        } catch (URISyntaxException words) {
            return Optional.empty();
        }
    }

    @Override
    public void came(Fetch fetch, byte[] file) {
        var message = fetch.message();
        intake.take(
                message,
                fetch.place().toString(),
                file,
                taken -> {
                    taken.picture()
                            .filter(_ -> taken.isKept())
                            .flatMap(it -> messages.pictured(message, file.length, it.size()))
                            .ifPresent(changed);
                    taken(message, taken);
                });
    }

    /// It is there, or can't be; its message may be gone meanwhile.
    private void taken(MessageKey message, Taken taken) {
        if (messages.find(message).filter(it -> it.content() instanceof Content.File).isEmpty()) {
            drop(message);
        } else {
            failure(taken).ifPresentOrElse(it -> fail(message, it), () -> consider(message));
        }
    }

    private static Optional<ShownPicture> failure(Taken taken) {
        if (taken.picture().isEmpty()) {
            return Optional.of(new Missing(Reason.NOT_DRAWABLE));
        }
        return taken.isKept() ? Optional.empty() : Optional.of(new Missing(Reason.NOT_REACHED));
    }

    @Override
    public void failed(Fetch fetch, Kind why, OptionalLong size) {
        var message = fetch.message();
        switch (why) {
            case INTERRUPTED, BUSY, FILE_GONE -> {
                if (links.online(fetch.account()).isPresent()) {
                    fail(message, new Missing(Reason.NOT_REACHED));
                } else {
                    consider(message); // it goes on with the next session
                }
            }
            case TOO_LARGE -> {
                if (fetch.most() == MOST) {
                    fail(message, new Missing(Reason.NOT_DRAWABLE));
                } else if (asked.contains(message)) {
                    consider(message); // the user has asked for it meanwhile
                } else {
                    fail(message, new Withheld(Why.LARGE, boxed(size)));
                }
            }
            case REFUSED, GONE -> fail(message, new Missing(Reason.GONE));
            case NOT_TRUSTED, UNSAFE -> fail(message, new Missing(Reason.UNSAFE));
        }
    }

    private static Optional<Long> boxed(OptionalLong size) {
        return size.isPresent() ? Optional.of(size.getAsLong()) : Optional.empty();
    }

    private void fail(MessageKey message, ShownPicture shown) {
        failures.putLast(message, shown);
        if (failures.size() > MOST_FAILURES) {
            failures.pollFirstEntry();
        }
        consider(message);
    }

    /// It is gone, or its words are.
    private void drop(MessageKey message) {
        fetches.stop(message);
        failures.remove(message);
        kept.forget(message);
        consider(message);
    }
}
