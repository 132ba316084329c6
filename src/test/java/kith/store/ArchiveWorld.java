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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import java.util.UUID;
import java.util.stream.IntStream;

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
    private final boolean hasWholeSeconds;
    private final boolean isNamedLive;
    private final Duration skew;
    private final List<ChatKey> chats = new ArrayList<>();
    private final List<ArrivingMessage> archive = new ArrayList<>();
    private final Map<ChatKey, List<String>> waiting = new HashMap<>();

    private final Set<String> writtenHere = new HashSet<>();

    /// What the server has and will say so, oldest first.
    private final Deque<Sent> unacknowledged = new ArrayDeque<>();
    private Instant time = Instant.parse("2026-05-01T10:00:00.000Z");
    private final String prefix;
    private int serial;

    /// So many of the newest that are known the client reads again in its next session.
    private final int fresh;

    /// Whether the server says only later that it has a message: then ours stands after what came
    /// meanwhile, until it is read with its page.
    private final boolean isSlowToAcknowledge;

    private final ArchiveTruth truth;

    private MessageStore store;
    private boolean isOnline;
    private boolean isCaughtUp;

    /// Whether the session has read a page from what the one before it knew.
    private boolean isReading;

    /// What is known without a hole, by places in the archive; its end stays before the newest.
    private int from = -1;

    private int to = -1;

    /// Up to where this session has read, or heard live.
    private int reached = -1;

    /// The first place heard live before which ours may stand; -1 for none.
    private int unsure = -1;

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
        this.prefix = "s" + seed + "-";
        this.isRoom = random.nextInt(3) == 0;
        this.hasWholeSeconds = random.nextBoolean();
        this.isNamedLive = random.nextInt(4) > 0 || !ahead.isZero();
        this.fresh = random.nextInt(12);
        this.isSlowToAcknowledge = random.nextBoolean();
        this.truth = new ArchiveTruth(archive, writtenHere, isRoom, isSlowToAcknowledge);
        this.skew = ahead.plusMillis(random.nextLong(-240_000, 240_000));
        for (int i = 0; i < (isRoom ? 1 : 2); i++) {
            var peer = prefix + i + (isRoom ? "@rooms.example" : "@montague.example");
            chats.add(profile.chat(JidCreate.bareFromOrThrowUnchecked(peer)));
        }
    }

    private record Sent(ChatKey chat, String id, int place) {}

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
                && from <= 0
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
                archive.stream()
                        .filter(each -> each.chat().equals(chat) && each.author().equals(author))
                        .map(each -> each.ids().stanza())
                        .filter(id -> !writtenHere.contains(id))
                        .toList();
        var names =
                archive.stream()
                        .filter(each -> each.chat().equals(chat) && each.author().equals(author))
                        .filter(each -> !(each.content() instanceof Content.Retraction))
                        .map(each -> truth.name(each.ids()))
                        .toList();
        var message = archived(chat, author, ids(), retraction(names).orElse(content(said)));
        if (isOnline) {
            arrive(message);
        }
    }

    /// A message written here: kept, sent, and perhaps the connection goes before word of it comes.
    private void iWrite() {
        var chat = chats.get(random.nextInt(chats.size()));
        var id =
                UUID.nameUUIDFromBytes((prefix + serial++).getBytes(StandardCharsets.UTF_8))
                        .toString();
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
        var content = retraction(names).orElse(content(said));
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
                    archived(chat, author(chat, true), MessageIds.own(id), mine.get().content());
            if (!isWordLost && isRoom) {
                arrive(message);
            } else if (!isWordLost) {
                unacknowledged.add(new Sent(chat, id, archive.size() - 1));
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

    private ArrivingMessage archived(ChatKey chat, Author author, MessageIds ids, Content content) {
        var named =
                new MessageIds(ids.stanza(), ids.origin(), Optional.of(prefix + archive.size()));
        var stamp = hasWholeSeconds ? time.truncatedTo(ChronoUnit.SECONDS) : time;
        var message = new ArrivingMessage(chat, kind(), named, author, stamp, content);
        archive.add(message);
        return message;
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
            profile.in(
                    () ->
                            store.add(
                                    new ArrivingMessage(
                                            live.chat(),
                                            live.kind(),
                                            live.ids(),
                                            live.author(),
                                            live.at(),
                                            live.content())));
            if (isNamedLive && from >= 0) {
                reachLive(archive.indexOf(message));
            }
        } else {
            profile.in(() -> store.addAhead(live));
        }
    }

    private void connect() {
        isOnline = true;
        isCaughtUp = false;
        isReading = false;
        unsure = -1;
        reached = to;
        if (random.nextInt(3) == 0) {
            store = profile.in(() -> new MessageStore(profile.db())); // it was killed
        }
    }

    private void reach(int place) {
        reached = place;
        to = Math.max(to, place - fresh);
    }

    /// What comes while something of ours is on its way doesn't say that all before it is known. It
    /// may do so afterwards where all since then is read again; else nothing does in this session.
    private void reachLive(int place) {
        if (!unacknowledged.isEmpty()) {
            unsure = unsure < 0 ? place : unsure;
        } else if (unsure < 0 || place - fresh < unsure) {
            unsure = -1;
            reach(place);
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
            boolean isForgotten = random.nextInt(10) == 0 && !archive.isEmpty() && !isUncertain;
            boolean isUnknown = from < 0 || isForgotten;
            int newest = isUncertain ? 0 : Math.max(0, archive.size() - size);
            int first = isUnknown ? newest : reached + 1;
            int end = Math.min(archive.size(), first + size);
            take(first, end, direction(isUnknown, isUncertain));
            isReading = true;
            if (isUnknown && end > first) {
                from = first;
                to = first;
            }
            if (end > first) {
                reach(end - 1);
            }
            if (random.nextInt(4) == 0 && end == archive.size()) {
                othersWrite(); // after the page was made, before its end is here
            } else if (end == archive.size()) {
                caughtUp();
            }
        } else if (from > 0) {
            int first = Math.max(0, from - size);
            take(first, from, Direction.OLDER);
            from = first;
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
        var page = IntStream.range(first, end).mapToObj(archive::get).toList();
        var whose = isRoom ? chats.getFirst() : profile.archive();
        profile.in(() -> store.addPage(whose, page, direction));
    }

    /// Some message of the recent past once more: a carbon beside the message itself, what a server
    /// keeps for who was away, a page that is asked for twice.
    private void repeat() {
        if (isOnline && !archive.isEmpty() && reached >= 0) {
            var message = archive.get(Math.max(from, reached - random.nextInt(4)));
            boolean isComing =
                    unacknowledged.stream()
                            .anyMatch(sent -> sent.id().equals(message.ids().stanza()));
            if (isComing) {
                return; // nobody sends us what we have just sent
            }
            int before = reached;
            arrive(message);
            reached = before;
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

    private MessageIds ids() {
        var id =
                UUID.nameUUIDFromBytes((prefix + serial++).getBytes(StandardCharsets.UTF_8))
                        .toString();
        return random.nextBoolean()
                ? MessageIds.own(id)
                : new MessageIds(id, Optional.empty(), Optional.empty());
    }

    /// Now and then, other words for something that was said.
    ///
    /// @param said the ids of what can be corrected; order and device are the same as ours, so that
    ///   it is certain which of two corrections is the latest
    private Content content(List<String> said) {
        return said.isEmpty() || random.nextInt(4) > 0
                ? new Content.Text(words())
                : new Content.Correction(
                        said.get(random.nextInt(said.size())), "corrected " + serial++);
    }

    /// Now and then, something that was said is taken back.
    private Optional<Content> retraction(List<String> names) {
        return names.isEmpty() || random.nextInt(8) > 0
                ? Optional.empty()
                : Optional.of(new Content.Retraction(names.get(random.nextInt(names.size()))));
    }

    /// Some say the same thing again and again.
    private String words() {
        return random.nextInt(3) == 0 ? "ok" : "#" + serial++;
    }

    private Chat.Kind kind() {
        return isRoom ? Chat.Kind.ROOM : Chat.Kind.CONTACT;
    }
}
