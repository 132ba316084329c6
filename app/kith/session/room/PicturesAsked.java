package kith.session.room;

import kith.base.Subscription;
import kith.base.Timer;
import kith.model.AccountId;
import kith.model.ChatKey;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/// Which pictures are asked for, and when: each once, and of no room without end.
///
/// A room whose picture changes now and then is asked at once. One that changes it over and over
/// is asked once in a while, and only for the newest: what it had in between nobody has seen. Of
/// rooms that the user only looked at nobody needs thousands. Core lane only.
final class PicturesAsked {

    /// So many of a room are asked for at once before it has to wait.
    static final int AT_ONCE = 5;

    /// So long it then waits, each time.
    static final Duration REST = Duration.ofMinutes(10);

    private static final int MOST_ROOMS = 1_000;

    /// So many hashes of a room are remembered, the newest.
    private static final int MOST_HASHES = 64;

    private final Predicate<ChatKey> isOurs;
    private final Timer timer;
    private final BiConsumer<ChatKey, Set<String>> ask;
    private final Map<ChatKey, Asked> rooms = new HashMap<>();

    /// @param isOurs whether the user has been in a room: one of those is asked in any case
    /// @param ask asks a room for the picture that it announced by these hashes
    PicturesAsked(Predicate<ChatKey> isOurs, Timer timer, BiConsumer<ChatKey, Set<String>> ask) {
        this.isOurs = isOurs;
        this.timer = timer;
        this.ask = ask;
    }

    private static final class Asked {

        /// Of pictures that are here, on their way, or of no use.
        private final LinkedHashSet<String> hashes = new LinkedHashSet<>();

        /// What it announced last; nothing where it has no picture.
        private Set<String> newest = Set.of();

        private int times;
        private Optional<Subscription> rest = Optional.empty();

        private boolean isNews() {
            return !newest.isEmpty() && !hashes.containsAll(newest);
        }
    }

    /// A room has announced a picture that isn't here: it is asked for that now or later, unless
    /// it was, or announces another before.
    void announced(ChatKey room, Set<String> hashes) {
        boolean isPlace = rooms.containsKey(room) || rooms.size() < MOST_ROOMS || isOurs.test(room);
        if (isPlace) {
            var asked = rooms.computeIfAbsent(room, _ -> new Asked());
            asked.newest = hashes;
            askInTurn(room, asked);
        }
    }

    private void askInTurn(ChatKey room, Asked asked) {
        if (asked.rest.isPresent() || !asked.isNews()) {
            return;
        }
        asked.hashes.addAll(asked.newest);
        while (asked.hashes.size() > MOST_HASHES) {
            asked.hashes.removeFirst();
        }
        asked.times++;
        if (asked.times >= AT_ONCE) {
            asked.rest = Optional.of(timer.after(REST, () -> rested(room, asked)));
        }
        ask.accept(room, asked.newest);
    }

    private void rested(ChatKey room, Asked asked) {
        asked.rest = Optional.empty();
        askInTurn(room, asked);
    }

    /// Whether a picture is still wanted that was asked for: the room has announced no other since.
    boolean isWanted(ChatKey room, String hash) {
        return Optional.ofNullable(rooms.get(room))
                .map(asked -> asked.newest.contains(hash))
                .orElse(true);
    }

    /// Nobody answered: it is asked when that is announced again.
    void again(ChatKey room, Set<String> announced) {
        var asked = rooms.get(room);
        if (asked != null) {
            asked.hashes.removeAll(announced);
        }
    }

    /// A room has the picture that is here.
    void here(ChatKey room) {
        var asked = rooms.get(room);
        if (asked != null) {
            asked.newest = Set.of();
        }
    }

    /// A room has no picture any more: the one that it had may come back.
    void gone(ChatKey room) {
        var asked = rooms.get(room);
        if (asked != null) {
            asked.newest = Set.of();
            asked.hashes.clear();
        }
    }

    void forget(AccountId account) {
        forget(room -> room.account().equals(account));
    }

    void clear() {
        forget(_ -> true);
    }

    private void forget(Predicate<ChatKey> which) {
        rooms.entrySet().stream()
                .filter(each -> which.test(each.getKey()))
                .forEach(each -> each.getValue().rest.ifPresent(Subscription::close));
        rooms.keySet().removeIf(which);
    }
}
