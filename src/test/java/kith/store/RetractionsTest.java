package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Author;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.LocalFile;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.Moderation;
import kith.model.Refusal;
import kith.model.Reply;
import kith.store.MessageStore.Direction;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// Which messages are taken back, and that their words are gone then (H15 and R13 of the
/// reliability rules; XEP-0424, XEP-0425).
class RetractionsTest {

    private static final String SECRET = "the vault is open";
    private static final String A = "a0000000-0000-4000-8000-000000000000";
    private static final String B = "b0000000-0000-4000-8000-000000000000";
    private static final int MANY = 2_000;

    /// More than are looked at of those with one name.
    private static final int CROWD = 120;

    private static final Delivery FAILED =
            new Delivery.Failed(Refusal.of(Refusal.Reason.TIMED_OUT));

    private final Profile profile = Profile.inMemory();
    private final MessageStore store = new MessageStore(profile.db());
    private final ChatKey chat = profile.chat(Profile.ROMEO);
    private final ChatKey room = profile.chat(Profile.ROOM);

    @AfterEach
    void close() {
        profile.close();
    }

    @Test
    void theSenderTakesItBackAndTheWordsAreGone() {
        add(chat, Profile.HIM, A, text(SECRET));
        var before = newest(chat).getFirst();
        retract(chat, Profile.HIM, A);
        var after = newest(chat).getFirst();
        assertThat(after.content()).isEqualTo(Content.RETRACTED);
        assertThat(after.words()).isEmpty();
        assertThat(after.key()).isEqualTo(before.key());
        assertThat(after.ids()).isEqualTo(before.ids());
        assertThat(after.at()).isEqualTo(before.at());
        assertThat(after.author()).isEqualTo(before.author());
        assertThat(profile.in(store::takeRetracted)).containsExactly(after.key());
        assertThat(newest(chat)).hasSize(1);
        assertSecretIsGone();
    }

    /// Where it is, what it is called and how large it is; copies that come later bring none of
    /// that back.
    @Test
    void aFileIsGoneAsWordsAre() {
        var size = 7_654_321L;
        var url = "https://d.example/the%20vault%20is%20open.mov";
        var file =
                new Content.File(
                        Optional.of(url), SECRET + ".mov", Optional.of(size), Optional.of("vault"));
        add(chat, Profile.HIM, A, file);
        assertThat(unread()).isEqualTo(1);
        retract(chat, Profile.HIM, A);
        assertThat(newest(chat).getFirst().content()).isEqualTo(Content.RETRACTED);
        assertThat(unread()).isZero();
        add(chat, Profile.HIM, A, file);
        assertThat(shown(chat)).containsExactly("-");
        addArchived(room, occupant("romeo", "o-1"), B, "s-1", file);
        moderate(room, theRoom(), "s-1", "nurse");
        assertThat(shown(room)).containsExactly("-");
        assertSecretIsGone();
        assertThat(holding(Long.toString(size))).isEmpty();
    }

    @Test
    void oneThatTakesBackAFileMayComeFirst() {
        retract(chat, Profile.HIM, A);
        var url = Optional.of("https://d.example/vault.mov");
        add(
                chat,
                Profile.HIM,
                A,
                new Content.File(url, "vault.mov", Optional.empty(), Optional.empty()));
        assertThat(shown(chat)).containsExactly("-");
        assertThat(unread()).isZero();
        assertSecretIsGone();
    }

    /// Nor is anything left of where it lies here.
    @Test
    void aFileThatWaitsIsBroughtNowhere() {
        var file =
                new LocalFile(
                        Path.of("/home/juliet/vault.mov"),
                        "vault.mov",
                        6,
                        profile.now,
                        "video/mov");
        profile.in(() -> store.queue(chat, Chat.Kind.CONTACT, A, Profile.ME, file, profile.now));
        retract(chat, Profile.ME, A);
        assertThat(shown(chat)).containsExactly("-");
        assertThat(profile.in(() -> store.outstanding(profile.account()))).isEmpty();
        assertThat(profile.in(store::pending)).isEmpty();
        var uploads = new UploadStore(profile.db());
        assertThat(profile.in(() -> uploads.waiting(profile.account()))).isEmpty();
        assertThat(profile.in(uploads::names)).isEmpty();
        assertSecretIsGone();
    }

    @Test
    void H15_nobodyElseTakesItBack() {
        add(chat, Profile.HIM, A, text(SECRET));
        retract(chat, Profile.ME, A);
        add(chat, Profile.ME, B, text("mine"));
        retract(chat, Profile.HIM, B);
        retract(profile.chat(Profile.entity("mercutio@montague.example")), Profile.HIM, A);
        moderate(chat, Profile.HIM, A, "romeo");
        assertThat(shown(chat)).containsExactly(SECRET, "mine");
    }

    @Test
    void H15_inARoomTheOccupantCountsAndTheRoomsId() {
        addArchived(room, occupant("romeo", "o-1"), A, "s-1", text(SECRET));
        retract(room, occupant("romeo", "o-2"), "s-1");
        retract(room, occupant("romeo", ""), "s-1");
        retract(room, withOurNick("o-9"), "s-1");
        retract(room, occupant("romeo", "o-1"), A);
        assertThat(shown(room)).containsExactly(SECRET);
        retract(room, occupant("montague", "o-1"), "s-1");
        assertThat(shown(room)).containsExactly("-");
        assertSecretIsGone();
    }

    @Test
    void H15_inARoomWithoutOccupantIdsNobodyDoesButWeFromHere() {
        addArchived(room, occupant("romeo", ""), A, "s-1", text("his"));
        addArchived(room, withOurNick(""), B, "s-2", text("ours"));
        retract(room, occupant("romeo", ""), "s-1");
        retract(room, withOurNick(""), "s-2");
        assertThat(shown(room)).containsExactly("his", "ours");
        queue(room, "1", new Content.Retraction("s-2"));
        deliver("1", Delivery.ON_SERVER);
        assertThat(shown(room)).containsExactly("his", "-");
    }

    @Test
    void inARoomWeAreWhoHasTheIdThatItGaveUs() {
        queue(room, B, text("from here"));
        addArchived(room, withOurNick("o-9"), B, "s-1", text("from here"));
        retract(room, occupant("juliet's phone", "o-9"), "s-1");
        assertThat(shown(room)).containsExactly("-");
    }

    @Test
    void theRoomRemovesWhateverIsInItAndSaysWhoAndWhy() {
        addArchived(room, occupant("romeo", "o-1"), A, "s-1", text(SECRET));
        moderate(room, theRoom(), "s-1", "nurse");
        assertThat(newest(room).getFirst().content())
                .isEqualTo(
                        new Content.Retracted(Optional.of(new Moderation("nurse", "off topic"))));
        assertSecretIsGone();
    }

    /// Whichever is heard first.
    @Test
    void ofTwoThatTakeItBackTheRoomCounts() {
        addArchived(room, occupant("romeo", "o-1"), A, "s-1", text(SECRET));
        addArchived(room, occupant("romeo", "o-1"), B, "s-2", text(SECRET));
        moderate(room, theRoom(), "s-1", "nurse");
        retract(room, occupant("romeo", "o-1"), "s-1");
        retract(room, occupant("romeo", "o-1"), "s-2");
        moderate(room, theRoom(), "s-2", "nurse");
        moderate(room, theRoom(), "s-2", "friar");
        assertThat(newest(room))
                .extracting(Message::content)
                .containsOnly(
                        new Content.Retracted(Optional.of(new Moderation("nurse", "off topic"))));
    }

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
    void H15_namesakesOfAnotherHideNothing() {
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
    void H15_manyWhoMayNotHideNobodyWhoMay() {
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

    @Test
    void correctionsGoWithIt() {
        say(A, SECRET);
        add(chat, Profile.HIM, "c", new Content.Correction(A, SECRET + " at noon"));
        retract(chat, Profile.HIM, A);
        assertThat(shown(chat)).containsExactly("-");
        add(chat, Profile.HIM, "d", new Content.Correction(A, SECRET + " at night"));
        assertThat(shown(chat)).containsExactly("-");
        assertSecretIsGone();
    }

    @Test
    void soTheyDoWhereTheyComeBeforeTheMessage() {
        retract(chat, Profile.HIM, A);
        add(chat, Profile.HIM, "c", new Content.Correction(A, SECRET + " at noon"));
        assertThat(shown(chat)).containsExactly("-");
        page(Direction.OLDER, chat, arriving(chat, Profile.HIM, ids(A), text(SECRET)));
        assertThat(shown(chat)).containsExactly("-");
        assertSecretIsGone();
    }

    @Test
    void whoNamesTheCorrectionMeansTheMessage() {
        say(A, SECRET);
        add(chat, Profile.HIM, B, new Content.Correction(A, SECRET + " at noon"));
        retract(chat, Profile.HIM, B);
        assertThat(shown(chat)).containsExactly("-");
        assertSecretIsGone();
    }

    @Test
    void inARoomACorrectionIsTakenBackWithAMessageThatComesLater() {
        addArchived(room, occupant("romeo", "o-1"), B, "s-2", new Content.Correction(A, SECRET));
        retract(room, occupant("romeo", "o-1"), "s-2");
        assertThat(shown(room)).containsExactly("-");
        page(
                Direction.OLDER,
                room,
                arriving(room, occupant("romeo", "o-1"), archived(A, "s-1"), text(SECRET)));
        assertThat(shown(room)).containsExactly("-");
        assertSecretIsGone();
    }

    @Test
    void answersRepeatItNoMore() {
        say(A, SECRET);
        var reply = Optional.of(new Reply(A, Optional.of(Profile.ROMEO), SECRET.length() + 3));
        var quoting = new Content.Text("> " + SECRET + "\nno", reply, Optional.empty());
        add(chat, Profile.ME, "q", quoting);
        add(
                chat,
                Profile.ME,
                "e",
                new Content.Correction("q", quoting.body() + "!", reply, Optional.empty()));
        retract(chat, Profile.HIM, A);
        add(chat, Profile.HIM, "l", quoting);
        assertThat(newest(chat)).extracting(Message::quote).containsOnly(Optional.empty());
        assertThat(shown(chat)).containsExactly("-", "no!", "no");
        var last = newest(chat).getLast();
        assertThat(profile.in(() -> store.answered(last)))
                .hasValueSatisfying(answered -> assertThat(answered.isRetracted()).isTrue());
        assertSecretIsGone();
    }

    /// Of a message that answered nothing before it was changed.
    @Test
    void aCorrectionThatAnswersRepeatsItNoMore() {
        say(A, SECRET);
        add(chat, Profile.ME, "q", text("no"));
        var reply = Optional.of(new Reply(A, Optional.of(Profile.ROMEO), SECRET.length() + 3));
        var body = "> " + SECRET + "\n";
        add(
                chat,
                Profile.ME,
                "e",
                new Content.Correction("q", body + "never", reply, Optional.empty()));
        profile.in(store::takeRetracted);
        retract(chat, Profile.HIM, A);
        assertThat(shown(chat)).containsExactly("-", "never");
        assertThat(profile.in(store::takeRetracted)).contains(newest(chat).getLast().key());
        assertSecretIsGone();
        add(
                chat,
                Profile.ME,
                "f",
                new Content.Correction("q", body + "no, never", reply, Optional.empty()));
        assertThat(shown(chat)).containsExactly("-", "no, never");
        assertSecretIsGone();
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

    /// Who and why, only the room itself says.
    @Test
    void theMarkOfARoomSaysByWhomOnceTheRoomHasSaidSo() {
        page(
                Direction.NEWEST,
                room,
                arriving(room, occupant("romeo", "o-1"), archived(A, "s-1"), Content.RETRACTED));
        assertThat(newest(room).getFirst().content()).isEqualTo(Content.RETRACTED);
        moderate(room, theRoom(), "s-1", "nurse");
        assertThat(newest(room).getFirst().content())
                .isEqualTo(
                        new Content.Retracted(Optional.of(new Moderation("nurse", "off topic"))));
    }

    @Test
    void whatIsUnreadIsLess() {
        say(A, SECRET);
        say(B, "two");
        assertThat(unread()).isEqualTo(2);
        retract(chat, Profile.HIM, A);
        retract(chat, Profile.HIM, A);
        assertThat(unread()).isEqualTo(1);
        profile.run(db -> new ChatStore(db).markRead(chat, true));
        say("c0000000-0000-4000-8000-000000000000", "three");
        retract(chat, Profile.HIM, B);
        assertThat(unread()).as("what was read counts no more").isEqualTo(1);
    }

    @Test
    void onAPageWhatIsTakenBackIsNeverUnread() {
        say("x", "begin");
        page(
                Direction.OVERLAP,
                chat,
                arriving(chat, Profile.HIM, archived(A, "s-1"), text(SECRET)),
                arriving(chat, Profile.HIM, archived("r", "s-2"), new Content.Retraction(A)));
        assertThat(unread()).isEqualTo(1);
        assertThat(shown(chat)).containsExactly("begin", "-");
    }

    @Test
    void oneAloneMakesNoChat() {
        retract(chat, Profile.HIM, A);
        moderate(room, theRoom(), "s-1", "nurse");
        assertThat(profile.in(() -> new ChatStore(profile.db()).all())).isEmpty();
    }

    /// Nobody is told what could not be told.
    @Test
    void oursCountsOnceTheServerHasIt() {
        var mine = said(B, SECRET);
        var taking = queue(chat, "1", new Content.Retraction(B));
        assertThat(newest(chat).getFirst().content()).isEqualTo(Content.RETRACTED);
        assertThat(newest(chat).getFirst().retracting())
                .contains(new Message.Retracting(taking.key(), Delivery.QUEUED));
        deliver("1", FAILED);
        assertThat(shown(chat)).containsExactly(SECRET);
        assertThat(newest(chat).getFirst().retracting())
                .contains(new Message.Retracting(taking.key(), FAILED));
        profile.in(() -> store.requeue(profile.account(), "1"));
        assertThat(shown(chat)).containsExactly("-");
        deliver("1", Delivery.SENDING);
        deliver("1", Delivery.ON_SERVER);
        assertThat(newest(chat).getFirst().retracting()).isEmpty();
        assertThat(newest(chat).getFirst().key()).isEqualTo(mine.key());
        assertSecretIsGone();
    }

    @Test
    void oursMayBeTakenBackItself() {
        said(B, SECRET);
        var taking = queue(chat, "1", new Content.Retraction(B));
        profile.in(store::takeRetracted);
        assertThat(profile.in(() -> store.discard(taking))).isTrue();
        assertThat(shown(chat)).containsExactly(SECRET);
        assertThat(profile.in(store::takeRetracted)).containsExactly(newest(chat).getFirst().key());
    }

    @Test
    void whatWaitsWaitsNoMoreOnceItIsTakenBack() {
        queue(chat, B, text(SECRET));
        deliver(B, Delivery.SENDING);
        queue(chat, "1", new Content.Retraction(B));
        deliver("1", Delivery.ON_SERVER);
        assertThat(profile.in(() -> store.outstanding(profile.account()))).isEmpty();
        assertThat(profile.in(store::pending)).isEmpty();
        say("x", "later");
        assertThat(shown(chat)).containsExactly("-", "later");
        assertSecretIsGone();
    }

    @Test
    void allIsAsItWasAfterARestart() {
        say(A, SECRET);
        retract(chat, Profile.HIM, A);
        said(B, "mine");
        queue(chat, "1", new Content.Retraction(B));
        profile.run(
                db -> {
                    var again = new MessageStore(db).newest(chat, 10);
                    assertThat(again).extracting(Message::isRetracted).containsExactly(true, true);
                });
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
                assertThat(held.stream().map(RetractionsTest::shown).distinct().sorted())
                        .as("seed %s", seed)
                        .containsExactly("-", "no", "other");
                assertThat(secrets(world)).as("seed %s", seed).isEmpty();
            }
        }
    }

    @Test
    @Timeout(60)
    void manyOfOneMessageAndManyAnswersAreNoWork() {
        say(A, SECRET);
        var reply = Optional.of(new Reply(A, Optional.empty(), SECRET.length() + 3));
        profile.run(
                _ ->
                        IntStream.range(0, MANY)
                                .mapToObj(
                                        i ->
                                                arriving(
                                                        chat,
                                                        Profile.HIM,
                                                        ids("q" + i),
                                                        new Content.Text(
                                                                "> " + SECRET + "\n" + i,
                                                                reply,
                                                                Optional.empty())))
                                .forEach(store::add));
        profile.run(
                _ ->
                        IntStream.range(0, MANY)
                                .mapToObj(
                                        i ->
                                                arriving(
                                                        chat,
                                                        Profile.HIM,
                                                        ids("r" + i),
                                                        new Content.Retraction(A)))
                                .forEach(store::add));
        assertThat(shown(chat)).startsWith("1900");
        assertSecretIsGone();
    }

    /// However many there have been before.
    @Test
    void oneMoreCorrectionOrRetractionIsNoMoreWork() {
        say(A, SECRET);
        retract(chat, Profile.HIM, A);
        correct(5);
        profile.run(db -> db.update("SET QUERY_STATISTICS TRUE"));
        long few = statementsOf(() -> correct(1));
        long once = statementsOf(() -> retract(chat, Profile.HIM, A));
        correct(50);
        assertThat(statementsOf(() -> correct(1))).isEqualTo(few);
        assertThat(statementsOf(() -> retract(chat, Profile.HIM, A))).isEqualTo(once);
        assertThat(shown(chat)).containsExactly("-");
        assertSecretIsGone();
    }

    @Test
    void correctionsOfCorrectionsAreGoneWithTheMessage() {
        say(A, SECRET);
        retract(chat, Profile.HIM, A);
        add(chat, Profile.HIM, "x", text("other"));
        page(
                Direction.NEWEST,
                chat,
                arriving(chat, Profile.HIM, ids("d"), new Content.Correction(B, SECRET + "!!")));
        page(
                Direction.OLDER,
                chat,
                arriving(chat, Profile.HIM, ids(B), new Content.Correction(A, SECRET + "!")));
        assertThat(shown(chat)).containsExactly("-", "other");
        assertSecretIsGone();
    }

    private void correct(int times) {
        for (int i = 0; i < times; i++) {
            var id = "c" + profile.now.toEpochMilli();
            add(chat, Profile.HIM, id, new Content.Correction(A, SECRET + i));
        }
    }

    private long statementsOf(Runnable work) {
        long before = statements();
        work.run();
        return statements() - before;
    }

    private long statements() {
        return profile
                .in(
                        () ->
                                profile.db()
                                        .query(
                                                "SELECT execution_count FROM"
                                                        + " information_schema.query_statistics WHERE"
                                                        + " sql_statement NOT LIKE '%_statistics%'",
                                                row -> row.getLong(1)))
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private void assertSecretIsGone() {
        assertThat(secrets(profile)).isEmpty();
    }

    /// What of all that the history holds has the words.
    private static List<String> secrets(Profile of) {
        return holding(of, "vault");
    }

    private List<String> holding(String part) {
        return holding(profile, part);
    }

    private static List<String> holding(Profile of, String part) {
        return of.in(() -> of.db().query("SCRIPT", row -> row.getString(1))).stream()
                .filter(line -> line.contains(part))
                .toList();
    }

    private void say(String id, String words) {
        add(chat, Profile.HIM, id, text(words));
    }

    /// One of ours that the server has.
    private Message said(String id, String words) {
        queue(chat, id, text(words));
        deliver(id, Delivery.ON_SERVER);
        return newest(chat).getLast();
    }

    private void retract(ChatKey in, Author author, String target) {
        add(in, author, "r" + profile.now.toEpochMilli(), new Content.Retraction(target));
    }

    private void moderate(ChatKey in, Author author, String target, String by) {
        var moderation = Optional.of(new Moderation(by, "off topic"));
        add(
                in,
                author,
                "r" + profile.now.toEpochMilli(),
                new Content.Retraction(target, moderation));
    }

    private void add(ChatKey to, Author author, String id, Content content) {
        profile.now = profile.now.plusSeconds(1);
        profile.in(() -> store.add(arriving(to, author, ids(id), content)));
    }

    private void addArchived(ChatKey to, Author author, String id, String name, Content content) {
        profile.now = profile.now.plusSeconds(1);
        profile.in(() -> store.add(arriving(to, author, archived(id, name), content)));
    }

    private ArrivingMessage arriving(ChatKey to, Author author, MessageIds ids, Content content) {
        var kind = to.equals(room) ? Chat.Kind.ROOM : Chat.Kind.CONTACT;
        return new ArrivingMessage(to, kind, ids, author, profile.now, content);
    }

    private void page(Direction direction, ChatKey of, ArrivingMessage... page) {
        var archive = of.equals(room) ? room : profile.archive();
        profile.in(() -> store.addPage(archive, List.of(page), direction));
    }

    private Message queue(ChatKey to, String id, Content content) {
        profile.now = profile.now.plusSeconds(1);
        var kind = to.equals(room) ? Chat.Kind.ROOM : Chat.Kind.CONTACT;
        return profile.in(() -> store.queue(to, kind, id, Profile.ME, content, profile.now));
    }

    private void deliver(String id, Delivery delivery) {
        profile.in(() -> store.deliver(profile.account(), id, delivery));
    }

    private int unread() {
        return profile.in(() -> store.unread(chat));
    }

    private List<Message> newest(ChatKey of) {
        return profile.in(() -> store.newest(of, 100));
    }

    private List<String> shown(ChatKey of) {
        return newest(of).stream().map(RetractionsTest::shown).toList();
    }

    private static String shown(Message message) {
        return message.isRetracted() ? "-" : message.words().orElseThrow();
    }

    private static Content.Text text(String words) {
        return new Content.Text(words);
    }

    private static MessageIds ids(String id) {
        return new MessageIds(id, Optional.empty(), Optional.empty());
    }

    private static MessageIds archived(String id, String name) {
        return new MessageIds(id, Optional.empty(), Optional.of(name));
    }

    private static Author theRoom() {
        return new Author(Profile.ROOM, Optional.empty(), false);
    }

    private static Author occupant(String nick, String id) {
        var occupant = Profile.occupant(nick);
        return new Author(
                occupant.address(), Optional.of(id).filter(each -> !each.isEmpty()), false);
    }

    private static Author withOurNick(String id) {
        var occupant = occupant("juliet", id);
        return new Author(occupant.address(), occupant.occupantId(), true);
    }
}
