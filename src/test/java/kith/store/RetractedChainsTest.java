package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Author;
import kith.model.Chat;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.Refusal;
import kith.store.MessageStore.Direction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.stream.IntStream;

/// Corrections that show themselves, because what they are for isn't here or can't be corrected: of
/// a retraction, say, which only a broken or hostile program sends. With one that is taken back go
/// those that name it, whichever comes first.
class RetractedChainsTest extends RetractionsFixture {

    private static final String C = "c0000000-0000-4000-8000-000000000000";
    private static final String D = "d0000000-0000-4000-8000-000000000000";
    private static final String R = "e0000000-0000-4000-8000-000000000000";

    @Test
    void whatCorrectsACorrectionGoesWithIt() {
        say(D, "other");
        retract(chat, Profile.HIM, D);
        chain(Profile.HIM);
        assertThat(shown(chat)).containsExactly("-", SECRET, SECRET + "!", SECRET + "!!");
        retract(chat, Profile.HIM, A);
        assertThat(shown(chat)).containsExactly("-", "-", "-", "-");
        assertThat(profile.in(store::takeRetracted))
                .containsAll(newest(chat).stream().map(Message::key).toList());
        assertSecretIsGone();
    }

    @Test
    void whatItCorrectsStays() {
        chain(Profile.HIM);
        retract(chat, Profile.HIM, B);
        assertThat(shown(chat)).containsExactly(SECRET, "-", "-");
    }

    @Test
    void nobodyElsesCorrectionGoesWithIt() {
        add(chat, Profile.HIM, A, new Content.Correction(R, SECRET));
        add(chat, Profile.ME, B, new Content.Correction(A, "mine"));
        retract(chat, Profile.HIM, A);
        assertThat(shown(chat)).containsExactly("-", "mine");
        assertSecretIsGone();
    }

    @Test
    void inARoomTheOccupantsGoWithIt() {
        correct("o-1", A, "s-1", R, SECRET);
        correct("o-2", D, "s-2", A, "another's");
        correct("o-1", B, "s-3", A, SECRET + "!");
        moderate(room, theRoom(), "s-1", "nurse");
        correct("o-1", C, "s-4", B, SECRET + "!!");
        assertThat(shown(room)).containsExactly("-", "another's", "-", "-");
        assertThat(newest(room))
                .filteredOn(Message::isRetracted)
                .extracting(Message::content)
                .containsOnly(newest(room).getFirst().content());
        assertSecretIsGone();
    }

    /// In whatever order, the same is left.
    @Test
    void inAnyOrderTheSameIsLeft() {
        var all =
                List.of(
                        arriving(chat, Profile.HIM, archived(D, "1"), text("other")),
                        arriving(chat, Profile.HIM, archived(R, "2"), new Content.Retraction(D)),
                        arriving(chat, Profile.HIM, archived(A, "3"), correction(R, SECRET)),
                        arriving(chat, Profile.HIM, archived(B, "4"), correction(A, SECRET + "!")),
                        arriving(chat, Profile.HIM, archived(C, "5"), correction(B, SECRET + "?")),
                        arriving(chat, Profile.HIM, archived("r", "6"), new Content.Retraction(A)),
                        arriving(chat, Profile.HIM, archived("o", "7"), text("end")));
        for (int first = 0; first < 1 << all.size(); first++) {
            try (var world = Profile.inMemory()) {
                var fresh = new MessageStore(world.db());
                var mine = world.chat(Profile.ROMEO);
                int some = first;
                var ahead =
                        IntStream.range(0, all.size())
                                .filter(i -> (some >> i & 1) == 1)
                                .mapToObj(all::get)
                                .toList();
                world.in(() -> fresh.addPage(world.archive(), ahead, Direction.NEWEST));
                world.in(() -> fresh.addPage(world.archive(), all, Direction.OVERLAP));
                var held = world.in(() -> fresh.newest(mine, 100));
                assertThat(held.stream().map(RetractionsFixture::shown).sorted())
                        .as("first %s", ahead)
                        .containsExactly("-", "-", "-", "-", "end");
                assertThat(secrets(world)).as("first %s", ahead).isEmpty();
            }
        }
    }

    @Test
    void pageByPageTheSameIsLeft() {
        page(Direction.NEWEST, chat, arriving(chat, Profile.HIM, ids("o"), text("end")));
        page(
                Direction.OLDER,
                chat,
                arriving(chat, Profile.HIM, ids("r"), new Content.Retraction(A)));
        page(Direction.OLDER, chat, arriving(chat, Profile.HIM, ids(C), correction(B, SECRET)));
        assertThat(shown(chat)).containsExactly(SECRET, "end");
        page(Direction.OLDER, chat, arriving(chat, Profile.HIM, ids(B), correction(A, SECRET)));
        assertThat(shown(chat)).containsExactly("-", "-", "end");
        page(Direction.OLDER, chat, arriving(chat, Profile.HIM, ids(A), correction(R, SECRET)));
        assertThat(shown(chat)).containsExactly("-", "-", "-", "end");
        assertSecretIsGone();
    }

    /// What is gone already may still turn out to stand before what corrects it.
    @Test
    void whatIsGoneTakesWithItWhatNamesItOnceItStandsBeforeThat() {
        var said = arriving(chat, Profile.HIM, ids(R), text("nurse"));
        var corrected = arriving(chat, Profile.HIM, ids(A), correction(R, SECRET));
        profile.in(() -> store.addAhead(said));
        profile.in(() -> store.addAhead(corrected));
        profile.in(
                () ->
                        store.addAhead(
                                arriving(chat, Profile.HIM, ids("r"), new Content.Retraction(R))));
        page(Direction.NEWEST, chat, arriving(chat, Profile.HIM, ids(B), correction(A, SECRET)));
        assertThat(shown(chat)).containsExactly(SECRET, "-");
        page(Direction.OLDER, chat, said, corrected);
        assertThat(shown(chat)).containsExactly("-");
        assertSecretIsGone();
    }

    @Test
    void whereTheArchiveOnlyMarksItTheyGoToo() {
        var one = arriving(chat, Profile.HIM, archived(A, "s-1"), correction(R, SECRET));
        profile.in(() -> store.add(one));
        add(chat, Profile.HIM, B, correction(A, SECRET + "!"));
        page(
                Direction.OVERLAP,
                chat,
                arriving(chat, Profile.HIM, archived(A, "s-1"), Content.RETRACTED));
        add(chat, Profile.HIM, C, correction(B, SECRET + "!!"));
        assertThat(shown(chat)).containsExactly("-", "-", "-");
        assertSecretIsGone();
    }

    /// As with all that we take back, the words are there until the server has that.
    @Test
    void oursAreBackWhereTheServerRefuses() {
        chain(Profile.ME);
        queueRetraction();
        assertThat(shown(chat)).containsExactly("-", "-", "-");
        deliver(new Delivery.Failed(Refusal.of(Refusal.Reason.TIMED_OUT)));
        assertThat(shown(chat)).containsExactly(SECRET, SECRET + "!", SECRET + "!!");
        profile.in(() -> store.requeue(profile.account(), "r"));
        assertThat(shown(chat)).containsExactly("-", "-", "-");
        deliver(Delivery.ON_SERVER);
        assertThat(shown(chat)).containsExactly("-", "-", "-");
        assertSecretIsGone();
    }

    @Test
    void oursAreBackWhereWeThinkBetterOfIt() {
        chain(Profile.ME);
        var retraction = queueRetraction();
        assertThat(profile.in(() -> store.discard(retraction))).isTrue();
        assertThat(shown(chat)).containsExactly(SECRET, SECRET + "!", SECRET + "!!");
    }

    @Test
    @Timeout(60)
    void h14AChainOfThousandsThatIsTakenBackThousandsOfTimesIsNoWork() {
        addMany(i -> "vault" + (i + 1), i -> correction("vault" + i, SECRET));
        addMany(i -> "r" + i, _ -> new Content.Retraction("vault1"));
        assertThat(shown(chat)).containsOnly("-");
        assertThat(holding(SECRET)).isEmpty();
    }

    private void chain(Author author) {
        add(chat, author, A, correction(R, SECRET));
        add(chat, author, B, correction(A, SECRET + "!"));
        add(chat, author, C, correction(B, SECRET + "!!"));
    }

    /// Ours of the first of a chain.
    private Message queueRetraction() {
        var content = new Content.Retraction(A);
        return profile.in(
                () -> store.queue(chat, Chat.Kind.CONTACT, "r", Profile.ME, content, profile.now));
    }

    private void correct(String occupant, String id, String name, String target, String words) {
        addArchived(room, occupant("romeo", occupant), id, name, correction(target, words));
    }

    private void deliver(Delivery delivery) {
        profile.in(() -> store.deliver(profile.account(), "r", delivery));
    }

    private static Content.Correction correction(String target, String words) {
        return new Content.Correction(target, words);
    }
}
