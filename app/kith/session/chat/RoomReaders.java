package kith.session.chat;

import kith.base.BatchLane;
import kith.base.Cell;
import kith.base.Live;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Message;
import kith.model.Reader;
import kith.store.RoomReaderStore;
import kith.xmpp.MessageMark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Who in the rooms has seen what, as they say themselves (XEP-0333 §5.6): of each the newest
/// message. Nobody goes back.
///
/// All of it is in memory, a few rows for each small room; who was heard of longest ago is
/// forgotten where they are too many. The live values are any thread's, all else the core lane's.
public final class RoomReaders {

    /// In one room; larger rooms hear no markers from those who follow the rules.
    private static final int MOST_IN_ROOM = 500;

    private static final int MOST = 10_000;

    private final RoomReaderStore store;
    private final BatchLane core;
    private final Map<ChatKey, Cell<List<Reader>>> shown = new ConcurrentHashMap<>();

    /// By room, who was heard of last at the end.
    private final Map<ChatKey, List<Reader>> readers = new HashMap<>();

    /// The rooms, the one of which something was heard last at the end.
    private final LinkedHashSet<ChatKey> order = new LinkedHashSet<>();

    private final Set<ChatKey> stale = new LinkedHashSet<>();
    private int count;

    public RoomReaders(RoomReaderStore store, BatchLane core) {
        this.store = store;
        this.core = core;
    }

    /// Who has seen what in a room, who said so last at the end. Immutable.
    public Live<List<Reader>> of(ChatKey room) {
        return cell(room);
    }

    /// Reads what the store has, in place of what is here.
    public void load() {
        List.copyOf(order).forEach(this::forget);
        store.all().forEach(each -> keep(each.room(), each.reader()));
    }

    /// The account is gone, and its rows with it.
    public void forget(AccountId account) {
        List.copyOf(order).stream()
                .filter(room -> room.account().equals(account))
                .forEach(this::forget);
    }

    /// Somebody says to have seen a room's message. One that isn't here is nobody's business
    /// (XEP-0333 §5), and whom the room doesn't name is nobody.
    void heard(AccountId account, MessageMark mark) {
        var room = new ChatKey(account, mark.peer());
        var nick = mark.by().getResourceOrEmpty().toString();
        if (mark.isMine() || nick.isEmpty()) {
            return;
        }
        store.named(room, mark.id())
                .map(message -> reader(nick, mark, message))
                .filter(reader -> isNews(room, reader))
                .ifPresent(
                        reader -> {
                            readers.getOrDefault(room, List.of()).stream()
                                    .filter(reader::covers)
                                    .forEach(before -> store.remove(room, before));
                            store.put(room, reader);
                            keep(room, reader);
                        });
    }

    /// A message stands elsewhere now, as one does that came before what its archive still had.
    void moved(Message message) {
        var room = message.chat();
        var inRoom = readers.getOrDefault(room, List.of());
        if (inRoom.stream().anyMatch(each -> !each.following(message).equals(each))) {
            inRoom.replaceAll(each -> each.following(message));
            publish(room);
        }
    }

    private static Reader reader(String nick, MessageMark mark, Message message) {
        return new Reader(nick, mark.occupantId(), message.key(), message.position(), mark.at());
    }

    private boolean isNews(ChatKey room, Reader reader) {
        return readers.getOrDefault(room, List.of()).stream()
                .noneMatch(before -> before.covers(reader));
    }

    private void keep(ChatKey room, Reader reader) {
        var inRoom = readers.computeIfAbsent(room, _ -> new ArrayList<>());
        count -= inRoom.size();
        inRoom.removeIf(reader::covers);
        inRoom.add(reader);
        count += inRoom.size();
        order.remove(room);
        order.add(room);
        if (inRoom.size() > MOST_IN_ROOM) {
            drop(room);
        } else if (count > MOST) {
            drop(order.getFirst());
        }
        publish(room);
    }

    private void drop(ChatKey room) {
        var inRoom = readers.getOrDefault(room, new ArrayList<>());
        store.remove(room, inRoom.removeFirst());
        count--;
        if (inRoom.isEmpty()) {
            readers.remove(room);
            order.remove(room);
        }
        publish(room);
    }

    private void forget(ChatKey room) {
        count -= readers.getOrDefault(room, List.of()).size();
        readers.remove(room);
        order.remove(room);
        publish(room);
    }

    private void publish(ChatKey room) {
        if (stale.isEmpty()) {
            core.atBatchEnd(this::show);
        }
        stale.add(room);
    }

    private void show() {
        var changed = List.copyOf(stale);
        stale.clear();
        changed.forEach(room -> cell(room).set(List.copyOf(readers.getOrDefault(room, List.of()))));
    }

    private Cell<List<Reader>> cell(ChatKey room) {
        return shown.computeIfAbsent(room, _ -> new Cell<>(core, List.of()));
    }
}
