package kith;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;

import kith.lab.LabUser;

import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.Jid;

import java.util.List;

/// What is seen of a message for which there is no key here.
class TwoWindowsUnreadableTest extends TwoWindowsFixture {

    private static final String OMEMO = "eu.siacs.conversations.axolotl";

    /// For programs that know nothing of it.
    private static final String FALLBACK = "Get a lantern to read this";

    TwoWindowsUnreadableTest() {
        super("vault");
    }

    /// It comes from a phone of Bob's: his window has it as his own.
    @Test
    void whatIsEncrypted() {
        var friends = atTheirWindows();
        var annas = friends.annas();
        var bobs = friends.bobs();
        var both = List.of(annas, bobs);
        try (var phone = LabUser.signIn(server(), bob, server().address(), "phone")) {
            phone.send(encrypted(anna.jid()));
            for (var window : both) {
                window.awaitShown("it in the list", () -> isPreviewed(window));
            }
            annas.awaitText("1 unread");
            assertThat(bobs.shows("unread")).isFalse();
        }
        annas.use().goTo("Bob");
        annas.awaitNoText("1 unread");
        bobs.use().goTo("Anna");
        for (var window : both) {
            window.awaitText("Can’t be read on this device.");
            assertThat(window.spoken(".wordless-row"))
                    .singleElement()
                    .asString()
                    .startsWith(window.equals(annas) ? "Bob" : "You")
                    .contains("it is encrypted with OMEMO, for which Kith has no key yet");
            new KithPointer(window).click(TwoWindowsUnreadableTest::isWhy);
            window.awaitText("it is encrypted with OMEMO, for which Kith has no key yet");
            assertThat(window.find(TwoWindowsUnreadableTest::isWhy)).isEmpty();
            assertThat(window.shows(FALLBACK)).isFalse();
            window.picture("unreadable");
        }

        bobs.use().say("Have you a lamp?");
        annas.awaitMessage("Bob", "Have you a lamp?");
        for (var user : List.of(friends.anna(), friends.bob())) {
            awaitIndexed(user, "lamp", 1);
        }
        for (var window : both) {
            var search = KithSearch.in(window.use());
            search.look("lamp").awaitFound("Have you a lamp?");
            search.look("lantern");
            window.awaitText("No messages match “lantern”");
            search.look("lamp").awaitFound("Have you a lamp?");
        }
    }

    private static boolean isPreviewed(KithWindow window) {
        return window.spoken(".chats .list-cell:filled").stream()
                .anyMatch(said -> said.contains("A message that can’t be read"));
    }

    private static boolean isWhy(Node node) {
        return node instanceof Hyperlink && Shown.isText(node, "Why?");
    }

    private static Stanza encrypted(Jid to) {
        var hint =
                StandardExtensionElement.builder("encryption", "urn:xmpp:eme:0")
                        .addAttribute("namespace", OMEMO)
                        .addAttribute("name", "OMEMO");
        var words =
                StandardExtensionElement.builder("encrypted", OMEMO)
                        .addElement("header", "")
                        .addElement("payload", "bGFudGVybg==");
        return StanzaBuilder.buildMessage("encrypted-by-phone")
                .ofType(Message.Type.chat)
                .to(to)
                .setBody(FALLBACK)
                .addExtension(hint.build())
                .addExtension(words.build())
                .build();
    }
}
