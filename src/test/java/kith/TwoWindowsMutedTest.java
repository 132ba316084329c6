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
        var clock = new AdvancedClock();
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

        new KithPointer(annas).choose(KithPointer.chat("Bob"), "Mute for 1 hour");
        annas.awaitText("Muted");
        bobs.use().say("Not told");
        annas.awaitText("1 unread");
        clock.advance(Duration.ofMinutes(58));
        bobs.say("Nor this");
        annas.awaitText("2 unread");
        assertThat(annas.shows("Muted")).isTrue();
        annas.picture("muted");
        clock.advance(Duration.ofMinutes(3));
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
