package kith;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.util.List;

/// Tabs that are torn off into windows of their own, by the pointer and by their menu: what is said
/// there and comes there, over a restart, and back in the strip.
class TwoWindowsTornTest extends TwoWindowsFixture {

    TwoWindowsTornTest() {
        super("barn");
    }

    @Test
    void withWindowsOfTheirOwn() {
        var friends = inTheRoom().low();
        var annas = friends.annas();
        var bobs = friends.bobs();
        var barn = room.getLocalpart().toString();
        bobs.use().goTo("Anna");
        annas.use().goTo("Bob");
        annas.goTo(barn);
        KithTabs.in(annas).await("Bob", barn);

        new KithPointer(annas).dragOut(KithPointer.tab("Bob"));
        var own = annas.own("Bob");
        KithTabs.in(annas).await(barn);
        own.use().say("From a window of its own");
        bobs.awaitMessage("Anna", "From a window of its own");
        bobs.say("I see it");
        own.awaitMessage("Bob", "I see it");
        bobs.awaitMessage("You", "I see it", "Read");
        own.write("half a");
        own.picture("torn");
        annas.use();
        bobs.say("Behind the other");
        own.awaitMessage("Bob", "Behind the other");
        bobs.awaitMessage("You", "Behind the other", "Delivered");

        annas.close();
        friends.anna().go();
        bobs.say("While it was closed");
        friends.anna().come();
        var again = window("Anna", friends.anna()).low();
        KithTabs.in(again).await(barn);
        var torn = again.own("Bob");
        torn.awaitMessage("Bob", "While it was closed");
        torn.use().awaitComposer("half a");
        for (var said : List.of("Behind the other", "While it was closed")) {
            bobs.awaitMessage("You", said, "Read");
        }
        torn.write(" thought");
        torn.press(KeyCode.ENTER);
        bobs.awaitMessage("Anna", "half a thought");
        torn.picture("torn-again");

        torn.click("Move to a tab");
        again.awaitShown("the tab", () -> !torn.isShowing());
        KithTabs.in(again).await(barn, "Bob");
        again.use().awaitMessage("Bob", "While it was closed");
        again.awaitComposer("");
        again.say("In the strip again");
        bobs.awaitMessage("Anna", "In the strip again");
        bobs.say("There as well");
        again.awaitMessage("Bob", "There as well");

        new KithPointer(again).choose(KithPointer.tab(barn), "Open in a new window");
        var rooms = again.own(barn);
        KithTabs.in(again).await("Bob");
        bobs.goTo(barn);
        bobs.say("And in here?");
        rooms.awaitMessage("Bob", "And in here?");
        rooms.use().say("Here, too");
        bobs.awaitMessage("Anna", "Here, too");
        rooms.picture("torn-room");
        assertThat(friends.anna().kith().bodies(friends.anna().chat(bob.jid())))
                .containsExactly(
                        "From a window of its own",
                        "I see it",
                        "Behind the other",
                        "While it was closed",
                        "half a thought",
                        "In the strip again",
                        "There as well")
                .isEqualTo(friends.bob().kith().bodies(friends.bob().chat(anna.jid())));
        assertThat(friends.anna().kith().bodies(friends.anna().chat(room)))
                .containsExactly("And in here?", "Here, too")
                .isEqualTo(friends.bob().kith().bodies(friends.bob().chat(room)));
    }
}
