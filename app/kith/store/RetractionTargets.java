package kith.store;

import kith.model.Author;
import kith.model.Chat;
import kith.model.Content;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.MessageKey;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which messages it is that another takes back (XEP-0424 §5, XEP-0425 §5).
///
/// A message is taken back by its sender, or by the room it is in. In a room it is named by the
/// room's id for it; else by its sender's, and every message of theirs is meant that has the id,
/// whichever comes first. But an id of a few characters may have been used before, in what isn't
/// here: by such a one only the last before it is meant, and only where nothing is missing in
/// between.
final class RetractionTargets {

    /// Of so many with one name, the others are left alone: who sends as many has an aim.
    private static final int NAMESAKES = 100;

    private static final String NAMED =
            "SELECT "
                    + MessageRows.COLUMNS
                    + """
                     FROM message m
                    WHERE m.chat = ? AND m.stanza_id = ? AND m.mine = ? AND (m.mine OR m.sender = ?)
                        AND m.content IN ('TEXT', 'CORRECTION', 'FILE', 'RETRACTED')
                    ORDER BY m.chat DESC, m.stanza_id DESC, m.position DESC, m.id DESC
                    FETCH FIRST ? ROWS ONLY
                    """;

    /// Corrections of what isn't here.
    private static final String CORRECTING =
            CorrectionTargets.WAITING
                    + """
                     AND m.mine = ? AND (m.mine OR m.sender = ?)
                    FETCH FIRST ? ROWS ONLY
                    """;

    /// Of several names at once, and of those only who may take it back: others could send so many
    /// that they hide these.
    private static final String NAMING =
            "SELECT "
                    + MessageRows.COLUMNS
                    + """
                     FROM UNNEST(CAST(? AS VARCHAR ARRAY)) n(name)
                    LEFT JOIN retraction r ON r.chat = ? AND r.target = n.name
                    LEFT JOIN message m ON m.id = r.message
                    WHERE m.delivery <> 'FAILED'
                    """;

    private static final String NAMING_IN_CHAT =
            NAMING
                    + """
                     AND m.mine = ? AND (m.mine OR m.sender = ?) AND m.moderator IS NULL
                    FETCH FIRST ? ROWS ONLY
                    """;

    /// What was not heard was written here.
    private static final String NAMING_IN_ROOM =
            NAMING
                    + """
                     AND (m.moderator IS NOT NULL OR (m.mine AND m.heard IS NULL)
                        OR m.occupant_id = ? OR m.occupant_id = ?)
                    ORDER BY m.moderator IS NULL FETCH FIRST ? ROWS ONLY
                    """;

    private static final String BY_KEY =
            "SELECT " + MessageRows.COLUMNS + " FROM message m WHERE m.id = ? AND m.chat = ?";

    private final Db db;
    private final Chats chats;
    private final Identity identity;
    private final Positions positions;

    RetractionTargets(Db db, Chats chats) {
        this.db = db;
        this.chats = chats;
        this.identity = new Identity(db);
        this.positions = new Positions(db);
    }

    /// Whether it names this one.
    boolean isNamed(Chats.Row chat, Message retraction, Message message) {
        return of(chat, retraction).stream().anyMatch(it -> it.key().equals(message.key()));
    }

    /// The messages that a retraction names, or corrections of such.
    List<Message> of(Chats.Row chat, Message retraction) {
        if (!(retraction.content() instanceof Content.Retraction(var target, var moderation))
                || target.isEmpty()) {
            return List.of();
        }
        return switch (chat.kind()) {
            case ROOM ->
                    identity
                            .named(chat.archive(), target)
                            .flatMap(row -> find(chat, new MessageKey(row)))
                            .filter(it -> moderation.isPresent() || isBySame(chat, it, retraction))
                            .filter(RetractionTargets::isWords)
                            .stream()
                            .toList();
            case CONTACT -> moderation.isPresent() ? List.of() : sent(chat, retraction, target);
        };
    }

    private List<Message> sent(Chats.Row chat, Message retraction, String target) {
        var named = bySame(chat, NAMED, retraction, target);
        if (MessageIds.isLasting(target)) {
            var correcting = bySame(chat, CORRECTING, retraction, target);
            return Stream.concat(named.stream(), correcting.stream()).distinct().toList();
        }
        return named.stream()
                .filter(it -> Message.IN_ORDER.compare(it, retraction) < 0)
                .findFirst()
                .filter(it -> retraction.position() < Positions.PENDING)
                .filter(it -> it.position() >= positions.since(chat))
                .stream()
                .toList();
    }

    private List<Message> bySame(Chats.Row chat, String sql, Message retraction, String target) {
        var by = retraction.author();
        return db.query(
                sql,
                MessageRows.of(chat.key()),
                chat.id(),
                target,
                by.isMine(),
                by.address(),
                NAMESAKES);
    }

    /// Those that name a message so, may take it back, and have not failed.
    List<Message> naming(Chats.Row chat, Message message, Set<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        Object[] all = names.toArray();
        var author = message.author();
        var mapper = MessageRows.of(chat.key());
        return switch (chat.kind()) {
            case ROOM -> {
                var ours =
                        Optional.of(author)
                                .filter(chat::isWrittenHere)
                                .flatMap(_ -> chats.ourOccupantId(chat));
                yield db.query(
                        NAMING_IN_ROOM,
                        mapper,
                        all,
                        chat.id(),
                        author.occupantId(),
                        ours,
                        NAMESAKES);
            }
            case CONTACT ->
                    db.query(
                            NAMING_IN_CHAT,
                            mapper,
                            all,
                            chat.id(),
                            author.isMine(),
                            author.address(),
                            NAMESAKES);
        };
    }

    /// What a message is called, and what it calls the one that it corrects, where that isn't here.
    static Set<String> names(Chats.Row chat, Message message) {
        var names = new LinkedHashSet<String>();
        if (chat.kind() == Chat.Kind.ROOM) {
            message.ids().archive().ifPresent(names::add);
        } else {
            names.add(message.ids().stanza());
            if (message.content() instanceof Content.Correction(var target, _, _, _, _)
                    && message.amends().isEmpty()) {
                names.add(target);
            }
        }
        names.remove("");
        return names;
    }

    private static boolean isWords(Message message) {
        return message.isRetracted()
                || message.content() instanceof Content.Text
                || message.content() instanceof Content.Correction
                || message.content() instanceof Content.File;
    }

    /// In a room a nick alone is nobody, and ours neither (XEP-0424 §5). Only what was written here
    /// is certainly ours, and what has the id that the room gave us.
    private boolean isBySame(Chats.Row room, Message one, Message other) {
        var author = one.author();
        var taker = other.author();
        return room.isWrittenHere(taker)
                ? author.isMine() || isOurs(room, author)
                : isSameOccupant(author, taker)
                        || (room.isWrittenHere(author) && isOurs(room, taker));
    }

    private static boolean isSameOccupant(Author one, Author other) {
        return one.occupantId().isPresent() && one.occupantId().equals(other.occupantId());
    }

    private boolean isOurs(Chats.Row room, Author author) {
        return author.occupantId().isPresent()
                && author.occupantId().equals(chats.ourOccupantId(room));
    }

    private Optional<Message> find(Chats.Row chat, MessageKey key) {
        return db.find(BY_KEY, MessageRows.of(chat.key()), key.row(), chat.id());
    }
}
