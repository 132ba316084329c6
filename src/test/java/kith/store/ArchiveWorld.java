package kith.store;

import kith.model.Author;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageIds;
import kith.store.MessageStore.Direction;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// A server with an archive, two people who write, and a client that loses its connection all the
/// time, and is killed now and then; everything by the throw of a seed.
///
/// What the server archived, in its order, is the truth; the client's store has to come to it
/// whatever mix of live messages, carbons, repeats, pages and acknowledgements it was shown, with
/// stamps of whole seconds and a clock of its own that is wrong.
final class ArchiveWorld {

    private final Profile profile;
    private final Random random;
    private final boolean isRoom;
    private final boolean isNamedLive;
    private final Duration skew;
    private final List<ChatKey> chats = new ArrayList<>();
    private final ServerArchive archive;
    private final KnownSpan known;
    private final RandomContent people;
    private final Map<ChatKey, List<String>> waiting = new HashMap<>();

    private final Set<String> writtenHere = new HashSet<>();

    /// What the server has and will say so, oldest first.
    private final Deque<Sent> unacknowledged = new ArrayDeque<>();
    private Instant time = Instant.parse("2026-05-01T10:00:00.000Z");

    /// Whether the server says only later that it has a message: then ours stands after what came
    /// meanwhile, until it is read with its page.
    private final boolean isSlowToAcknowledge;

    private final ArchiveTruth truth;

    private MessageStore store;
    private boolean isOnline;
    private boolean isCaughtUp;

    /// Whether the session has read a page from what the one before it knew.
    private boolean isReading;

    ArchiveWorld(Profile profile, long seed) {
        this(profile, seed, Duration.ZERO);
    }

    /// @param ahead how far the client's clock is ahead of the time, beside some minutes. Where it
    ///   is far off, the server names what it sends: without that, or a lasting id of the sender,
    ///   only the time could tell two copies from two messages
    ArchiveWorld(Profile profile, long seed, Duration ahead) {
        this.profile = profile;
        this.store = new MessageStore(profile.db());
        this.random = new Random(seed);
        var prefix = "s" + seed + "-";
        this.people = new RandomContent(random, prefix);
        this.isRoom = random.nextInt(3) == 0;
        this.archive = new ServerArchive(kind(), prefix, random.nextBoolean());
        this.isNamedLive = random.nextInt(4) > 0 || !ahead.isZero();
        this.known = new KnownSpan(random.nextInt(12));
        this.isSlowToAcknowledge = random.nextBoolean();
        this.truth = new ArchiveTruth(archive.messages(), writtenHere, isRoom, isSlowToAcknowledge);
        this.skew = ahead.plusMillis(random.nextLong(-240_000, 240_000));
        for (int i = 0; i < (isRoom ? 1 : 2); i++) {
            var peer = prefix + i + (isRoom ? "@rooms.example" : "@montague.example");
            chats.add(profile.chat(JidCreate.bareFromOrThrowUnchecked(peer)));
        }
    }

    private record Sent(ChatKey chat, String id) {}

    /// Lives through some events, and then comes to rest: online, and with the whole archive read.
    void live(int events) {
        for (int i = 0; i < events; i++) {
            time = time.plusMillis(random.nextInt(5) == 0 ? random.nextInt(90_000) : 150);
            profile.now = time.plus(skew);
            if (random.nextInt(3) > 0) {
                acknowledge();
            }
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3, 4 -> othersWrite();
                case 5, 6 -> iWrite();
                case 7 -> readPage();
                case 8 -> {
                    if (isOnline) {
                        cut();
                    } else {
                        connect();
                    }
                }
                default -> repeat();
            }
        }
        while (!isAtRest()) {
            if (!isOnline) {
                connect();
            }
            readPage();
            acknowledge();
            if (isCaughtUp) {
                sendWaiting();
            }
        }
    }

    private boolean isAtRest() {
        return isOnline
                && isCaughtUp
                && known.from() <= 0
                && unacknowledged.isEmpty()
                && waiting.values().stream().allMatch(List::isEmpty);
    }

    List<ChatKey> chats() {
        return chats;
    }

    /// What a chat has to hold ([ArchiveTruth]).
    List<String> truth(ChatKey chat) {
        return truth.of(chat);
    }

    /// What it holds.
    List<String> held(ChatKey chat) {
        return truth.held(messages(chat));
    }

    List<Message> messages(ChatKey chat) {
        return profile.in(() -> store.newest(chat, Integer.MAX_VALUE));
    }

    private void othersWrite() {
        var chat = chats.get(random.nextInt(chats.size()));
        boolean isMine = random.nextInt(4) == 0; // from another device
        var author = author(chat, isMine);
        var said =
                archive.by(chat, author)
                        .map(each -> each.ids().stanza())
                        .filter(id -> !writtenHere.contains(id))
                        .toList();
        var names =
                archive.by(chat, author)
                        .filter(each -> !(each.content() instanceof Content.Retraction))
                        .map(each -> truth.name(each.ids()))
                        .toList();
        var message = archive.add(time, chat, author, people.ids(), people.content(said, names));
        if (isOnline) {
            arrive(message);
        }
    }

    /// A message written here: kept, sent, and perhaps the connection goes before word of it comes.
    private void iWrite() {
        var chat = chats.get(random.nextInt(chats.size()));
        var id = people.id();
        var me = author(chat, true);
        var said =
                messages(chat).stream()
                        .filter(each -> each.content() instanceof Content.Text)
                        .map(each -> each.ids().stanza())
                        .filter(writtenHere::contains)
                        .toList();
        var names =
                messages(chat).stream()
                        .filter(each -> each.content() instanceof Content.Text)
                        .filter(each -> writtenHere.contains(each.ids().stanza()))
                        .filter(each -> !Delivery.isOutstanding(each.delivery()))
                        .map(each -> truth.name(each.ids()))
                        .filter(name -> !name.isEmpty())
                        .toList();
        var content = people.content(said, names);
        profile.in(() -> store.queue(chat, kind(), id, me, content, profile.now));
        waiting(chat).add(id);
        writtenHere.add(id);
        if (isOnline && isCaughtUp) {
            sendWaiting();
        }
    }

    private void sendWaiting() {
        for (var chat : chats) {
            var ids = waiting(chat);
            while (!ids.isEmpty() && isOnline) {
                send(chat, ids.removeFirst());
            }
        }
    }

    private void send(ChatKey chat, String id) {
        var mine =
                profile.in(() -> store.outstanding(profile.account())).stream()
                        .filter(message -> message.ids().stanza().equals(id))
                        .findFirst();
        if (mine.isEmpty()) {
            return; // the archive had it: it was sent in a session that was cut
        }
        if (mine.get().isRetracted()) {
            return; // a correction of what was taken back meanwhile
        }
        profile.in(() -> store.deliver(profile.account(), id, Delivery.SENDING));
        boolean isLost = random.nextInt(8) == 0;
        boolean isWordLost = random.nextInt(8) == 0;
        if (isLost || isWordLost) {
            waiting(chat).addFirst(id);
        }
        if (!isLost) {
            var message =
                    archive.add(
                            time,
                            chat,
                            author(chat, true),
                            MessageIds.own(id),
                            mine.get().content());
            if (!isWordLost && isRoom) {
                arrive(message);
            } else if (!isWordLost) {
                unacknowledged.add(new Sent(chat, id));
                if (!isSlowToAcknowledge) {
                    acknowledge();
                }
            }
        }
        if (isLost || isWordLost) {
            cut();
        }
    }

    /// The server says that it has the oldest of what it has.
    private void acknowledge() {
        if (!unacknowledged.isEmpty()) {
            var id = unacknowledged.removeFirst().id();
            profile.in(() -> store.deliver(profile.account(), id, Delivery.ON_SERVER));
        }
    }

    private List<String> waiting(ChatKey chat) {
        return waiting.computeIfAbsent(chat, unknown -> new ArrayList<>());
    }

    /// A copy that comes live, under our clock and perhaps without a name in the archive.
    private void arrive(ArrivingMessage message) {
        var ids = message.ids();
        var live =
                new ArrivingMessage(
                        message.chat(),
                        message.kind(),
                        isNamedLive
                                ? ids
                                : new MessageIds(ids.stanza(), ids.origin(), Optional.empty()),
                        message.author(),
                        profile.now,
                        message.content());
        if (isCaughtUp) {
            profile.in(() -> store.add(live));
            if (isNamedLive && !known.isEmpty()) {
                known.reachLive(archive.place(message), !unacknowledged.isEmpty());
            }
        } else {
            profile.in(() -> store.addAhead(live));
        }
    }

    private void connect() {
        isOnline = true;
        isCaughtUp = false;
        isReading = false;
        known.begin();
        if (random.nextInt(3) == 0) {
            store = profile.in(() -> new MessageStore(profile.db())); // it was killed
        }
    }

    private void cut() {
        isOnline = false;
        isCaughtUp = false;
        while (!unacknowledged.isEmpty()) {
            var last = unacknowledged.removeLast();
            waiting(last.chat()).addFirst(last.id());
        }
    }

    /// Sends a page of the archive, as far as it is known to now or, once caught up, to the start.
    private void readPage() {
        if (!isOnline) {
            return;
        }
        int size = 1 + random.nextInt(6);
        if (!isCaughtUp) {
            // What may have been sent is looked for from its beginning on, not from the newest.
            boolean isUncertain = waiting.values().stream().anyMatch(ids -> !ids.isEmpty());
            boolean isForgotten = random.nextInt(10) == 0 && archive.size() > 0 && !isUncertain;
            boolean isUnknown = known.isEmpty() || isForgotten;
            int newest = isUncertain ? 0 : Math.max(0, archive.size() - size);
            int first = isUnknown ? newest : known.reached() + 1;
            int end = Math.min(archive.size(), first + size);
            take(first, end, direction(isUnknown, isUncertain));
            isReading = true;
            if (end > first) {
                known.read(first, end, isUnknown);
            }
            if (random.nextInt(4) == 0 && end == archive.size()) {
                othersWrite(); // after the page was made, before its end is here
            } else if (end == archive.size()) {
                caughtUp();
            }
        } else if (known.from() > 0) {
            int first = Math.max(0, known.from() - size);
            take(first, known.from(), Direction.OLDER);
            known.readOlder(first);
        }
    }

    private Direction direction(boolean isUnknown, boolean isUncertain) {
        if (isUnknown) {
            return isUncertain ? Direction.AFTER_HOLE : Direction.NEWEST;
        }
        return isReading ? Direction.NEWER : Direction.OVERLAP;
    }

    private void caughtUp() {
        isCaughtUp = true;
        BareJid whose = isRoom ? chats.getFirst().peer() : Profile.JULIET;
        profile.in(() -> store.settle(profile.account(), whose));
        sendWaiting();
    }

    private void take(int first, int end, Direction direction) {
        var page = archive.page(first, end);
        var whose = isRoom ? chats.getFirst() : profile.archive();
        profile.in(() -> store.addPage(whose, page, direction));
    }

    /// Some message of the recent past once more: a carbon beside the message itself, what a server
    /// keeps for who was away, a page that is asked for twice.
    private void repeat() {
        if (isOnline && archive.size() > 0 && known.reached() >= 0) {
            var message = archive.get(Math.max(known.from(), known.reached() - random.nextInt(4)));
            boolean isComing =
                    unacknowledged.stream()
                            .anyMatch(sent -> sent.id().equals(message.ids().stanza()));
            if (isComing) {
                return; // nobody sends us what we have just sent
            }
            int before = known.reached();
            arrive(message);
            known.reachAgain(before);
        }
    }

    private Author author(ChatKey chat, boolean isMine) {
        if (isRoom) {
            var address =
                    JidCreate.fromOrThrowUnchecked(chat.peer() + (isMine ? "/juliet" : "/romeo"));
            return new Author(address, Optional.of(isMine ? "o-juliet" : "o-romeo"), isMine);
        }
        return isMine ? Profile.ME : new Author(chat.peer(), Optional.empty(), false);
    }

    private Chat.Kind kind() {
        return isRoom ? Chat.Kind.ROOM : Chat.Kind.CONTACT;
    }
}
