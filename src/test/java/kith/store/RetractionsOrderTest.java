package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Chat;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.Moderation;
import kith.model.Reply;
import kith.store.MessageStore.Direction;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Messages that are taken back, in whatever order both come (R13 of the reliability rules), and
/// which of many an id means.
class RetractionsOrderTest extends RetractionsFixture {

    /// More than are looked at of those with one name.
    private static final int CROWD = 120;

    @Test
    void itMayComeFirst() {
        page(
                Direction.NEWEST,
                chat,
                arriving(chat, Profile.HIM, ids("r"), new Content.Retraction(A)));
        assertThat(newest(chat)).isEmpty();
        page(Direction.OLDER, chat, arriving(chat, Profile.HIM, ids(A), text(SECRET)));
        assertThat(shown(chat)).containsExactly("-");
        assertSecretIsGone();
    }

    /// Whoever else has given their messages that id.
    @Test
    void h15NamesakesOfAnotherHideNothing() {
        add(chat, Profile.ME, A, text(SECRET));
        for (int i = 0; i < CROWD; i++) {
            say(A, "his " + i);
        }
        add(chat, Profile.ME, "c", new Content.Correction(B, SECRET));
        for (int i = 0; i < CROWD; i++) {
            add(chat, Profile.HIM, "c" + i, new Content.Correction(B, "his " + i));
        }
        retract(chat, Profile.ME, A);
        retract(chat, Profile.ME, B);
        assertThat(profile.in(() -> store.newest(chat, 3 * CROWD)))
                .filteredOn(Message::isRetracted)
                .hasSize(2);
        assertSecretIsGone();
    }

    /// Whoever else has said before it came that it is taken back.
    @Test
    void h15ManyWhoMayNotHideNobodyWhoMay() {
        for (int i = 0; i < CROWD; i++) {
            retract(chat, Profile.HIM, A);
            moderate(chat, Profile.HIM, A, "romeo");
            retract(room, occupant("romeo", "o-2"), "s-1");
            retract(room, withOurNick("o-2"), "s-2");
        }
        retract(chat, Profile.ME, A);
        retract(room, occupant("romeo", "o-1"), "s-1");
        moderate(room, theRoom(), "s-2", "nurse");
        page(Direction.OLDER, chat, arriving(chat, Profile.ME, ids(A), text(SECRET)));
        page(
                Direction.OLDER,
                room,
                arriving(room, occupant("romeo", "o-1"), archived(A, "s-1"), text(SECRET)),
                arriving(room, occupant("romeo", "o-1"), archived(B, "s-2"), text(SECRET)));
        assertThat(shown(chat)).containsExactly("-");
        assertThat(shown(room)).containsExactly("-", "-");
        assertSecretIsGone();
    }

    /// However often its sender has.
    @Test
    void whatTheRoomSaysIsFoundAmongMany() {
        for (int i = 0; i < CROWD; i++) {
            retract(room, occupant("romeo", "o-1"), "s-1");
        }
        moderate(room, theRoom(), "s-1", "nurse");
        page(
                Direction.OLDER,
                room,
                arriving(room, occupant("romeo", "o-1"), archived(A, "s-1"), text(SECRET)));
        assertThat(newest(room).getFirst().content())
                .isEqualTo(
                        new Content.Retracted(Optional.of(new Moderation("nurse", "off topic"))));
    }

    @Test
    void aShortIdNamesTheLastBeforeItOnly() {
        say("1", "one");
        say("1", "two");
        retract(chat, Profile.HIM, "1");
        say("1", "three");
        assertThat(shown(chat)).containsExactly("one", "-", "three");
    }

    /// The one that is meant may be in the hole.
    @Test
    void aShortIdNamesNothingBeyondAHole() {
        say("1", "long ago");
        page(
                Direction.NEWEST,
                chat,
                arriving(chat, Profile.HIM, ids("r"), new Content.Retraction("1")));
        assertThat(shown(chat)).containsExactly("long ago");
        profile.now = profile.now.plusSeconds(60);
        page(Direction.OLDER, chat, arriving(chat, Profile.HIM, ids("1"), text(SECRET)));
        assertThat(shown(chat)).containsExactly("long ago", "-");
        assertSecretIsGone();
    }

    @Test
    void aShortIdNamesWhatThePageBeforeBrings() {
        page(
                Direction.NEWEST,
                chat,
                arriving(chat, Profile.HIM, ids("r"), new Content.Retraction("1")));
        page(
                Direction.OLDER,
                chat,
                arriving(chat, Profile.HIM, ids("1"), text("first")),
                arriving(chat, Profile.HIM, ids("1"), text(SECRET)));
        assertThat(shown(chat)).containsExactly("first", "-");
    }

    @Test
    void whatCameAheadWaitsForItsPlace() {
        say("x", "begin");
        profile.in(() -> store.addAhead(arriving(chat, Profile.HIM, ids("1"), text(SECRET))));
        profile.in(
                () ->
                        store.addAhead(
                                arriving(
                                        chat, Profile.HIM, ids("r"), new Content.Retraction("1"))));
        assertThat(shown(chat)).containsExactly("begin", SECRET);
        profile.in(() -> store.settle(profile.account(), Profile.JULIET));
        assertThat(shown(chat)).containsExactly("begin", "-");
        assertSecretIsGone();
    }

    /// Written here, and taken back on another device before the archive's pages say where it is.
    @Test
    void whatIsTakenBackAheadStandsWhereItsPageSays() {
        var ids = List.of(A, B);
        for (var id : ids) {
            profile.in(
                    () ->
                            store.queue(
                                    chat,
                                    Chat.Kind.CONTACT,
                                    id,
                                    Profile.ME,
                                    text("words"),
                                    profile.now));
            profile.in(() -> store.deliver(profile.account(), id, Delivery.SENDING));
        }
        profile.in(
                () ->
                        store.addAhead(
                                arriving(chat, Profile.ME, ids("r"), new Content.Retraction(B))));
        for (var id : ids) {
            page(
                    Direction.OVERLAP,
                    chat,
                    arriving(chat, Profile.ME, archived(id, "s-" + id), text("words")));
        }
        assertThat(newest(chat))
                .extracting(message -> message.ids().stanza())
                .containsExactly(A, B);
        assertThat(shown(chat)).containsExactly("words", "-");
    }

    @Test
    void copiesBringNothingBack() {
        var ids = archived(A, "s-1");
        profile.in(() -> store.add(arriving(chat, Profile.HIM, ids(A), text(SECRET))));
        var reply = Optional.of(new Reply(A, Optional.empty(), SECRET.length() + 3));
        var quoting = new Content.Text("> " + SECRET + "\nno", reply, Optional.empty());
        profile.in(() -> store.add(arriving(chat, Profile.ME, ids(B), quoting)));
        retract(chat, Profile.HIM, A);
        profile.in(() -> store.add(arriving(chat, Profile.HIM, ids(A), text(SECRET))));
        profile.in(() -> store.add(arriving(chat, Profile.ME, ids(B), quoting)));
        page(Direction.OVERLAP, chat, arriving(chat, Profile.HIM, ids, text(SECRET)));
        assertThat(shown(chat)).containsExactly("-", "no");
        assertSecretIsGone();
    }

    @Test
    void anArchivePutsAMarkInItsPlace() {
        profile.in(() -> store.add(arriving(chat, Profile.HIM, archived(A, "s-1"), text(SECRET))));
        page(
                Direction.OVERLAP,
                chat,
                arriving(chat, Profile.HIM, archived(A, "s-1"), Content.RETRACTED),
                arriving(chat, Profile.HIM, archived(B, "s-2"), Content.RETRACTED));
        assertThat(shown(chat)).containsExactly("-", "-");
        assertThat(unread()).isZero();
        assertSecretIsGone();
    }

    /// In whatever order, and however often, the same is left (R13).
    @Test
    void inAnyOrderTheSameIsLeft() {
        var reply = Optional.of(new Reply(A, Optional.of(Profile.ROMEO), SECRET.length() + 3));
        var all =
                List.of(
                        arriving(chat, Profile.HIM, archived(A, "1"), text(SECRET)),
                        arriving(
                                chat,
                                Profile.HIM,
                                archived(B, "2"),
                                new Content.Correction(A, SECRET + "!")),
                        arriving(
                                chat,
                                Profile.ME,
                                archived("m", "3"),
                                new Content.Text("> " + SECRET + "\nno", reply, Optional.empty())),
                        arriving(chat, Profile.HIM, archived("r", "4"), new Content.Retraction(A)),
                        arriving(chat, Profile.ME, archived("f", "5"), new Content.Retraction(A)),
                        arriving(chat, Profile.HIM, archived("o", "6"), text("other")));
        for (int seed = 0; seed < 60; seed++) {
            var random = new Random(seed);
            try (var world = Profile.inMemory()) {
                var fresh = new MessageStore(world.db());
                var order = new ArrayList<>(all);
                order.addAll(all);
                Collections.shuffle(order, random);
                for (var each : order) {
                    world.now = world.now.plusSeconds(1);
                    world.in(() -> fresh.add(each));
                }
                var held = world.in(() -> fresh.newest(chat, 100));
                assertThat(held.stream().map(RetractionsOrderTest::shown).distinct().sorted())
                        .as("seed %s", seed)
                        .containsExactly("-", "no", "other");
                assertThat(secrets(world)).as("seed %s", seed).isEmpty();
            }
        }
    }
}
