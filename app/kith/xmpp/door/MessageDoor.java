package kith.xmpp.door;

import kith.model.Author;
import kith.model.Confidant;
import kith.xmpp.Envelope;
import kith.xmpp.ForwardedMessage;
import kith.xmpp.IncomingMessage.Way;
import kith.xmpp.Tree;

import org.jivesoftware.smack.packet.Message;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityFullJid;
import org.jxmpp.jid.Jid;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Lets messages in: unwraps carbons and archive results, and vouches for who wrote what when.
/// What is forged ends here, without an answer to whoever did it.
///
/// Believed are: carbons from our own bare address (XEP-0280 §11); archive results that answer an
/// open question, from the archive that was asked (XEP-0313 §4.2.1), and from a room's archive only
/// what was said in that room; delays written by our own server, or by a room of its own messages;
/// stanza ids and occupant ids of who announces to give them (XEP-0359 §6, XEP-0421 §3.3). One
/// level is unwrapped, never two.
///
/// Core lane only.
final class MessageDoor {

    private static final String IDS = "urn:xmpp:sid:0";
    private static final String OCCUPANT_IDS = "urn:xmpp:occupant-id:0";

    /// Longer ones are somebody's joke (XEP-0421 §4.1 allows 128 characters), and no key.
    private static final int LONGEST_OCCUPANT_ID = 1_000;

    private final EntityFullJid self;
    private final BareJid account;
    private final JoinedRooms rooms;
    private final PrivateMessages privately;
    private final OpenQueries queries;
    private final KnownFeatures features;
    private final InstantSource clock;

    MessageDoor(
            EntityFullJid self,
            JoinedRooms rooms,
            PrivateMessages privately,
            OpenQueries queries,
            KnownFeatures features,
            InstantSource clock) {
        this.self = self;
        this.account = self.asEntityBareJid();
        this.rooms = rooms;
        this.privately = privately;
        this.queries = queries;
        this.features = features;
        this.clock = clock;
    }

    /// The envelope of a message; empty for one that is forged, or for nobody.
    Optional<Envelope> open(Message outer) {
        return ForwardedMessage.in(outer)
                .map(
                        wrapped ->
                                wrapped.kind() == ForwardedMessage.Kind.ARCHIVE_RESULT
                                        ? archived(outer, wrapped)
                                        : carbon(outer, wrapped))
                .orElseGet(() -> live(outer));
    }

    private Optional<Envelope> live(Message message) {
        var from = message.getFrom() == null ? account : message.getFrom();
        var sent = Delays.in(message, by -> mayDelay(message, from, by));
        var way = sent.isPresent() ? Way.DELAYED : Way.LIVE;
        return envelope(message, way, sent.orElseGet(this::now), Optional.empty());
    }

    private boolean mayDelay(Message message, Jid from, Jid by) {
        return by.equals(account)
                || by.equals(self.asDomainBareJid())
                || (isGroupchat(message) && by.equals(from.asBareJid()));
    }

    private Optional<Envelope> carbon(Message outer, ForwardedMessage wrapped) {
        var from = outer.getFrom();
        boolean isFromServer = from == null || from.equals(account);
        boolean isOfferedAsMessage =
                outer.getType() != Message.Type.groupchat && outer.getType() != Message.Type.error;
        if (!isFromServer || !isOfferedAsMessage) {
            return Optional.empty();
        }
        boolean isSent = wrapped.kind() == ForwardedMessage.Kind.CARBON_SENT;
        var at = wrapped.delay().flatMap(Delays::stamp).orElseGet(this::now);
        return inner(wrapped)
                .filter(message -> !isGroupchat(message))
                .filter(message -> message.getType() != Message.Type.error)
                .filter(message -> isOurs(isSent ? message.getFrom() : message.getTo()))
                .flatMap(message -> envelope(message, Way.CARBON, at, Optional.empty()));
    }

    private Optional<Envelope> archived(Message outer, ForwardedMessage wrapped) {
        var archive = wrapped.queryId().flatMap(queries::archiveOf);
        var from = outer.getFrom() == null ? account : outer.getFrom();
        var at = wrapped.delay().flatMap(Delays::stamp);
        if (archive.isEmpty()
                || !archive.get().equals(from)
                || wrapped.id().isEmpty()
                || at.isEmpty()) {
            return Optional.empty();
        }
        queries.heard(wrapped.queryId().orElseThrow(), at.get());
        if (queries.isSearch(wrapped.queryId().orElseThrow())) {
            return Optional.empty();
        }
        boolean isRoom = !archive.get().equals(account);
        return inner(wrapped)
                .filter(message -> message.getFrom() != null)
                .filter(message -> isGroupchat(message) == isRoom)
                .filter(message -> message.getType() != Message.Type.error)
                .filter(message -> !isRoom || message.getFrom().asBareJid().equals(from))
                .flatMap(message -> envelope(message, Way.ARCHIVE, at.get(), wrapped.id()));
    }

    /// The wrapped message, unless it wraps another.
    private static Optional<Message> inner(ForwardedMessage wrapped) {
        return wrapped.message().filter(message -> !ForwardedMessage.isIn(message));
    }

    private Optional<Envelope> envelope(
            Message message, Way way, Instant at, Optional<String> archived) {
        return isGroupchat(message)
                ? inRoom(message, way, at, archived)
                : between(message, way, at, archived);
    }

    private Optional<Envelope> inRoom(
            Message message, Way way, Instant at, Optional<String> archived) {
        var from = message.getFrom();
        if (from == null) {
            return Optional.empty();
        }
        var room = from.asBareJid();
        var nick = from.getResourceOrEmpty().toString();
        var standing = rooms.of(room);
        var who = occupantId(message, room);
        boolean isNow = way != Way.ARCHIVE && !isHistory(message, room);
        var author = new Author(from, who, rooms.isOurs(room, nick, who, isNow));
        var id = archived.or(() -> stanzaId(message, room));
        return Optional.of(
                new Envelope(
                        self,
                        message,
                        way,
                        room,
                        true,
                        standing,
                        author,
                        at,
                        id,
                        Optional.empty()));
    }

    /// Whether a room tells what was said in it before (XEP-0045 §7.2.14): what our server has kept
    /// for a moment of what it says now is none of that.
    private static boolean isHistory(Message message, BareJid room) {
        return Delays.in(message, by -> by.asBareJid().equals(room)).isPresent();
    }

    private Optional<Envelope> between(
            Message message, Way way, Instant at, Optional<String> archived) {
        var from = message.getFrom() == null ? account : message.getFrom();
        var to = message.getTo();
        boolean isMine = isOurs(from);
        var other = isMine && to != null ? to : from;
        var peer = other.asBareJid();
        boolean isPrivate = privately.isOne(message, other, isMine, way);
        var occupant = isPrivate && !isMine ? occupantId(message, peer) : Optional.<String>empty();
        var author = new Author(isPrivate && !isMine ? from : from.asBareJid(), occupant, isMine);
        var id = archived.or(() -> stanzaId(message, account));
        return Optional.of(
                new Envelope(
                        self,
                        message,
                        way,
                        peer,
                        false,
                        isPrivate ? rooms.of(peer) : Optional.empty(),
                        author,
                        at,
                        id,
                        isPrivate
                                ? Optional.of(
                                        new Confidant(
                                                other.getResourceOrEmpty().toString(), occupant))
                                : Optional.empty()));
    }

    /// The one stanza id by this entity; two by the same are one too many, and none is believed.
    private Optional<String> stanzaId(Message message, BareJid by) {
        if (!features.givesStanzaIds(by)) {
            return Optional.empty();
        }
        var ids =
                Tree.allIn(message, "stanza-id", IDS).stream()
                        .filter(it -> Tree.attribute(it, "by").filter(by::equals).isPresent())
                        .flatMap(it -> Tree.attribute(it, "id").stream())
                        .toList();
        return ids.size() == 1 ? Optional.of(ids.getFirst()) : Optional.empty();
    }

    private Optional<String> occupantId(Message message, BareJid room) {
        return features.givesOccupantIds(room)
                ? Tree.in(message, "occupant-id", OCCUPANT_IDS)
                        .flatMap(it -> Tree.attribute(it, "id"))
                        .filter(id -> !id.isEmpty() && id.length() <= LONGEST_OCCUPANT_ID)
                : Optional.empty();
    }

    private boolean isOurs(Jid address) {
        return address != null && address.asBareJid().equals(account);
    }

    private static boolean isGroupchat(Message message) {
        return message.getType() == Message.Type.groupchat;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
