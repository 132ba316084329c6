package kith;

import static org.assertj.core.api.Assertions.assertThat;

import kith.session.RecordedNotices;
import kith.session.notify.Notice;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/// A chat that is muted for a time: nothing of it is told on the desktop until the time is over.
class TwoWindowsMutedTest extends TwoWindowsFixture {

    /// It looks each minute whether the time is over.
    private static final int FASTER = 30;

    TwoWindowsMutedTest() {
        super("lodge");
    }

    @Test
    void untilItsTimeIsOver() {
        var clock = new OffsetClock();
        var annaThere = user("Anna", anna, "anna", ours -> new FastTime(ours, FASTER), clock);
        var bobThere = user("Bob", bob, "bob");
        var desktop = new RecordedNotices();
        annaThere.kith().session().notifier().begin(desktop);
        annaThere.enter(room);
        var lodge = room.getLocalpart().toString();
        var annas = window("Anna", annaThere).low();
        var bobs = window("Bob", bobThere);
        bobs.use().goTo("Anna");
        bobs.say("Told");
        awaitTold(annas, desktop, "Told");
        annas.use().goTo("Bob");
        annas.awaitMessage("Bob", "Told");
        annas.awaitShown("nothing on the desktop", () -> desktop.standing().isEmpty());
        annas.goTo(lodge);

        mute(annas, lodge);
        clock.advance(Duration.ofMinutes(4));
        mute(annas, "Bob");
        bobs.use().say("Not told");
        annas.awaitText("1 unread");
        clock.advance(Duration.ofMinutes(57));
        annas.awaitShown("the room no more muted", () -> !isMuted(annas, lodge));
        bobs.say("Nor this");
        annas.awaitText("2 unread");
        assertThat(isMuted(annas, "Bob")).as("three minutes before its time is over").isTrue();
        annas.picture("muted");
        clock.advance(Duration.ofMinutes(4));
        annas.awaitNoText("Muted");
        bobs.say("Told again");
        annas.awaitText("3 unread");
        awaitTold(annas, desktop, "Told again");
        assertThat(words(desktop.all())).containsExactly("Told", "Told again");
        annas.picture("over");

        annas.use().goTo("Bob");
        for (var said : List.of("Not told", "Nor this", "Told again")) {
            annas.awaitMessage("Bob", said);
            bobs.awaitMessage("You", said, "Read");
        }
        annas.awaitShown("nothing on the desktop", () -> desktop.standing().isEmpty());
    }

    private static void mute(KithWindow window, String chat) {
        new KithPointer(window).choose(KithPointer.chat(chat), "Mute for 1 hour");
        window.awaitShown(chat + " muted", () -> isMuted(window, chat));
    }

    /// What the list says.
    private static boolean isMuted(KithWindow window, String chat) {
        return window.spoken(".chats .list-cell:filled").stream()
                .anyMatch(it -> it.startsWith(chat + ", ") && it.contains(", Muted, "));
    }

    private static void awaitTold(KithWindow window, RecordedNotices desktop, String words) {
        window.awaitShown(
                "“" + words + "” on the desktop",
                () -> words(desktop.standing()).equals(List.of(words)));
    }

    private static List<String> words(List<Notice> notices) {
        return notices.stream()
                .map(it -> ((Notice.Messages) it).newest().words().orElseThrow())
                .toList();
    }
}
