package kith;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import kith.lab.ArchivedMessage;

import org.junit.jupiter.api.Test;

import java.util.List;

/// What is known of one message on both sides: its ids, what happened to it and when, what it said
/// before, who has seen it.
class TwoWindowsDetailsTest extends TwoWindowsFixture {

    private static final String SECOND = "\\d{1,2} \\w{3} \\d{4}, \\d{2}:\\d{2}:\\d{2}";

    /// What a Kith calls the device that it is on.
    private static final String DEVICE = "Kith\\.[0-9a-f]{8}";

    TwoWindowsDetailsTest() {
        super("ledge");
    }

    @Test
    void ofOneBetweenTwo() {
        var friends = atTheirWindows().low().slim();
        var annas = friends.annas();
        var bobs = friends.bobs();
        bobs.use().goTo("Anna");
        annas.use().goTo("Bob");
        annas.say("Meet at the pier");
        bobs.awaitMessage("Anna", "Meet at the pier");
        annas.awaitMessage("You", "Meet at the pier", "Read");

        var hers = KithDetails.of(annas, "Meet at the pier");
        var id = hers.value("Id");
        assertThat(id).isNotBlank();
        assertThat(hers.value("From")).isEqualTo(anna.jid().toString());
        assertThat(hers.value("Delivery")).isEqualTo("Read");
        assertThat(hers.value("Encryption")).isEqualTo("To your server; not end to end");
        for (var step : List.of("Written", "Sent", "On the server")) {
            assertThat(hers.value(step)).as(step).matches(SECOND);
        }
        assertThat(hers.value("Delivered")).matches(SECOND + " · " + DEVICE);
        assertThat(hers.value("Read")).matches(SECOND + " · " + DEVICE);
        assertThat(device(hers.value("Read"))).isEqualTo(device(hers.value("Delivered")));
        hers.copy("Id");
        assertThat(OwnClipboard.words()).isEqualTo(id);
        annas.picture("own-details");
        hers.close();

        var his = KithDetails.of(bobs, "Meet at the pier");
        assertThat(his.value("Id")).isEqualTo(id);
        assertThat(his.value("From")).isEqualTo(anna.jid().toString());
        assertThat(his.value("Archive id")).isEqualTo(archiveId(id));
        assertThat(his.value("Encryption")).isEqualTo("To your server; not end to end");
        assertThat(his.value("Arrived here")).matches(SECOND);
        assertThat(his.value("Read here")).matches(SECOND);
        assertThat(his.lines()).noneMatch(line -> line.startsWith("Delivery: "));
        his.close();
    }

    @Test
    void ofOneThatWasEdited() {
        var friends = atTheirWindows().low().slim();
        var annas = friends.annas();
        var bobs = friends.bobs();
        annas.use().goTo("Bob");
        bobs.use().goTo("Anna");
        bobs.say("At ten");
        annas.awaitMessage("Bob", "At ten");
        bobs.press(KeyCode.UP);
        bobs.awaitComposer("At ten");
        bobs.press(CONTROL, KeyCode.A);
        bobs.write("At noon");
        bobs.press(KeyCode.ENTER);
        for (var window : List.of(annas, bobs)) {
            window.awaitMessage("At noon", "edited");
            var details = KithDetails.of(window, "At noon");
            assertThat(details.lines())
                    .filteredOn(line -> line.contains(": At "))
                    .extracting(line -> line.replaceFirst(".*: ", ""))
                    .containsExactly("At ten", "At noon");
            window.picture("versions");
            details.close();
            window.awaitNoMessage("At ten");
        }
    }

    @Test
    void ofOneInARoom() {
        var friends = inTheRoom().low().slim();
        var annas = friends.annas();
        var bobs = friends.bobs();
        var ledge = room.getLocalpart().toString();
        annas.use().goTo(ledge);
        annas.say("Who is up?");
        bobs.awaitText("1 unread");
        bobs.use().goTo("Anna");
        bobs.say("In a moment");
        annas.awaitText("1 unread"); // what he told before that is here, too
        assertThat(annas.shows("Seen by")).isFalse();
        bobs.goTo(ledge);
        annas.awaitText("Seen by Bob");
        bobs.say("I am");
        bobs.awaitText("Seen by Anna");

        var hers = KithDetails.of(annas, "Who is up?");
        assertThat(hers.value("Seen by")).isEqualTo("Bob");
        hers.close();
        var his = KithDetails.of(bobs, "Who is up?");
        assertThat(his.value("Id")).isEqualTo(hers.value("Id"));
        assertThat(his.value("Archive id")).isEqualTo(hers.value("Archive id"));
        assertThat(his.value("From")).isEqualTo(room + "/Anna");
        his.close();
    }

    /// The one that a step of a message names.
    private static String device(String step) {
        return step.replaceFirst(".* · ", "");
    }

    /// What Bob's archive calls a message.
    private String archiveId(String id) {
        return server().archiveOf(bob.jid()).stream()
                .filter(message -> message.messageId().equals(id))
                .map(ArchivedMessage::archiveId)
                .findFirst()
                .orElseThrow();
    }
}
