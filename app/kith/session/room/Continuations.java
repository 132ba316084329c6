package kith.session.room;

import kith.base.Cell;
import kith.base.Lane;
import kith.base.Live;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.ContinuedChat;
import kith.model.Room;
import kith.model.RoomNotice;
import kith.store.ContinuationStore;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/// Where chats of two went on in groups (XEP-0045 §7.9): a line in each such chat, which stays over
/// restarts and has the group's name as it is now. Only by what the user does one is added.
///
/// All of them are in memory, so that opening a chat asks the store for nothing.
///
/// The live values are any thread's, all else the core lane's.
public final class Continuations {

    private final ContinuationStore store;
    private final RoomVisits visits;
    private final InstantSource clock;
    private final Lane core;
    private final List<ContinuedChat> known = new ArrayList<>();
    private final Map<ChatKey, Cell<List<RoomNotice>>> shown = new ConcurrentHashMap<>();

    public Continuations(
            ContinuationStore store, RoomVisits visits, InstantSource clock, Lane core) {
        this.store = store;
        this.visits = visits;
        this.clock = clock;
        this.core = core;
        visits.rooms().watch(core, any -> learnNames());
    }

    /// The lines of a chat, oldest first.
    public Live<List<RoomNotice>> of(ChatKey chat) {
        return cell(chat);
    }

    /// Reads those of an account that the store has.
    public void load(AccountId account) {
        known.addAll(store.all(account));
        learnNames();
        known.stream().map(ContinuedChat::chat).distinct().forEach(this::show);
    }

    /// A chat goes on in a group from now on; a second time changes nothing.
    ///
    /// @param name of the group; empty where it isn't known
    void add(ChatKey chat, ChatKey group, String name) {
        if (known.stream().anyMatch(it -> it.chat().equals(chat) && it.room().equals(group))) {
            return;
        }
        var added = new ContinuedChat(chat, group.peer(), name, now());
        store.put(added);
        known.add(added);
        learnNames();
        show(chat);
    }

    /// The account is gone, and its rows with it.
    public void forget(AccountId account) {
        known.removeIf(it -> it.chat().account().equals(account));
        shown.keySet().removeIf(chat -> chat.account().equals(account));
    }

    /// The store may have lost what it was given.
    public void storeLost() {
        known.forEach(store::put);
    }

    private void learnNames() {
        for (int at = 0; at < known.size(); at++) {
            var before = known.get(at);
            var name = nameOf(before).orElse(before.name());
            if (!name.equals(before.name())) {
                var renamed = before.named(name);
                known.set(at, renamed);
                store.put(renamed);
                show(before.chat());
            }
        }
    }

    /// What the group says that it is called; its address alone is no name.
    private Optional<String> nameOf(ContinuedChat continued) {
        var room = continued.room();
        return visits.find(room)
                .map(RoomVisit::room)
                .map(Room::name)
                .filter(name -> !name.isBlank() && !name.equals(RoomVisits.nameOf(room)));
    }

    private void show(ChatKey chat) {
        var lines = known.stream().filter(it -> it.chat().equals(chat)).toList();
        cell(chat)
                .set(
                        IntStream.range(0, lines.size())
                                .mapToObj(at -> line(at, lines.get(at)))
                                .toList());
    }

    private static RoomNotice line(int number, ContinuedChat continued) {
        var name = continued.name();
        return new RoomNotice.Continued(
                number,
                continued.at(),
                continued.group(),
                name.isEmpty() ? continued.group().toString() : name);
    }

    private Cell<List<RoomNotice>> cell(ChatKey chat) {
        return shown.computeIfAbsent(chat, _ -> new Cell<>(core, List.of()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
