package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.PictureSize;
import kith.model.Author;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Confidant;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.Moderation;
import kith.model.Refusal;
import kith.model.Reply;
import kith.model.Step;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Every component of every stored record about messages comes back after a restart.
class MessageRoundTripTest extends RoundTripFixture {

    @Test
    void messages() {
        var his =
                message(
                        profile.chat(Profile.ROMEO),
                        new MessageIds("m1", Optional.of("o1"), Optional.of("a1")),
                        new Author(Profile.ROMEO, Optional.of("occupant"), false),
                        NOON,
                        11,
                        new Content.Text("O"),
                        Delivery.RECEIVED);
        var mine =
                message(
                        profile.chat(Profile.ROOM),
                        new MessageIds("", Optional.empty(), Optional.empty()),
                        new Author(
                                JidCreate.fromOrThrowUnchecked(Profile.ROOM + "/Juliet C."),
                                Optional.empty(),
                                true),
                        MIDNIGHT,
                        -12,
                        new Content.Subject("Verona"),
                        new Delivery.Failed(new Refusal(Refusal.Reason.LIMIT, "too fast")));
        var stored = List.of(store(his, Chat.Kind.CONTACT), store(mine, Chat.Kind.ROOM));
        profile.reopen();
        for (var message : stored) {
            var store = new MessageStore(profile.db());
            assertThat(profile.in(() -> store.find(message.key()))).contains(message);
            assertThat(profile.in(() -> store.newest(message.chat(), 9))).containsExactly(message);
        }
        // What was corrected or is to be taken back follows from other messages.
        differInEverything(stored.getFirst(), stored.getLast(), "edited", "amends", "retracting");
        differInEverything(his.ids(), mine.ids());
        differInEverything(his.author(), mine.author());
    }

    @Test
    void corrections() {
        var chat = profile.chat(Profile.ROMEO);
        var correction = new Content.Correction("m1", "Oh");
        var first = store(his(chat, "m1", 11, new Content.Text("O")), Chat.Kind.CONTACT);
        var second = store(his(chat, "m2", 12, correction), Chat.Kind.CONTACT);
        profile.reopen();
        var store = new MessageStore(profile.db());
        assertThat(profile.in(() -> store.newest(chat, 9)))
                .singleElement()
                .satisfies(
                        message -> {
                            assertThat(message.content()).isEqualTo(new Content.Text("O"));
                            assertThat(message.edited())
                                    .contains(new Message.Edit("Oh", second.delivery()));
                        });
        assertThat(profile.in(() -> store.find(second.key())))
                .contains(second)
                .hasValueSatisfying(
                        message -> {
                            assertThat(message.content()).isEqualTo(correction);
                            assertThat(message.amends()).contains(first.key());
                        });
    }

    @Test
    void reactions() {
        var chat = profile.chat(Profile.ROMEO);
        var two = new Content.Reaction("m1", List.of("👋", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"));
        var none = new Content.Reaction("m2", List.of());
        var stored =
                List.of(
                        store(his(chat, "r1", 11, two), Chat.Kind.CONTACT),
                        store(his(chat, "r2", 12, none), Chat.Kind.CONTACT));
        profile.reopen();
        var store = new MessageStore(profile.db());
        for (var reaction : stored) {
            assertThat(profile.in(() -> store.find(reaction.key()))).contains(reaction);
        }
        differInEverything(two, none);
    }

    @Test
    void replies() {
        var chat = profile.chat(Profile.ROMEO);
        var one = new Reply("m1", Optional.of(Profile.ROMEO), 4);
        var other = new Reply("m2", Optional.empty(), 0);
        var contents =
                List.of(
                        new Content.Text("> t\nfine", Optional.of(one), Optional.of("t-1")),
                        new Content.Text("fine", Optional.of(other), Optional.empty()),
                        new Content.Correction(
                                "m1", "> t\nfine", Optional.of(one), Optional.of("t-1")),
                        new Content.Text("> _ <", Optional.empty(), Optional.empty(), false),
                        new Content.Correction(
                                "m1", "> _ <", Optional.empty(), Optional.empty(), false));
        var stored =
                contents.stream()
                        .map(each -> store(his(chat, "r1", 11, each), Chat.Kind.CONTACT))
                        .toList();
        profile.reopen();
        var store = new MessageStore(profile.db());
        for (var message : stored) {
            assertThat(profile.in(() -> store.find(message.key()))).contains(message);
        }
        differInEverything(one, other);
    }

    @Test
    void privateMessages() {
        var chat = profile.chat(Profile.ROOM);
        var known =
                new Content.Private(
                        new Confidant("Nurse", Optional.of("o-1")),
                        "fie",
                        Optional.of("t-1"),
                        false);
        var unknown = new Content.Private(new Confidant("Peter"), "> fie");
        var stored =
                Stream.of(known, unknown)
                        .map(each -> store(his(chat, "p", 11, each), Chat.Kind.ROOM))
                        .toList();
        profile.reopen();
        var store = new MessageStore(profile.db());
        for (var message : stored) {
            assertThat(profile.in(() -> store.find(message.key()))).contains(message);
        }
        differInEverything(known, unknown);
        differInEverything(known.other(), unknown.other());
    }

    @Test
    void retractions() {
        var chat = profile.chat(Profile.ROMEO);
        var removed = Optional.of(new Moderation("Nurse", "off topic"));
        var unnamed = Optional.of(new Moderation("", ""));
        var stored =
                Stream.of(
                                new Content.Retraction("m1"),
                                new Content.Retraction("m2", removed),
                                new Content.Retraction("m2", unnamed),
                                Content.RETRACTED,
                                new Content.Retracted(removed))
                        .map(each -> store(his(chat, "r", 11, each), Chat.Kind.CONTACT))
                        .toList();
        var taken = store(mine(chat, "m3-that-is-long-enough", "O"), Chat.Kind.CONTACT);
        var store = new MessageStore(profile.db());
        var by =
                profile.in(
                        () ->
                                store.queue(
                                        chat,
                                        Chat.Kind.CONTACT,
                                        "r9",
                                        Profile.ME,
                                        new Content.Retraction("m3-that-is-long-enough"),
                                        NOON));
        profile.reopen();
        var again = new MessageStore(profile.db());
        for (var message : stored) {
            assertThat(profile.in(() -> again.find(message.key()))).contains(message);
        }
        assertThat(profile.in(() -> again.find(taken.key())).orElseThrow().retracting())
                .contains(new Message.Retracting(by.key(), Delivery.QUEUED));
        var refusal = new Refusal(Refusal.Reason.LIMIT, "too fast");
        profile.in(() -> again.deliver(chat.account(), "r9", new Delivery.Failed(refusal)));
        assertThat(profile.in(() -> again.find(taken.key())).orElseThrow().retracting())
                .contains(new Message.Retracting(by.key(), new Delivery.Failed(refusal)));
        differInEverything(removed.get(), unnamed.get());
        differInEverything(new Content.Retraction("m1"), new Content.Retraction("m2", removed));
    }

    private static Message mine(ChatKey chat, String id, String words) {
        var ids = new MessageIds(id, Optional.empty(), Optional.empty());
        var text = new Content.Text(words);
        return message(chat, ids, Profile.ME, NOON, 20, text, Delivery.ON_SERVER);
    }

    @Test
    void files() {
        var chat = profile.chat(Profile.ROMEO);
        var one =
                new Content.File(
                        Optional.of("https://montague.example/a/film.mov"),
                        "film.mov",
                        Optional.of(0L),
                        Optional.of(new PictureSize(640, 480)),
                        Optional.of("t-1"));
        var other = new Content.File(Optional.empty(), "a.png", Optional.empty(), Optional.empty());
        var stored =
                List.of(
                        store(his(chat, "f1", 11, one), Chat.Kind.CONTACT),
                        store(his(chat, "f2", 12, other), Chat.Kind.CONTACT));
        profile.reopen();
        var store = new MessageStore(profile.db());
        for (var message : stored) {
            assertThat(profile.in(() -> store.find(message.key()))).contains(message);
        }
        differInEverything(one, other);
    }

    @Test
    void whatIsSeenOfAPicture() {
        var chat = profile.chat(Profile.ROMEO);
        var said =
                new Content.File(
                        Optional.of("https://montague.example/a.png"),
                        "a.png",
                        Optional.empty(),
                        Optional.of("t-1"));
        var size = new PictureSize(64, 48);
        var stored = store(his(chat, "f1", 11, said), Chat.Kind.CONTACT);
        var words = store(his(chat, "w1", 12, new Content.Text("a.png")), Chat.Kind.CONTACT);
        var store = new MessageStore(profile.db());
        var seen = profile.in(() -> store.pictured(stored.key(), 900, size));
        assertThat(seen).contains(stored.with(said.seen(900, size)));
        assertThat(profile.in(() -> store.pictured(stored.key(), 900, size))).isEmpty();
        assertThat(profile.in(() -> store.pictured(words.key(), 900, size))).isEmpty();
        profile.reopen();
        var later = new MessageStore(profile.db());
        assertThat(profile.in(() -> later.find(stored.key()))).isEqualTo(seen);
        assertThat(profile.in(() -> later.find(words.key()))).contains(words);
    }

    @Test
    void deliveries() {
        for (var delivery :
                List.of(
                        Delivery.RECEIVED,
                        Delivery.QUEUED,
                        Delivery.SENDING,
                        Delivery.ON_SERVER,
                        Delivery.DELIVERED,
                        Delivery.READ,
                        new Delivery.Failed(Refusal.of(Refusal.Reason.TIMED_OUT)))) {
            var message =
                    message(
                            profile.chat(Profile.ROMEO),
                            new MessageIds("", Optional.empty(), Optional.empty()),
                            Profile.ME,
                            NOON,
                            1,
                            new Content.Text("O"),
                            delivery);
            var stored = store(message, Chat.Kind.CONTACT);
            assertThat(profile.in(() -> new MessageStore(profile.db()).find(stored.key())))
                    .contains(stored);
        }
    }

    @Test
    void steps() {
        var romeo = profile.chat(Profile.ROMEO);
        var phone = JidCreate.fromOrThrowUnchecked(Profile.ROMEO + "/phone");
        var refusal = new Refusal(Refusal.Reason.LIMIT, "too long\n🌅");
        var failed = new Step(Step.Kind.FAILED, Optional.empty(), MIDNIGHT, Optional.of(refusal));
        var read = new Step(Step.Kind.READ, Optional.of(phone), NOON);
        var message =
                profile.in(
                        () ->
                                new MessageStore(profile.db())
                                        .queue(
                                                romeo,
                                                Chat.Kind.CONTACT,
                                                "1",
                                                Profile.ME,
                                                new Content.Text("O"),
                                                MIDNIGHT));
        profile.run(
                db -> {
                    var steps = new Steps(db);
                    steps.add(
                            message.key(),
                            new Delivery.Failed(refusal),
                            Optional.empty(),
                            MIDNIGHT);
                    steps.add(message.key(), Delivery.READ, Optional.of(phone), NOON);
                });
        profile.reopen();
        assertThat(profile.in(() -> new MessageStore(profile.db()).steps(List.of(message))))
                .containsOnly(
                        Map.entry(
                                message.key(),
                                List.of(
                                        new Step(Step.Kind.QUEUED, Optional.empty(), MIDNIGHT),
                                        failed,
                                        read)));
        differInEverything(failed, read);

        profile.run(db -> new ChatStore(db).remove(romeo));
        assertThat(profile.in(() -> profile.db().find("SELECT 1 FROM step", row -> row.getInt(1))))
                .isEmpty();
    }
}
