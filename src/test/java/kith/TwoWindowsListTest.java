package kith;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;

import kith.lab.LabUser;
import kith.lab.RosterEntry;
import kith.ui.fx.FxThread;
import kith.ui.widget.Badge;
import kith.ui.widget.TickMark;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What is done in the list of chats without opening one: what is new is said to be read; and the
/// order that it has.
class TwoWindowsListTest extends TwoWindowsFixture {

    TwoWindowsListTest() {
        super("ferry");
    }

    @Test
    void whatIsMarkedRead() {
        var annaThere = user("Anna", anna, "anna");
        annaThere.enter(room);
        var annas = window("Anna", annaThere).low();
        var bobs = window("Bob", user("Bob", bob, "bob")).low();
        var ferry = room.getLocalpart().toString();
        annas.use().goTo("Bob");
        annas.goTo(ferry);
        bobs.use().goTo("Anna");
        bobs.say("It goes at six");
        bobs.say("No, at seven");
        annas.awaitText("2 unread");
        assertThat(badge(annas)).contains("2");
        annas.awaitShown("its tab unread", () -> isTabUnread(annas));
        bobs.awaitMessage("You", "No, at seven", "Delivered");
        bobs.awaitShown("that mark in the list", () -> isTicked(bobs, "Delivered"));

        new KithPointer(annas).clickInMenu(KithPointer.chat("Bob"), "Mark read");
        annas.awaitNoText("2 unread");
        assertThat(badge(annas)).isEmpty();
        annas.awaitShown("its tab read", () -> !isTabUnread(annas));
        annas.awaitText("Message " + ferry); // it is not opened
        for (var words : List.of("It goes at six", "No, at seven")) {
            bobs.awaitMessage("You", words, "Read");
        }
        bobs.awaitShown("that mark in the list", () -> isTicked(bobs, "Read"));
        annas.picture("marked-read");

        bobs.say("Till then");
        annas.awaitText("1 unread");
        assertThat(badge(annas)).contains("1");
        bobs.awaitMessage("You", "Till then", "Delivered");
    }

    @Test
    void theNewestIsAtTheTop() {
        var cleo = server().newAccount("cleo");
        for (var each : List.of(anna, bob)) {
            server().addContacts(each.jid(), List.of(RosterEntry.both(cleo.jid(), "Cleo")));
            server().addContacts(cleo.jid(), List.of(RosterEntry.both(each.jid(), each.user())));
        }
        var friends = inTheRoom().low();
        var annas = friends.annas();
        var bobs = friends.bobs();
        var ferry = room.getLocalpart().toString();
        bobs.use().goTo("Anna");
        bobs.say("First with you");
        awaitOrder(annas, "Bob", ferry);
        bobs.goTo(ferry);
        bobs.say("Then with all");
        awaitOrder(annas, ferry, "Bob");
        awaitOrder(bobs, ferry, "Anna");
        try (var phone = LabUser.signIn(server(), cleo)) {
            phone.say(anna.jid(), "Hello from the ferry");
            phone.say(bob.jid(), "Hello from the ferry");
            awaitOrder(annas, "Cleo", ferry, "Bob");
            awaitOrder(bobs, "Cleo", ferry, "Anna");
        }
        annas.use().goTo("Bob");
        awaitOrder(annas, "Cleo", ferry, "Bob"); // nothing has been said yet
        annas.say("From the bottom to the top");
        awaitOrder(annas, "Bob", "Cleo", ferry);
        awaitOrder(bobs, "Anna", "Cleo", ferry);
        bobs.use().goTo("Anna");
        bobs.awaitMessage("Anna", "From the bottom to the top");
        annas.picture("order");
        bobs.picture("order");
    }

    private static void awaitOrder(KithWindow window, String... chats) {
        window.awaitShown(
                List.of(chats) + " in this order",
                () -> window.spoken(".chats .list-cell:filled .row-name").equals(List.of(chats)));
    }

    /// The number in the list; empty for none.
    private static Optional<String> badge(KithWindow window) {
        return inList(window, node -> node instanceof Badge badge && badge.getText().matches("\\d"))
                .map(Shown::text);
    }

    private static boolean isTicked(KithWindow window, String state) {
        return inList(
                        window,
                        node -> node instanceof TickMark && state.equals(node.getAccessibleText()))
                .isPresent();
    }

    private static Optional<Node> inList(KithWindow window, Predicate<Node> wanted) {
        return window.find(node -> node.getStyleClass().contains("chats"))
                .flatMap(list -> FxThread.call(() -> Shown.find(list, wanted)));
    }

    private static boolean isTabUnread(KithWindow window) {
        return window.find(KithPointer.tab("Bob"))
                .filter(tab -> KithWindow.spoken(tab).endsWith("Unread"))
                .isPresent();
    }
}
