package kith;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import kith.lab.LabUser;
import kith.xmpp.Xml;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.junit.jupiter.api.Test;

import java.util.List;

/// What other devices of the same people have of it: pins and mutes, what was archived, threads
/// that another program began.
class TwoWindowsDevicesTest extends TwoWindowsFixture {

    TwoWindowsDevicesTest() {
        super("shed");
    }

    @Test
    void onAnotherDevice() {
        var annaThere = user("Anna", anna, "anna");
        var bobThere = user("Bob", bob, "bob");
        var laptopThere = user("Anna", anna, "laptop");
        var annas = window("Anna", annaThere).low();
        var laptops = window("Anna’s laptop", laptopThere).low();
        var bobs = window("Bob", bobThere);
        bobs.use().goTo("Anna");
        bobs.say("On both?");
        laptops.awaitShown("Bob", () -> laptops.find(KithPointer.chat("Bob")).isPresent());
        var pointer = new KithPointer(annas);
        pointer.choose(KithPointer.chat("Bob"), "Pin");
        pointer.choose(KithPointer.chat("Bob"), "Mute until I turn it on again");
        for (var window : List.of(annas, laptops)) {
            window.awaitText("Pinned");
            window.awaitText("Muted");
        }
        laptops.picture("pinned");
        var other = new KithPointer(laptops);
        other.choose(KithPointer.chat("Bob"), "Unpin");
        other.choose(KithPointer.chat("Bob"), "Unmute");
        for (var window : List.of(annas, laptops)) {
            window.awaitNoText("Pinned");
            window.awaitNoText("Muted");
        }
        laptops.use().goTo("Bob");
        laptops.say("On the laptop");
        bobs.awaitMessage("Anna", "On the laptop");
        annas.use().goTo("Bob");
        annas.awaitMessage("You", "On the laptop");

        pointer.choose(KithPointer.chat("Bob"), "Archive");
        annas.awaitShown("no Bob", () -> annas.find(KithPointer.chat("Bob")).isEmpty());
        pointer.click(node -> Shown.isText(node, "Archived"));
        pointer.choose(KithPointer.chat("Bob"), "Bring back to the list");
        annas.awaitNoText("Archived");
        pointer.choose(KithPointer.chat("Bob"), "Archive");
        annas.awaitText("Archived");
        bobs.say("And now?");
        annas.awaitShown("Bob again", () -> annas.find(KithPointer.chat("Bob")).isPresent());
        annas.picture("back");
    }

    /// Which keeps rooms as everybody does (XEP-0402), and pins and mutes in there (XEP-0469,
    /// XEP-0492).
    @Test
    void onADeviceWithAnotherProgram() {
        var annaThere = user("Anna", anna, "anna");
        var laptopThere = user("Anna", anna, "laptop");
        annaThere.enter(room);
        laptopThere.kith().awaitJoined(laptopThere.chat(room));
        var annas = window("Anna", annaThere).low();
        var laptops = window("Anna’s laptop", laptopThere).low();
        var shed = room.getLocalpart().toString();
        var both = List.of(annas, laptops);
        for (var window : both) {
            window.awaitShown(
                    "the room in the list", () -> window.find(KithPointer.chat(shed)).isPresent());
        }
        try (var phone = LabUser.signIn(server(), anna, server().address(), "phone")) {
            annas.awaitShown("no pin there", () -> !kept(phone).contains("<pinned"));
            var pointer = new KithPointer(annas);
            pointer.choose(KithPointer.chat(shed), "Pin");
            annas.awaitShown("a pin there", () -> kept(phone).contains("<pinned"));
            pointer.choose(KithPointer.chat(shed), "Never");
            annas.awaitShown("a mute there", () -> kept(phone).contains("<never"));
            for (var window : both) {
                window.awaitText("Pinned");
                window.awaitText("Muted");
            }
            phone.ask(
                    Xml.stanza(
                            IQ.class,
                            """
                            <iq type='set' id='b'><pubsub xmlns='http://jabber.org/protocol/pubsub'>
                            <publish node='urn:xmpp:bookmarks:1'><item id='%s'>
                            <conference xmlns='urn:xmpp:bookmarks:1' autojoin='true'/></item>
                            </publish></pubsub></iq>
                            """
                                    .formatted(room)));
            for (var window : both) {
                window.awaitNoText("Pinned");
                window.awaitNoText("Muted");
            }
            laptops.picture("unpinned");
        }
    }

    /// What a device reads of the room's bookmark.
    private String kept(LabUser device) {
        return device.ask(
                        Xml.stanza(
                                IQ.class,
                                """
                                <iq type='get' id='b'>
                                <pubsub xmlns='http://jabber.org/protocol/pubsub'>
                                <items node='urn:xmpp:bookmarks:1'><item id='%s'/></items>
                                </pubsub></iq>
                                """
                                        .formatted(room)))
                .toXML()
                .toString();
    }

    @Test
    void withAThread() {
        var friends = atTheirWindows().low();
        var annas = friends.annas();
        var bobs = friends.bobs();
        bobs.use().goTo("Anna");
        annas.use().goTo("Bob");
        bobs.use().say("It rains");
        try (var phone = LabUser.signIn(server(), bob, server().address(), "phone")) {
            phone.send(
                    StanzaBuilder.buildMessage("begun-by-phone")
                            .ofType(Message.Type.chat)
                            .to(anna.jid())
                            .setBody("About the boat")
                            .setThread("boat-2026")
                            .build());
            annas.awaitMessage("Bob", "About the boat");
            bobs.awaitMessage("You", "About the boat");
            annas.press(CONTROL, SHIFT, KeyCode.R);
            annas.awaitText("Replying to Bob");
            annas.say("It floats");
            phone.awaitMessage("> About the boat\nIt floats");
        }
        bobs.awaitMessage("Anna", "It floats", "in reply to About the boat");
        annas.press(KeyCode.UP);
        annas.awaitComposer("It floats");
        annas.write(" well");
        annas.press(KeyCode.ENTER);
        bobs.awaitMessage("Anna", "It floats well", "edited");
        seeThread(annas, "About the boat"); // of the other: own ones are at the edge of the screen
        seeThread(bobs, "It floats well");
        awaitIndexed(friends.anna(), "floats", 1);
        awaitIndexed(friends.anna(), "well", 1);
        annas.use().toMessage(", It rains");
        annas.openMenu();
        annas.awaitInMenu("Details");
        assertThat(annas.isInMenu("Show this thread")).isFalse();
        annas.press(KeyCode.ESCAPE);
        annas.toMessage(", About the boat");
        annas.choose("Show this thread");
        annas.awaitText("Messages of this thread");
        annas.awaitText("2 of 2");
        annas.picture("thread-shown");
        annas.press(KeyCode.F3);
        annas.awaitText("1 of 2");
        annas.click("End showing the thread");
        annas.awaitNoText("Messages of this thread");
        annas.awaitComposer("");
    }

    private static void seeThread(KithWindow window, String message) {
        window.use().toMessage(", " + message);
        window.choose("Details");
        window.awaitText("Thread");
        window.awaitText("boat-2026");
        window.picture("thread");
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.ESCAPE);
    }
}
