package kith.session.room;

import kith.base.Cell;
import kith.base.Lane;
import kith.base.Live;
import kith.base.Timer;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.session.account.Links;
import kith.store.PictureStore;
import kith.xmpp.RefusedException;
import kith.xmpp.XmppEvent.RoomPictured;
import kith.xmpp.XmppLink;
import kith.xmpp.xep.Xep0054VCard;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;

/// The pictures of rooms (XEP-0486): kept as they are announced, each asked for once, and of a room
/// that changes its own without end only the newest now and then ([PicturesAsked]).
///
/// A picture counts only under the hash that was announced, and where it says of itself that it is
/// small enough to be drawn. What can't be used isn't asked for again before the next start. It
/// comes from the room and from nowhere else. Core lane, but for what says otherwise.
public final class RoomPictures {

    private final PictureStore store;
    private final Links links;
    private final Xep0054VCard xep;
    private final Lane core;
    private final Executor io;
    private final Cell<Map<ChatKey, String>> hashes;

    /// Which rooms say it in their disco information: what is missing there then is no more.
    private final Set<ChatKey> inDisco = new HashSet<>();

    private final PicturesAsked asked;

    /// @param isOurs whether the user has been in a room
    public RoomPictures(
            PictureStore store,
            Links links,
            Xep0054VCard xep,
            Predicate<ChatKey> isOurs,
            Timer timer,
            Lane core,
            Executor io) {
        this.store = store;
        this.links = links;
        this.xep = xep;
        this.asked = new PicturesAsked(isOurs, timer, this::ask);
        this.core = core;
        this.io = io;
        this.hashes = new Cell<>(core, Map.of());
    }

    /// Reads who has which. What is left of rooms that the user only looked at is let go.
    public void load() {
        store.removeStrangers();
        hashes.set(store.all());
    }

    /// The store may have lost what came last: that is asked for again when it is announced.
    public void storeLost() {
        asked.clear();
        hashes.set(store.all());
    }

    /// The rooms that have a picture, each by its hash. Any thread.
    public Live<Map<ChatKey, String>> hashes() {
        return hashes;
    }

    /// The picture with this hash. Any thread.
    ///
    /// @param draw makes something of the file as it was published, PNG or JPEG; may block
    public <T> CompletionStage<Optional<T>> image(String hash, Function<byte[], T> draw) {
        var file = new CompletableFuture<Optional<byte[]>>();
        core.execute(() -> file.complete(store.image(hash)));
        return file.thenApplyAsync(known -> known.map(draw), io);
    }

    /// A room said by which hashes its picture can be known.
    public void announced(AccountId account, RoomPictured event) {
        var room = new ChatKey(account, event.room());
        var known = Optional.ofNullable(hashes.get().get(room));
        if (event.hashes().isEmpty()) {
            boolean isGone = !event.isDisco() || inDisco.contains(room);
            if (isGone) {
                asked.gone(room);
                known.ifPresent(_ -> forget(room));
            }
            return;
        }
        if (event.isDisco()) {
            inDisco.add(room);
        }
        if (known.filter(event.hashes()::contains).isPresent()) {
            asked.here(room);
        } else {
            asked.announced(room, event.hashes());
        }
    }

    private void ask(ChatKey room, Set<String> announced) {
        links.online(room.account())
                .ifPresentOrElse(
                        link -> ask(link, room, announced), () -> asked.again(room, announced));
    }

    private void ask(XmppLink link, ChatKey room, Set<String> announced) {
        xep.pictures(link, room.peer())
                .whenComplete(
                        (pictures, failure) -> {
                            if (failure == null) {
                                take(room, pictures, announced);
                            } else {
                                again(room, announced, failure);
                            }
                        });
    }

    private void take(ChatKey room, List<byte[]> pictures, Set<String> announced) {
        pictures.stream()
                .filter(each -> isMeant(room, PictureFile.hash(each), announced))
                .filter(PictureFile::isUsable)
                .findFirst()
                .filter(_ -> links.knows(room.account()))
                .ifPresent(picture -> put(room, picture));
    }

    /// Whether it is what was announced when it was asked for, and still is.
    private boolean isMeant(ChatKey room, String hash, Set<String> announced) {
        return announced.contains(hash) && asked.isWanted(room, hash);
    }

    /// Who could not be reached is asked when it is announced again.
    private void again(ChatKey room, Set<String> announced, Throwable failure) {
        if (RefusedException.in(failure).filter(Refusal::isSilence).isPresent()) {
            asked.again(room, announced);
        }
    }

    private void put(ChatKey room, byte[] picture) {
        var hash = PictureFile.hash(picture);
        store.put(room, hash, picture);
        var changed = new HashMap<>(hashes.get());
        changed.put(room, hash);
        hashes.set(Map.copyOf(changed));
    }

    private void forget(ChatKey room) {
        store.remove(room);
        asked.gone(room);
        var changed = new HashMap<>(hashes.get());
        changed.remove(room);
        hashes.set(Map.copyOf(changed));
    }

    /// The account is gone, and its rows with it.
    public void forget(AccountId account) {
        asked.forget(account);
        inDisco.removeIf(room -> room.account().equals(account));
        var changed = new HashMap<>(hashes.get());
        changed.keySet().removeIf(room -> room.account().equals(account));
        hashes.set(Map.copyOf(changed));
    }

    /// Gives a room of ours a picture. Any thread.
    ///
    /// @param png at most 128 px wide and high; empty takes away what it has
    /// @return completes with why it is as before, if so
    public CompletionStage<Optional<Refusal>> publish(ChatKey room, Optional<byte[]> png) {
        var outcome = new CompletableFuture<Optional<Refusal>>();
        core.execute(
                () ->
                        links.online(room.account())
                                .ifPresentOrElse(
                                        link ->
                                                xep.publish(link, room.peer(), png)
                                                        .whenComplete(
                                                                (_, failure) ->
                                                                        published(
                                                                                outcome, room, png,
                                                                                failure)),
                                        () ->
                                                outcome.complete(
                                                        Optional.of(Refusal.of(Reason.OFFLINE)))));
        return outcome;
    }

    private void published(
            CompletableFuture<Optional<Refusal>> outcome,
            ChatKey room,
            Optional<byte[]> png,
            @Nullable Throwable failure) {
        var refusal = RefusedException.in(failure);
        if (failure != null && refusal.isEmpty()) {
            outcome.completeExceptionally(failure); // a bug
            return;
        }
        if (refusal.isEmpty() && links.knows(room.account())) {
            png.ifPresentOrElse(picture -> put(room, picture), () -> forget(room));
        }
        outcome.complete(refusal);
    }
}
