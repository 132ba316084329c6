package kith.session.room;

import kith.base.Lane;
import kith.base.Timer;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Occupant;
import kith.model.OccupantPicture;
import kith.model.Refusal;
import kith.session.account.Links;
import kith.store.PictureStore;
import kith.xmpp.RefusedException;
import kith.xmpp.xep.Xep0054VCard;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/// The pictures of the people in rooms (XEP-0153): each is asked for when it is seen, and kept.
///
/// A picture is known by its hash. It is asked for only of whoever announces that now, and counts
/// only if it has that hash; what was answered otherwise isn't asked for again before the next
/// start. So nobody has a picture by their nick, and nobody keeps others from theirs.
///
/// Few are asked at once, of nobody and in no room without end; those that were wanted last come
/// first. A room where nobody's could be had yet is asked only now and then. Core lane, but for
/// what says otherwise.
public final class OccupantPictures {

    private static final int AT_ONCE = 3;

    /// More than that aren't in sight at once.
    private static final int MOST_WAITING = 80;

    private static final int MOST_OF_NO_USE = 10_000;

    private static final Duration A_WHILE = Duration.ofSeconds(1);

    private final KeptPictures kept;
    private final RoomVisits visits;
    private final Links links;
    private final Xep0054VCard xep;
    private final Timer timer;
    private final InstantSource clock;
    private final Lane core;
    private final Executor io;

    /// What is to be asked for, and who waits for it; what was wanted last at the end.
    private final LinkedHashMap<Wanted, List<CompletableFuture<Optional<byte[]>>>> waiting =
            new LinkedHashMap<>();

    /// The same of what is asked for.
    private final Map<Wanted, List<CompletableFuture<Optional<byte[]>>>> asked = new HashMap<>();

    /// What was asked for in vain, the oldest first.
    private final LinkedHashMap<Wanted, Boolean> ofNoUse = new LinkedHashMap<>();

    /// The rooms in which somebody has answered.
    private final Set<ChatKey> answering = new HashSet<>();

    /// How often any other may refuse: with more it is taken for one that passes nothing on. Not
    /// for ever, or a few who refuse would keep all others from theirs.
    private final Allowance<ChatKey> refusals = new Allowance<>(4, Duration.ofMinutes(1));

    private final Allowance<ChatKey> ofRoom = new Allowance<>(100, Duration.ofSeconds(1));
    private final Allowance<Whose> ofPerson = new Allowance<>(3, Duration.ofMinutes(1));
    private boolean isWaking;

    private record Whose(ChatKey room, String nick) {}

    private record Wanted(Whose whose, OccupantPicture picture) {

        ChatKey room() {
            return whose.room();
        }

        AccountId account() {
            return room().account();
        }
    }

    public OccupantPictures(
            PictureStore store,
            RoomVisits visits,
            Links links,
            Xep0054VCard xep,
            Timer timer,
            InstantSource clock,
            Lane core,
            Executor io) {
        this.kept = new KeptPictures(store);
        this.visits = visits;
        this.links = links;
        this.xep = xep;
        this.timer = timer;
        this.clock = clock;
        this.core = core;
        this.io = io;
    }

    /// Reads which are kept. Those of rooms come first: they let go what is nobody's.
    public void load() {
        kept.load();
    }

    /// The store may have lost what came last: that is asked for again when somebody sees it.
    public void storeLost() {
        kept.load();
    }

    /// A picture that somebody sees, or would. Any thread.
    ///
    /// @param draw makes something of the file as it was published, PNG or JPEG; may block
    /// @return completes when it is there, or with nothing when it can't be had now
    public <T> CompletionStage<Optional<T>> image(
            OccupantPicture picture, Function<byte[], T> draw) {
        var file = new CompletableFuture<Optional<byte[]>>();
        core.execute(() -> find(picture, file));
        return file.thenApplyAsync(found -> found.map(draw), io);
    }

    /// Nobody sees a picture any more: it need not be asked for. Any thread.
    public void outOfSight(OccupantPicture picture) {
        core.execute(
                () ->
                        waiting.keySet().stream()
                                .filter(it -> it.picture().equals(picture))
                                .toList()
                                .forEach(this::drop));
    }

    /// The account is gone.
    public void forget(AccountId account) {
        waiting.keySet().stream()
                .filter(it -> it.account().equals(account))
                .toList()
                .forEach(this::drop);
        kept.forget(account);
        ofNoUse.keySet().removeIf(it -> it.account().equals(account));
        answering.removeIf(it -> it.account().equals(account));
    }

    private void find(OccupantPicture picture, CompletableFuture<Optional<byte[]>> file) {
        var known = kept.find(picture.hash());
        var wanted = known.isPresent() ? Optional.<Wanted>empty() : wanted(picture);
        if (wanted.isEmpty()) {
            file.complete(known);
        } else if (asked.containsKey(wanted.get())) {
            asked.get(wanted.get()).add(file);
        } else {
            var all = Optional.ofNullable(waiting.remove(wanted.get()));
            waiting.put(wanted.get(), all.orElseGet(ArrayList::new));
            waiting.get(wanted.get()).add(file);
            if (waiting.size() > MOST_WAITING) {
                drop(waiting.firstEntry().getKey());
            }
            askNext();
        }
    }

    /// Whom to ask for a picture: whoever announces it, where that may be of use.
    private Optional<Wanted> wanted(OccupantPicture picture) {
        return visits.of(picture.whose().asBareJid())
                .filter(visit -> links.online(visit.key().account()).isPresent())
                .flatMap(visit -> wanted(visit, picture).stream())
                .filter(it -> !ofNoUse.containsKey(it))
                .filter(it -> passesOn(it.room()))
                .findFirst();
    }

    /// Whether a room may pass on what somebody in it is asked.
    private boolean passesOn(ChatKey room) {
        return answering.contains(room) || refusals.allows(room, clock.instant());
    }

    private static Optional<Wanted> wanted(RoomVisit visit, OccupantPicture picture) {
        return visit.occupant(picture.whose().getResourceOrEmpty().toString())
                .filter(it -> it.picture().equals(Optional.of(picture)))
                .map(Occupant::nick)
                .map(nick -> new Wanted(new Whose(visit.key(), nick), picture));
    }

    private void askNext() {
        for (var wanted : List.copyOf(waiting.sequencedKeySet().reversed())) {
            if (isFree(wanted.account()) && mayAsk(wanted)) {
                ask(wanted);
            }
        }
        if (waiting.keySet().stream().anyMatch(it -> isFree(it.account())) && !isWaking) {
            isWaking = true;
            var _ =
                    timer.after(
                            A_WHILE,
                            () -> {
                                isWaking = false;
                                askNext();
                            });
        }
    }

    private boolean isFree(AccountId account) {
        return asked.keySet().stream().filter(it -> it.account().equals(account)).count() < AT_ONCE;
    }

    private boolean mayAsk(Wanted wanted) {
        var now = clock.instant();
        return ofRoom.allows(wanted.room(), now) && ofPerson.allows(wanted.whose(), now);
    }

    private void ask(Wanted wanted) {
        var files = waiting.remove(wanted);
        var link = links.online(wanted.account());
        boolean isAnnounced = wanted(wanted.picture()).filter(wanted::equals).isPresent();
        if (files == null || link.isEmpty() || !isAnnounced) {
            Optional.ofNullable(files).ifPresent(OccupantPictures::completeEmpty);
            return;
        }
        ofRoom.use(wanted.room(), clock.instant());
        ofPerson.use(wanted.whose(), clock.instant());
        asked.put(wanted, files);
        xep.pictures(link.get(), wanted.picture().whose())
                .whenComplete((pictures, failure) -> answered(wanted, pictures, failure));
    }

    private void answered(Wanted wanted, List<byte[]> pictures, @Nullable Throwable failure) {
        var files = Optional.ofNullable(asked.remove(wanted)).orElse(List.of());
        var image = failure == null ? theirs(wanted, pictures) : Optional.<byte[]>empty();
        image.ifPresent(it -> kept.put(wanted.account(), wanted.picture(), it));
        if (failure == null) {
            answering.add(wanted.room());
        } else {
            refused(wanted, failure);
        }
        if (image.isEmpty() && (failure == null || !isSilence(failure))) {
            isOfNoUse(wanted);
        }
        files.forEach(file -> file.complete(image));
        askNext();
    }

    private Optional<byte[]> theirs(Wanted wanted, List<byte[]> pictures) {
        return pictures.stream()
                .filter(each -> PictureFile.hash(each).equals(wanted.picture().hash()))
                .filter(PictureFile::isUsable)
                .findFirst()
                .filter(_ -> links.knows(wanted.account()));
    }

    /// One who says no may stand for the room, or only for themselves.
    private void refused(Wanted wanted, Throwable failure) {
        if (RefusedException.in(failure).isEmpty()) {
            core.execute(
                    () -> {
                        throw new IllegalStateException(failure); // the guard hears of it
                    });
        } else if (!isSilence(failure) && !answering.contains(wanted.room())) {
            refusals.use(wanted.room(), clock.instant());
        }
    }

    private static boolean isSilence(Throwable failure) {
        return RefusedException.in(failure).filter(Refusal::isSilence).isPresent();
    }

    private void isOfNoUse(Wanted wanted) {
        ofNoUse.put(wanted, true);
        if (ofNoUse.size() > MOST_OF_NO_USE) {
            ofNoUse.pollFirstEntry();
        }
    }

    private void drop(Wanted wanted) {
        Optional.ofNullable(waiting.remove(wanted)).ifPresent(OccupantPictures::completeEmpty);
    }

    private static void completeEmpty(List<CompletableFuture<Optional<byte[]>>> files) {
        files.forEach(file -> file.complete(Optional.empty()));
    }
}
