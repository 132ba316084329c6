package kith;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import kith.lab.LabUser;
import kith.xmpp.Xml;

import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smackx.chatstates.ChatState;
import org.jivesoftware.smackx.chatstates.packet.ChatStateExtension;
import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What comes into the composer by other ways than one key after the other, what commands say, and
/// what others see of who writes.
class TwoWindowsInputTest extends TwoWindowsFixture {

    /// 40,000 letters in 200 lines.
    private static final String PAGE =
            IntStream.rangeClosed(1, 200)
                    .mapToObj(line -> "%03d ".formatted(line) + "boat ".repeat(39) + "!")
                    .collect(Collectors.joining("\n"));

    private static final String ROSTER =
            "<iq type='get' id='r'><query xmlns='jabber:iq:roster'/></iq>";

    TwoWindowsInputTest() {
        super("hall");
    }

    @Test
    void withAnInputMethodAndAPage() {
        var friends = atTheirWindows().low();
        var annas = friends.annas();
        var bobs = friends.bobs();
        bobs.use().goTo("Anna");
        annas.use().goTo("Bob");
        annas.write("Tea: ");
        annas.compose("ocha", "");
        annas.awaitComposer("Tea: ocha");
        annas.compose("お茶", "");
        annas.awaitComposer("Tea: お茶");
        annas.compose("", "お茶");
        annas.awaitComposer("Tea: お茶");
        annas.press(KeyCode.ENTER);
        annas.awaitComposer("");
        bobs.awaitMessage("Anna", "Tea: お茶");
        annas.awaitMessage("You", "Tea: お茶", "Read");

        OwnClipboard.put(PAGE);
        annas.press(CONTROL, KeyCode.V);
        annas.awaitComposer(PAGE);
        annas.picture("page");
        annas.press(KeyCode.ENTER);
        annas.awaitComposer("");
        bobs.awaitText("Show more");
        annas.awaitMessage("You", "001 boat", "Read");
        assertThat(friends.bob().kith().bodies(friends.bob().chat(anna.jid())))
                .containsExactly("Tea: お茶", PAGE)
                .isEqualTo(friends.anna().kith().bodies(friends.anna().chat(bob.jid())));

        bobs.press(CONTROL, SHIFT, KeyCode.R);
        bobs.say("So many boats");
        annas.awaitMessage("Bob", "So many boats", "in reply to");
    }

    @Test
    void whileTheyWrite() {
        var annaThere = user("Anna", anna, "anna");
        var bobThere = user("Bob", bob, "bob");
        var annas = window("Anna", annaThere).low();
        var bobs = window("Bob", bobThere);
        annas.use().goTo("Bob");
        bobs.use().goTo("Anna");
        annas.say("Are you there?");
        bobs.awaitMessage("Anna", "Are you there?");
        try (var phone = LabUser.signIn(server(), anna, server().address(), "phone")) {
            var told = typingsToldTo(phone);
            var _ = phone.ask(Xml.stanza(IQ.class, ROSTER)); // so that it is known to be there
            bobs.write("Y");
            annas.awaitText("Bob is typing…");
            annas.awaitShown("it on her phone, too", () -> told.get() == 1);
            annas.awaitShown(
                    "in the list that he types",
                    () ->
                            annas.spoken(".chats .list-cell:filled").stream()
                                    .anyMatch(said -> said.contains("typing…")));
            bobs.press(CONTROL, KeyCode.COMMA);
            bobs.awaitText("Appearance");
            bobs.press(KeyCode.DOWN);
            bobs.awaitText("Tell others that I’m typing");
            switchTyping(bobs);
            annas.awaitNoText("typing…");
            bobs.picture("typing-off");
            bobs.press(KeyCode.ESCAPE);
            bobs.awaitComposer("Y");
            bobs.write("es");
            bobs.press(KeyCode.ENTER);
            annas.awaitMessage("Bob", "Yes");
            bobs.write("And you");
            bobs.press(KeyCode.ENTER);
            annas.awaitMessage("Bob", "And you");
            phone.awaitMessage("And you"); // what he had told of typing would have come before
            assertThat(told.get()).as("how often it was told that he types").isEqualTo(1);
            assertThat(annas.shows("typing…")).isFalse();

            bobs.press(CONTROL, KeyCode.COMMA);
            bobs.awaitText("Appearance");
            bobs.press(KeyCode.DOWN);
            switchTyping(bobs);
            bobs.press(KeyCode.ESCAPE);
            bobs.awaitComposer("");
            bobs.write("I");
            annas.awaitText("Bob is typing…");
            annas.awaitShown("it on her phone again", () -> told.get() == 2);
        }
    }

    private static void switchTyping(KithWindow window) {
        KithFocus.in(window).tabTo("Tell others that I’m typing");
        window.press(KeyCode.SPACE);
    }

    /// How often a device is told from now on that somebody types (XEP-0085).
    private static AtomicInteger typingsToldTo(LabUser device) {
        var told = new AtomicInteger();
        device.connection()
                .addSyncStanzaListener(
                        stanza -> {
                            if (stanza.hasExtension(
                                    ChatState.composing.name(), ChatStateExtension.NAMESPACE)) {
                                told.incrementAndGet();
                            }
                        },
                        StanzaTypeFilter.MESSAGE);
        return told;
    }
}
