package kith.store;

import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageKey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Takes in a page of an archive: each message comes to stand between its neighbours on the page,
/// whatever the stamps say; what stands right already is not moved.
///
/// An archive may have stored one message twice, because it was sent twice. It stands where its
/// first copy is, and the second says nothing of its neighbours.
final class Page {

    /// Before every place.
    private static final long NONE = Long.MIN_VALUE;

    private final Chats chats;
    private final Positions positions;
    private final Merge merge;

    /// The last message of each chat that earlier pages have taken to the end.
    private final Map<Integer, MessageKey> ends;

    /// @param ends by chat; continued with this page
    Page(Map<Integer, MessageKey> ends, Chats chats, Positions positions, Merge merge) {
        this.ends = ends;
        this.chats = chats;
        this.positions = positions;
        this.merge = merge;
    }

    /// Towards the end of what is known: each goes after its neighbour, be that on this page or on
    /// one before, and before what is there already and later; the first goes after all. But for
    /// one that is there already and after its neighbour, or, the first, after what earlier
    /// readings have taken to the end. One of ours that waited goes after what was here when it was
    /// written, too: of that, our own may stand later than its place on a page that is read no
    /// more, where the server said late that it has it.
    List<Arrival> takeToEnd(List<ArrivingMessage> page) {
        Map<Integer, Long> neighbours = new HashMap<>();
        Map<Integer, MessageKey> last = new HashMap<>();
        var taken = new ArrayList<Arrival>(page.size());
        for (var message : page) {
            var chat = chats.ensure(message);
            var known = merge.find(chat, message, true);
            if (message.isPrivate()) {
                taken.add(aside(chat, known, message));
                continue;
            }
            long neighbour = neighbours.computeIfAbsent(chat.id(), this::end);
            var placed = placed(known);
            long previous =
                    neighbour == NONE
                            ? placed.map(place -> readBefore(chat, place, page)).orElse(NONE)
                            : Math.max(neighbour, cause(chat, known));
            long position =
                    placed.filter(place -> place > previous || isSecond(known, message))
                            .orElseGet(() -> after(chat, message, previous, placed.isPresent()));
            var arrival = merge.take(chat, known, message, true, position);
            neighbours.put(chat.id(), Math.max(previous, position));
            chats.begin(chat, arrival.message().key());
            if (position > previous) {
                last.put(chat.id(), arrival.message().key());
            }
            taken.add(arrival);
        }
        ends.putAll(last);
        last.forEach(chats::setCaughtUpTo);
        return List.copyOf(taken);
    }

    /// What earlier readings have taken to the end, where that stands after a message of this page:
    /// one of ours that was taken there may stand too late, and with it what came after it.
    ///
    /// @param page may begin before the end of those, and so bring it again
    private long readBefore(Chats.Row chat, long place, List<ArrivingMessage> page) {
        var last = chats.caughtUpTo(chat);
        long end = place(last);
        return place < end && last.filter(message -> brings(page, chat, message)).isEmpty()
                ? end
                : NONE;
    }

    private boolean brings(List<ArrivingMessage> page, Chats.Row chat, MessageKey message) {
        return page.stream()
                .filter(each -> each.chat().equals(chat.key()))
                .anyMatch(
                        each ->
                                merge.find(chat, each, true)
                                        .filter(known -> known.key().equals(message))
                                        .filter(known -> !isSecond(Optional.of(known), each))
                                        .isPresent());
    }

    /// What was here when a message was written that the server was not known to have: it had all
    /// of that before, whatever stands on the page.
    private long cause(Chats.Row chat, Optional<Message> known) {
        return known.filter(message -> Delivery.isOutstanding(message.delivery()))
                .flatMap(message -> positions.lastBefore(chat, message.key()))
                .orElse(NONE);
    }

    private long after(Chats.Row chat, ArrivingMessage message, long previous, boolean isPlaced) {
        if (previous == NONE) {
            return positions.lastOfArchive(chat, message.at());
        }
        return isPlaced
                ? positions.after(chat, message.at(), previous)
                : positions.byStampAfter(chat, message.at(), previous);
    }

    /// Before what is known up to now: each goes before its neighbour, but for one that is there
    /// already and before it.
    List<Arrival> takeToStart(List<ArrivingMessage> page) {
        Map<Integer, Long> neighbours = new HashMap<>();
        var taken = new ArrayList<Arrival>(page.size());
        for (var message : page.reversed()) {
            var chat = chats.ensure(message);
            var known = merge.find(chat, message, true);
            if (message.isPrivate()) {
                taken.add(aside(chat, known, message));
                continue;
            }
            long next = neighbours.computeIfAbsent(chat.id(), _ -> positions.since(chat));
            long position =
                    placed(known)
                            .filter(before -> before < next)
                            .orElseGet(() -> positions.before(chat, message.at(), next));
            var arrival = merge.take(chat, known, message, true, position);
            neighbours.put(chat.id(), position);
            chats.setSince(chat, arrival.message().key());
            taken.add(merge.joined(chats.ensure(message), arrival));
        }
        return List.copyOf(taken.reversed());
    }

    /// What is private stands in a room's chat, whose order is another archive's: of that, a page
    /// of this one says nothing but the time.
    private Arrival aside(Chats.Row chat, Optional<Message> known, ArrivingMessage message) {
        long position = placed(known).orElseGet(() -> positions.byStamp(chat, message.at()));
        return merge.take(chat, known, message, true, position);
    }

    private long end(int chat) {
        return place(Optional.ofNullable(ends.get(chat)));
    }

    /// Where a message stands among what the server has.
    private long place(Optional<MessageKey> message) {
        return message.flatMap(positions::find)
                .filter(place -> place < Positions.PENDING)
                .orElse(NONE);
    }

    private static boolean isSecond(Optional<Message> known, ArrivingMessage message) {
        return known.flatMap(copy -> copy.ids().archive())
                .filter(name -> !message.ids().archive().equals(Optional.of(name)))
                .isPresent();
    }

    /// Where the copy that is there stands among what the server has.
    static Optional<Long> placed(Optional<Message> known) {
        return known.map(Message::position).filter(place -> place < Positions.PENDING);
    }
}
