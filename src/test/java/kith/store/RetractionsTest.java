package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.LocalFile;
import kith.model.Message;
import kith.model.Moderation;
import kith.model.Refusal;
import kith.store.MessageStore.Direction;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Optional;

/// Which messages are taken back, by whom, and that their words are gone then (H15 of the
/// reliability rules; XEP-0424, XEP-0425).
class RetractionsTest extends RetractionsFixture {

    private static final Delivery FAILED =
            new Delivery.Failed(Refusal.of(Refusal.Reason.TIMED_OUT));

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
    void h15NobodyElseTakesItBack() {
        add(chat, Profile.HIM, A, text(SECRET));
        retract(chat, Profile.ME, A);
        add(chat, Profile.ME, B, text("mine"));
        retract(chat, Profile.HIM, B);
        retract(profile.chat(Profile.entity("mercutio@montague.example")), Profile.HIM, A);
        moderate(chat, Profile.HIM, A, "romeo");
        assertThat(shown(chat)).containsExactly(SECRET, "mine");
    }

    @Test
    void h15InARoomTheOccupantCountsAndTheRoomsId() {
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
    void h15InARoomWithoutOccupantIdsNobodyDoesButWeFromHere() {
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
    void h15TheRoomRemovesWhateverIsInItAndSaysWhoAndWhy() {
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

    /// One of ours that the server has.
    private Message said(String id, String words) {
        queue(chat, id, text(words));
        deliver(id, Delivery.ON_SERVER);
        return newest(chat).getLast();
    }

    private Message queue(ChatKey to, String id, Content content) {
        profile.now = profile.now.plusSeconds(1);
        var kind = to.equals(room) ? Chat.Kind.ROOM : Chat.Kind.CONTACT;
        return profile.in(() -> store.queue(to, kind, id, Profile.ME, content, profile.now));
    }

    private void deliver(String id, Delivery delivery) {
        profile.in(() -> store.deliver(profile.account(), id, delivery));
    }
}
