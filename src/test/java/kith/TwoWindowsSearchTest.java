package kith;

import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;

import kith.lab.PastStanza;
import kith.ui.fx.Dragged;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/// What is looked for: words in all chats and in one, with filters, and the way from what is found
/// into the chat.
class TwoWindowsSearchTest extends TwoWindowsFixture {

    TwoWindowsSearchTest() {
        super("pier");
    }

    @Test
    void inAllChats(@TempDir Path files) throws IOException {
        var past = Instant.now().minus(Duration.ofDays(300));
        server().addConversation(
                        anna,
                        bob,
                        List.of(PastStanza.chat(bob.jid(), anna.jid(), past, "No ferry in March")));
        var friends = inTheRoom().low();
        var annas = friends.annas();
        var bobs = friends.bobs();
        var pier = room.getLocalpart().toString();
        bobs.use().goTo(pier);
        bobs.say("The ferry is full");
        bobs.goTo("Anna");
        bobs.say("The ferry leaves at nine");
        bobs.say("It leaves, the ferry, at eleven");
        bobs.say("Café https://hearth.example/pier");
        annas.use().goTo("Bob");
        annas.say("明天去北京大学");
        var plan = Files.writeString(files.resolve("plan.txt"), "nine");
        var pointer = new KithPointer(bobs);
        pointer.drop(() -> Dragged.files(plan));
        bobs.use().awaitText("plan.txt");
        bobs.press(KeyCode.ENTER);
        pointer.drop(() -> Dragged.picture(new WritableImage(40, 30), "boat"));
        bobs.awaitText("Picture.png");
        bobs.press(KeyCode.ENTER);
        bobs.say("Two ferries a day");
        annas.awaitMessage("Bob", "Two ferries a day");
        awaitIndexed(friends.anna(), "ferr*", 5);
        awaitIndexed(friends.anna(), "has:file", 2);

        var search = KithSearch.in(annas.use());
        search.look("ferry")
                .awaitFound(
                        "It leaves, the ferry", "leaves at nine", "is full", "No ferry in March");
        annas.picture("found");
        search.look("ferr*")
                .awaitFound("Two ferries", "It leaves", "at nine", "is full", "No ferry in March");
        search.look("\"ferry leaves\"").awaitFound("The ferry leaves at nine");
        search.look("cafe").awaitFound("Café");
        search.look("北京").awaitFound("明天去北京大学");
        search.look("ferry in:" + pier).awaitFound("The ferry is full");
        search.look("from:me").awaitFound("明天去北京大学");
        var between = LocalDate.now(ZoneId.systemDefault()).minusDays(100);
        search.look("ferry before:" + between).awaitFound("No ferry in March");
        search.look("from:Bob leaves after:" + between)
                .awaitFound("It leaves, the ferry", "leaves at nine");
        search.look("").filter("Has", "link").awaitFound("https://hearth.example/pier");
        search.unfilter("Has", "link").filter("Has", "picture").awaitFound("Picture.png");
        search.unfilter("Has", "picture").filter("Has", "file");
        search.awaitFound("Picture.png", "plan.txt");
        search.filter("From", "You");
        annas.awaitText("No messages match");
        annas.picture("nothing");
        search.unfilter("From", "You").unfilter("Has", "file");

        search.look("leaves").awaitFound("It leaves, the ferry", "leaves at nine");
        annas.awaitText("1 of 2");
        awaitAround(annas, "leaves at nine", "It leaves, the ferry", "Café");
        annas.click("Older message found");
        annas.awaitText("2 of 2");
        awaitAround(annas, "No ferry in March", "leaves at nine", "It leaves, the ferry");
        annas.click("Newer message found");
        annas.awaitText("1 of 2");
        awaitAround(annas, "leaves at nine", "It leaves, the ferry", "Café");
        annas.press(KeyCode.DOWN);
        annas.awaitText("2 of 2");
        annas.picture("around");
        annas.click("Open chat");
        annas.awaitComposer("");
        awaitInOrder(
                annas,
                ".chat-page .message-row",
                "No ferry in March",
                "leaves at nine",
                "It leaves, the ferry");
        annas.say("At nine, then");
        bobs.awaitMessage("Anna", "At nine, then");

        bobs.press(KeyCode.UP);
        bobs.awaitComposer("Two ferries a day");
        bobs.press(CONTROL, KeyCode.A);
        bobs.write("Three boats a day");
        bobs.press(KeyCode.ENTER);
        bobs.toMessage("leaves, the ferry");
        bobs.press(CONTROL, SHIFT, KeyCode.D);
        bobs.click("Delete for everyone");
        annas.awaitMessage("Three boats a day", "edited");
        annas.awaitNoMessage("leaves, the ferry");
        for (var there : List.of(friends.anna(), friends.bob())) {
            awaitIndexed(there, "boats", 1);
            awaitIndexed(there, "leaves", 1);
        }
        for (var window : List.of(annas, bobs)) {
            var again = KithSearch.in(window.use());
            again.look("ferries");
            window.awaitText("No messages match “ferries”");
            again.look("leaves").awaitFound("The ferry leaves at nine");
            again.look("boats").awaitFound("Three boats a day");
        }
        awaitAround(bobs, "Picture.png", "Three boats a day", "At nine, then");
        bobs.press(KeyCode.ENTER);
        bobs.awaitComposer("");
        bobs.awaitMessage("You", "Three boats a day");
        bobs.awaitMessage("Anna", "At nine, then");
    }

    /// Waits until what is found stands in its chat, between its neighbours.
    private static void awaitAround(KithWindow window, String before, String found, String after) {
        awaitInOrder(window, ".search-context .message-row", before, found, after);
    }

    private static void awaitInOrder(KithWindow window, String selector, String... parts) {
        window.awaitShown(
                List.of(parts) + " one after the other",
                () -> areInOrder(window.spoken(selector), List.of(parts)),
                () -> window.spoken(selector).toString());
    }

    private static boolean areInOrder(List<String> messages, List<String> parts) {
        return IntStream.rangeClosed(0, messages.size() - parts.size())
                .anyMatch(
                        from ->
                                IntStream.range(0, parts.size())
                                        .allMatch(
                                                at ->
                                                        messages.get(from + at)
                                                                .contains(parts.get(at))));
    }
}
