package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Author;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.Moderation;
import kith.model.Refusal;
import kith.model.Reply;
import kith.store.MessageStore.Direction;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// A chat of 100,000 messages is read and written as fast as one of 10, because no statement ever
/// looks at more rows of `message` than it gives.
class QueryPlanTest {

    /// A table in a plan and, after its name, how it is read: an index and its conditions.
    private static final Pattern READ =
            Pattern.compile(
                    "\"(MESSAGE|ARCHIVE_ID|SENT|CORRECTION|REACTION|RETRACTION|REPLY)\"(?: \"\\w+\")?"
                            + "\\s+/\\* (PUBLIC\\.[^*]*)");

    @Test
    void everyStatementFindsItsMessagesByAnIndex() {
        try (var profile = Profile.inMemory()) {
            profile.run(db -> db.update("SET QUERY_STATISTICS TRUE"));
            useEverything(profile);
            checkPlans(profile); // a statement stays as it was planned, on an empty history too

            profile.run(db -> fill(db, 4_000));
            profile.run(db -> db.update("ANALYZE"));
            checkPlans(profile);
        }
    }

    @Test
    void aPageOfAChatIsOneRangeOfAnIndexAndNotSorted() {
        try (var profile = Profile.inMemory()) {
            for (var sql : List.of(MessageReads.BEFORE, MessageReads.AFTER)) {
                assertThat(plan(profile, sql))
                        .contains("/* PUBLIC.MESSAGE_IN_CHAT: CHAT = ?1")
                        .containsPattern("AND POSITION [<>]= \\?2")
                        .endsWith("/* index sorted */");
            }
        }
    }

    private static void checkPlans(Profile profile) {
        var statements =
                profile.in(
                        () ->
                                profile.db()
                                        .query(
                                                "SELECT sql_statement FROM"
                                                        + " information_schema.query_statistics",
                                                row -> row.getString(1)));
        var seen =
                statements.stream()
                        .filter(sql -> sql.matches("(?s)\\s*(SELECT|UPDATE|DELETE|MERGE).*"))
                        .filter(sql -> sql.matches("(?s).*(message|sent|correction|reaction).*"))
                        .toList();
        assertThat(seen).hasSizeGreaterThan(15);
        for (var sql : seen) {
            var reads = READ.matcher(plan(profile, sql));
            while (reads.find()) {
                assertThat(reads.group(2))
                        .as("how %s is read in %s", reads.group(1), sql)
                        .doesNotContain("tableScan")
                        .contains(":");
            }
        }
    }

    private static String plan(Profile profile, String sql) {
        var parameters = sql.chars().filter(each -> each == '?').mapToObj(_ -> (Object) 1);
        return profile.in(
                        () ->
                                profile.db()
                                        .find(
                                                "EXPLAIN " + sql,
                                                row -> row.getString(1),
                                                parameters.toArray()))
                .orElseThrow();
    }

    private static void useEverything(Profile profile) {
        var chat = profile.chat(Profile.ROMEO);
        var room = profile.chat(Profile.ROOM);
        var id = UUID.randomUUID().toString();
        profile.run(
                db -> {
                    var store = new MessageStore(db);
                    var text = new Content.Text("O");
                    var mine =
                            store.queue(chat, Chat.Kind.CONTACT, id, Profile.ME, text, profile.now);
                    store.outstanding(profile.account());
                    store.deliver(profile.account(), id, Delivery.SENDING);
                    store.deliver(
                            profile.account(),
                            id,
                            new Delivery.Failed(Refusal.of(Refusal.Reason.OTHER)));
                    store.pending();
                    store.requeue(profile.account(), id);
                    store.discard(mine);
                    var ids = new MessageIds("1", Optional.of("2"), Optional.of("3"));
                    var arriving =
                            new ArrivingMessage(
                                    chat, Chat.Kind.CONTACT, ids, Profile.HIM, profile.now, text);
                    store.addAhead(arriving);
                    store.settle(profile.account(), Profile.JULIET);
                    store.addPage(profile.archive(), List.of(arriving), Direction.NEWEST);
                    store.addPage(profile.archive(), List.of(arriving), Direction.NEWER);
                    store.addPage(profile.archive(), List.of(arriving), Direction.OVERLAP);
                    store.addPage(profile.archive(), List.of(arriving), Direction.OLDER);
                    var correction =
                            new ArrivingMessage(
                                    chat,
                                    Chat.Kind.CONTACT,
                                    new MessageIds("4", Optional.empty(), Optional.empty()),
                                    Profile.HIM,
                                    profile.now,
                                    new Content.Correction("1", "Oh"));
                    var edit = store.add(correction).message();
                    store.corrections(store.original(edit).orElseThrow());
                    store.queue(
                            chat,
                            Chat.Kind.CONTACT,
                            "5",
                            Profile.ME,
                            new Content.Text("O"),
                            profile.now);
                    var ours = new Content.Correction("5", "Oh");
                    store.queue(chat, Chat.Kind.CONTACT, "6", Profile.ME, ours, profile.now);
                    store.deliver(
                            profile.account(),
                            "6",
                            new Delivery.Failed(Refusal.of(Refusal.Reason.OTHER)));
                    store.discard(store.newest(chat, 2).getFirst());
                    react(store, chat, Chat.Kind.CONTACT, "1", profile);
                    var in = Profile.occupant("romeo");
                    store.add(
                            new ArrivingMessage(room, Chat.Kind.ROOM, ids, in, profile.now, text));
                    store.add(room, Chat.Kind.ROOM, ids, in, profile.now, text, true);
                    react(store, room, Chat.Kind.ROOM, "3", profile);
                    retract(store, chat, Chat.Kind.CONTACT, "1", profile);
                    retract(store, room, Chat.Kind.ROOM, "3", profile);
                    store.isTried(mine);
                    store.unread(chat);
                    Message last = store.newest(chat, 10).getLast();
                    store.older(chat, last, 10);
                    store.newer(chat, last, 10);
                    store.count(chat);
                    store.written(last.key(), 10);
                    store.last();
                    store.steps(List.of(last));
                    store.each(Optional.empty(), _ -> {});
                    var chats = new ChatStore(db);
                    chats.all();
                    chats.markRead(chat, true);
                    chats.remove(room);
                });
    }

    private static void retract(
            MessageStore store, ChatKey chat, Chat.Kind kind, String target, Profile profile) {
        var author =
                kind == Chat.Kind.ROOM
                        ? new Author(chat.peer(), Optional.empty(), false)
                        : Profile.HIM;
        var by =
                kind == Chat.Kind.ROOM
                        ? Optional.of(new Moderation("nurse", "off topic"))
                        : Optional.<Moderation>empty();
        var reply = Optional.of(new Reply(target, Optional.empty(), 4));
        for (var each :
                List.of(
                        new Content.Text("> O\nyes", reply, Optional.empty()),
                        new Content.Retraction(target, by),
                        Content.RETRACTED)) {
            var ids = new MessageIds("t" + target, Optional.empty(), Optional.of("t" + target));
            store.add(new ArrivingMessage(chat, kind, ids, author, profile.now, each));
        }
        store.takeRetracted().forEach(store::find);
    }

    private static void react(
            MessageStore store, ChatKey chat, Chat.Kind kind, String target, Profile profile) {
        var ids = new MessageIds("r", Optional.empty(), Optional.empty());
        var reaction = new Content.Reaction(target, List.of("👋"));
        var arriving = new ArrivingMessage(chat, kind, ids, Profile.HIM, profile.now, reaction);
        var added = store.add(arriving).message();
        store.reactedTo(added);
        store.reactions(chat, store.newest(chat, 10));
    }

    private static void fill(Db db, int messages) {
        db.update(
                """
                INSERT INTO message (chat, position, stanza_id, archive, archive_id, sender, mine, at,
                                     content, body, delivery, fingerprint)
                SELECT 1 + MOD(x, 40), x, x, 1, 'fill' || x, 'romeo@montague.example', FALSE,
                       CURRENT_TIMESTAMP, 'TEXT', 'O', 'RECEIVED', x
                FROM SYSTEM_RANGE(1, ?)
                """,
                messages);
    }
}
