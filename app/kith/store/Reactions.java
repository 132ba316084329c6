package kith.store;

import kith.model.Author;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Message;
import kith.model.MessageKey;
import kith.model.ReactionSet;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which emoji stand at a message (XEP-0444): table `reaction`, whose rows wait there for what they
/// name. Nothing is linked, so that it doesn't matter in which order they and the message come.
///
/// Of each sender the last in the chat's order counts, also where it is none. One of ours that has
/// failed counts for nothing.
final class Reactions {

    private static final String ANY =
            """
            SELECT r.message FROM chat c LEFT JOIN reaction r ON r.chat = c.id
            WHERE c.account = ? AND c.peer = ? AND r.message IS NOT NULL FETCH FIRST ROW ONLY
            """;

    /// Of many names at once.
    private static final String NAMING =
            "SELECT "
                    + MessageRows.COLUMNS
                    + """
                     FROM UNNEST(CAST(? AS VARCHAR ARRAY)) n(name)
                    LEFT JOIN reaction r ON r.chat = ? AND r.target = n.name
                    LEFT JOIN message m ON m.id = r.message
                    WHERE m.delivery <> 'FAILED'
                    """;

    private static final String MORE_ROOM_NAMES =
            """
            SELECT a.message, a.id FROM UNNEST(CAST(? AS BIGINT ARRAY)) n(message)
            LEFT JOIN archive_id a ON a.message = n.message WHERE a.id IS NOT NULL
            """;

    private final Db db;
    private final Chats chats;
    private final References references;
    private final Corrections corrections;

    Reactions(Db db, Chats chats, Corrections corrections, References references) {
        this.db = db;
        this.chats = chats;
        this.references = references;
        this.corrections = corrections;
    }

    /// A message was added.
    void added(Chats.Row chat, Message message) {
        if (message.content() instanceof Content.Reaction(var target, _)) {
            db.update(
                    "INSERT INTO reaction (message, chat, target) VALUES (?, ?, ?)",
                    message.key().row(),
                    chat.id(),
                    target);
        }
    }

    /// Whether anybody has reacted to anything in a chat.
    boolean isAnyIn(ChatKey chat) {
        return db.find(ANY, row -> row.getLong(1), chat.account(), chat.peer()).isPresent();
    }

    /// What stands at messages of a chat; nothing of those at which nothing does. However many they
    /// are, a few look-ups.
    Map<MessageKey, List<ReactionSet>> of(Chats.Row chat, List<Message> messages) {
        var names = names(chat, messages);
        var naming = naming(chat, names);
        var us = chats.ourOccupantId(chat);
        var found = new HashMap<MessageKey, List<ReactionSet>>();
        for (var message : messages) {
            var all =
                    names.getOrDefault(message.key(), Set.of()).stream()
                            .flatMap(name -> meaning(chat, name, naming, message))
                            .sorted(Message.IN_ORDER)
                            .toList();
            var sets = last(chat, all, us);
            if (!sets.isEmpty()) {
                found.put(message.key(), sets);
            }
        }
        return Map.copyOf(found);
    }

    /// The last of each sender, the first to have put something there first.
    private static List<ReactionSet> last(Chats.Row chat, List<Message> all, Optional<String> us) {
        var last = new LinkedHashMap<Sender, ReactionSet>();
        for (var each : all) {
            sender(chat, each.author(), us).ifPresent(who -> put(last, who, each));
        }
        return List.copyOf(last.values());
    }

    private static void put(Map<Sender, ReactionSet> last, Sender who, Message message) {
        var author = message.author();
        if (message.content() instanceof Content.Reaction(_, var emoji)) {
            if (emoji.isEmpty()) {
                last.remove(who);
            } else {
                var sender = new Author(author.address(), author.occupantId(), who.isUs());
                last.put(who, new ReactionSet(sender, emoji));
            }
        }
    }

    /// Whether a later reaction from here says what stands at the message that this one is for.
    boolean isMoot(Chats.Row chat, Message reaction) {
        Object[] target = {target(reaction)};
        return reaction.content() instanceof Content.Reaction
                && db.query(NAMING, MessageRows.of(chat.key()), target, chat.id()).stream()
                        .filter(other -> isOurs(chat, other.author()))
                        .anyMatch(other -> isLater(other, reaction));
    }

    private static boolean isOurs(Chats.Row chat, Author author) {
        return switch (chat.kind()) {
            case CONTACT -> author.isMine();
            case ROOM -> chat.isWrittenHere(author);
        };
    }

    /// Whether one was written after another for the same message, both here. What has failed
    /// stands where it did so, not where it was written.
    static boolean isLater(Message later, Message earlier) {
        return later.content() instanceof Content.Reaction(var target, _)
                && earlier.content() instanceof Content.Reaction(var same, _)
                && target.equals(same)
                && later.key().row() > earlier.key().row();
    }

    /// What each is called, and what those are called that correct it (§4).
    private Map<MessageKey, Set<String>> names(Chats.Row chat, List<Message> messages) {
        var names = new HashMap<MessageKey, Set<String>>();
        for (var message : messages) {
            var own = names.computeIfAbsent(message.key(), _ -> new LinkedHashSet<>());
            versions(chat, message)
                    .flatMap(
                            each ->
                                    switch (chat.kind()) {
                                        case CONTACT -> senderNames(each);
                                        case ROOM -> each.ids().archive().stream();
                                    })
                    .filter(name -> !name.isEmpty())
                    .forEach(own::add);
        }
        if (chat.kind() == Chat.Kind.ROOM) {
            addMoreRoomNames(names);
        }
        return names;
    }

    private Stream<Message> versions(Chats.Row chat, Message message) {
        var later =
                message.edited().isPresent()
                        ? corrections.of(chat, message.key())
                        : List.<Message>of();
        return Stream.concat(Stream.of(message), later.stream());
    }

    private static Stream<String> senderNames(Message message) {
        return Stream.concat(Stream.of(message.ids().stanza()), message.ids().origin().stream());
    }

    /// An archive that stored a message twice has two names for it.
    private void addMoreRoomNames(Map<MessageKey, Set<String>> names) {
        Object[] rows = names.keySet().stream().map(MessageKey::row).toArray();
        db.query(
                        MORE_ROOM_NAMES,
                        row -> Map.entry(new MessageKey(row.getLong(1)), row.getString(2)),
                        (Object) rows)
                .forEach(
                        each ->
                                names.computeIfAbsent(each.getKey(), _ -> new LinkedHashSet<>())
                                        .add(each.getValue()));
    }

    /// Those that name any of these, by what they name.
    private Map<String, List<Message>> naming(Chats.Row chat, Map<MessageKey, Set<String>> names) {
        Object[] all = names.values().stream().flatMap(Set::stream).distinct().toArray();
        return db.query(NAMING, MessageRows.of(chat.key()), all, chat.id()).stream()
                .collect(Collectors.groupingBy(Reactions::target));
    }

    private static String target(Message reaction) {
        return reaction.content() instanceof Content.Reaction(var target, _) ? target : "";
    }

    /// Of those with a name, the ones that mean this message by it.
    private Stream<Message> meaning(
            Chats.Row chat, String name, Map<String, List<Message>> naming, Message message) {
        var all = naming.getOrDefault(name, List.of());
        if (all.isEmpty() || chat.kind() == Chat.Kind.ROOM) {
            return all.stream();
        }
        var called = references.called(chat, name);
        var row = Optional.of(message.key().row());
        return called.isEmpty() // it is an origin-id that differs
                ? all.stream()
                : all.stream().filter(each -> References.meant(called, each).equals(row));
    }

    /// Who it is, whatever they are called now. Nobody in a room where a nick is all that is known,
    /// which may be anybody's, and ours too.
    private static Optional<Sender> sender(Chats.Row chat, Author author, Optional<String> us) {
        return switch (chat.kind()) {
            case CONTACT ->
                    Optional.of(
                            author.isMine()
                                    ? Sender.US
                                    : Sender.other(author.address().toString()));
            case ROOM ->
                    chat.isWrittenHere(author) || isIn(author, us)
                            ? Optional.of(Sender.US)
                            : author.occupantId().map(Sender::other);
        };
    }

    private static boolean isIn(Author author, Optional<String> us) {
        return us.isPresent() && author.occupantId().equals(us);
    }

    /// Someone.
    ///
    /// @param name an address, in a room an occupant's id; empty for us
    private record Sender(boolean isUs, String name) {

        static final Sender US = new Sender(true, "");

        static Sender other(String name) {
            return new Sender(false, name);
        }
    }
}
