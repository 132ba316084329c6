package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Content;
import kith.model.Message;
import kith.model.Reply;
import kith.store.MessageStore.Direction;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/// Messages that were corrected or answered and are taken back: no word of theirs stays there.
class RetractedCorrectionsTest extends RetractionsFixture {

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
}
