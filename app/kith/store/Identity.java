package kith.store;

import kith.model.Author;
import kith.model.Chat;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageIds;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the message that another copy of it is in the store already, however each came: live,
/// carbon, archive, the room's reflection, sent again.
///
/// 1. By a trusted archive's id (XEP-0359 §3.1).
/// 2. A message written here, by its own id, which is a UUID and the same at every attempt. An
///    archive may have stored it twice, under two ids.
/// 3. Everything else by sender, the sender's id and the words.
///
/// A copy from a room that doesn't say who is who (XEP-0421) may be of a message of ours and not
/// say so: that it bears our own id is what tells it, never the nick alone.
///
/// Never what is said to all in a room and what is said there in private: who knows the id of the
/// one could make the other disappear. Never across senders, whose ids anybody may copy, and never
/// by a nick alone. In doubt it is another message: shown twice is better than lost.
final class Identity {

    /// Within this, the same short id and the same words from the same sender are the same message.
    private static final Duration NEAR = Duration.ofMinutes(5);

    private static final String FIND =
            "SELECT " + MessageRows.COLUMNS + " FROM message m WHERE m.id = ? AND m.chat = ?";

    private static final String BY_ARCHIVE_ID =
            """
            SELECT id FROM message WHERE archive = ? AND archive_id = ?
            UNION ALL SELECT message FROM archive_id WHERE archive = ? AND id = ?
            """;

    private static final String BY_OWN_ID =
            "SELECT message FROM sent WHERE account = ? AND id = ? AND written_here";

    private static final String BY_FINGERPRINT =
            "SELECT "
                    + MessageRows.COLUMNS
                    + ", m.erased FROM message m WHERE m.chat = ? AND m.fingerprint = ? ORDER BY m.id";

    private final Db db;
    private final RoomStore rooms;

    Identity(Db db) {
        this.db = db;
        this.rooms = new RoomStore(db);
    }

    /// The copy that is in the store.
    ///
    /// @param isFromArchive whether the stamp is an archive's; these may be of whole seconds
    Optional<Message> find(Chats.Row chat, ArrivingMessage arriving, boolean isFromArchive) {
        return byArchiveId(chat, arriving)
                .or(() -> byOwnId(chat, arriving, isFromArchive))
                .or(() -> byFingerprint(chat, arriving, isFromArchive));
    }

    /// Which message an archive's id names, whoever's it is.
    Optional<Long> named(int archive, String id) {
        return db.find(BY_ARCHIVE_ID, row -> row.getLong(1), archive, id, archive, id);
    }

    private Optional<Message> byArchiveId(Chats.Row chat, ArrivingMessage arriving) {
        return arriving.ids()
                .archive()
                .flatMap(id -> named(chat.archive(), id))
                .flatMap(row -> message(chat, row))
                .filter(known -> known.isPrivate() == arriving.isPrivate())
                .filter(
                        known ->
                                isTombstone(arriving)
                                        || isSameSender(known.author(), arriving.author())
                                        || isCopyOfOurs(chat, known, arriving));
    }

    /// The room has named a message of ours when it sent it back to us, and calls this the same.
    private static boolean isCopyOfOurs(Chats.Row chat, Message known, ArrivingMessage arriving) {
        var id = Fingerprint.senderId(arriving.ids());
        return isByNobodyKnown(chat, arriving)
                && known.isMine()
                && !id.isEmpty()
                && Fingerprint.senderId(known.ids()).equals(id);
    }

    /// Of someone in a room of whom it says no more than the nick.
    private static boolean isByNobodyKnown(Chats.Row chat, ArrivingMessage arriving) {
        return chat.kind() == Chat.Kind.ROOM && arriving.author().occupantId().isEmpty();
    }

    /// In place of a message only the archive itself puts one, which alone knows its own ids; whose
    /// message it was, it may say otherwise than we know it.
    private static boolean isTombstone(ArrivingMessage arriving) {
        return arriving.content() instanceof Content.Retracted;
    }

    private Optional<Message> byOwnId(
            Chats.Row chat, ArrivingMessage arriving, boolean isFromArchive) {
        return Stream.concat(arriving.ids().origin().stream(), Stream.of(arriving.ids().stanza()))
                .distinct()
                .flatMap(id -> ownId(chat, id).stream())
                .flatMap(row -> message(chat, row).stream())
                .filter(own -> own.isPrivate() == arriving.isPrivate())
                .filter(own -> isFromUs(chat, own, arriving, isFromArchive))
                .findFirst();
    }

    /// The room may have given us another nick than the one we wrote under, and its archive doesn't
    /// say who is who. As long as the message wasn't reflected, nobody else could have copied its
    /// id, save with its words.
    private boolean isFromUs(
            Chats.Row chat, Message own, ArrivingMessage arriving, boolean isFromArchive) {
        return isSameSender(own.author(), arriving.author())
                || (chat.kind() == Chat.Kind.ROOM
                        && hasSameWords(own, arriving)
                        && (Delivery.isOutstanding(own.delivery())
                                || isOurAgain(chat, own, arriving, isFromArchive)));
    }

    private static boolean hasSameWords(Message own, ArrivingMessage arriving) {
        return own.isRetracted() || Fingerprint.isSame(own.content(), arriving.content());
    }

    /// Whether it is another copy of what the room has sent back to us, or has refused though it
    /// has it, where it doesn't say who is who. It is under our nick; or an archive has it that has
    /// not named ours yet, in which what others copied of it stands after it.
    private boolean isOurAgain(
            Chats.Row chat, Message own, ArrivingMessage arriving, boolean isFromArchive) {
        boolean isNamed = own.ids().archive().isPresent();
        return isByNobodyKnown(chat, arriving)
                && ((isFromArchive && !isNamed)
                        || rooms.nick(chat.key()).equals(Optional.of(arriving.author().nick())));
    }

    private Optional<Message> byFingerprint(
            Chats.Row chat, ArrivingMessage arriving, boolean isFromArchive) {
        long number = Fingerprint.of(arriving.author(), arriving.ids(), arriving.content());
        RowMapper<Candidate> mapper =
                row -> new Candidate(MessageRows.of(chat.key()).map(row), row.getBoolean("erased"));
        return db.query(BY_FINGERPRINT, mapper, chat.id(), number).stream()
                .filter(each -> isSame(each, arriving, isFromArchive))
                .map(Candidate::message)
                .findFirst();
    }

    private static boolean isSame(
            Candidate candidate, ArrivingMessage arriving, boolean isFromArchive) {
        var known = candidate.message();
        var id = Fingerprint.senderId(arriving.ids());
        return known.author().address().equals(arriving.author().address())
                && !isOtherOccupant(known.author(), arriving.author())
                && Fingerprint.senderId(known.ids()).equals(id)
                && (candidate.isErased()
                        || known.isRetracted()
                        || Fingerprint.isSame(known.content(), arriving.content()))
                && (id.isEmpty()
                        ? isSameWithoutId(known, arriving, isFromArchive)
                        : isLasting(arriving.ids()) || isNear(known.at(), arriving.at()));
    }

    /// Bridges send messages without ids, and people do say the same thing twice. A copy from an
    /// archive is one of the same second that has no archive id yet; other copies have the very
    /// same stamp.
    private static boolean isSameWithoutId(
            Message known, ArrivingMessage arriving, boolean isFromArchive) {
        return isFromArchive
                ? known.ids().archive().isEmpty()
                        && known.at().getEpochSecond() == arriving.at().getEpochSecond()
                : known.at().equals(arriving.at())
                        && (known.ids().archive().isEmpty() || arriving.ids().archive().isEmpty());
    }

    private static boolean isLasting(MessageIds ids) {
        return ids.origin().isPresent() || MessageIds.isLasting(ids.stanza());
    }

    private static boolean isNear(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(NEAR) <= 0;
    }

    private static boolean isSameSender(Author one, Author other) {
        return (one.isMine() && other.isMine())
                || (one.address().equals(other.address()) && !isOtherOccupant(one, other))
                || (one.occupantId().isPresent() && one.occupantId().equals(other.occupantId()));
    }

    private static boolean isOtherOccupant(Author one, Author other) {
        return one.occupantId().isPresent()
                && other.occupantId().isPresent()
                && !one.occupantId().equals(other.occupantId());
    }

    /// A message that may be the same.
    ///
    /// @param isErased whether some of its words are gone, so that its number alone knows them
    private record Candidate(Message message, boolean isErased) {}

    private Optional<Long> ownId(Chats.Row chat, String id) {
        return db.find(BY_OWN_ID, row -> row.getLong(1), chat.key().account(), id);
    }

    private Optional<Message> message(Chats.Row chat, long row) {
        return db.find(FIND, MessageRows.of(chat.key()), row, chat.id());
    }
}
