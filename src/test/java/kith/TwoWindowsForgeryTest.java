package kith;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import kith.lab.LabAccount;
import kith.lab.LabUser;
import kith.xmpp.Xml;

import org.jivesoftware.smack.packet.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;

import java.util.List;
import java.util.stream.Stream;

/// What a third person sends about the messages of two: corrections, retractions, reactions,
/// quotes, carbons, receipts. What the two have written stays as it is in both windows (H13–H17);
/// what the third says of their own messages counts.
class TwoWindowsForgeryTest extends TwoWindowsFixture {

    private final LabAccount evesAccount = server().newAccount("eve");

    private LabUser eve;
    private KithUser annaThere;
    private KithUser bobThere;
    private KithWindow annas;
    private KithWindow bobs;

    TwoWindowsForgeryTest() {
        super("vault");
    }

    @BeforeEach
    void come() {
        eve = LabUser.signIn(server(), evesAccount);
        var friends = inTheRoom();
        annaThere = friends.anna();
        bobThere = friends.bob();
        annas = friends.annas();
        bobs = friends.bobs();
        eve.join(room, "Eve");
    }

    @AfterEach
    void goEve() {
        eve.close();
    }

    @Test
    void inTheirChat() {
        bobs.use().goTo("Anna");
        annas.use().goTo("Bob");
        bobs.say("The key is under the mat");
        annas.awaitMessage("Bob", "The key is under the mat");
        bobs.goTo(vault()); // so that he doesn't read what comes now
        annas.say("Thank you");
        annas.awaitMessage("You", "Thank you", "Delivered");
        var bobsId = id(annaThere, bob.jid(), "The key is under the mat");
        var annasId = id(annaThere, bob.jid(), "Thank you");
        for (var victim : List.of(anna, bob)) {
            for (var id : List.of(bobsId, annasId)) {
                forge(victim.jid(), id);
            }
        }
        for (var victim : List.of(anna, bob)) {
            say(victim.jid(), "chat", "That was al", "id='own'", "");
            say(victim.jid(), "chat", "That was all", "id='own-2'", replace("own"));
        }
        for (var user : List.of(annaThere, bobThere)) {
            awaitWords(user, "That was all");
        }
        annas.awaitMessage("You", "Thank you", "Delivered");
        bobs.goTo("Anna");
        for (var window : List.of(annas, bobs)) {
            window.awaitMessage("The key is under the mat");
            window.awaitMessage("Thank you");
            assertThat(window.messages())
                    .hasSize(2)
                    .noneMatch(TwoWindowsForgeryTest::isTouched)
                    .noneMatch(said -> said.contains("gate"));
            assertThat(window.shows("Message deleted")).isFalse();
            window.picture("forged");
        }
        annas.awaitMessage("You", "Thank you", "Read");
        assertThat(annaThere.kith().bodies(annaThere.chat(bob.jid())))
                .containsExactly("The key is under the mat", "Thank you")
                .isEqualTo(bobThere.kith().bodies(bobThere.chat(anna.jid())));

        for (var window : List.of(annas, bobs)) { // what is hers is hers
            window.use().goTo(evesAccount.jid().toString());
            window.awaitMessage("That was all", "edited");
            window.awaitNoMessage("The carbon gate");
            window.picture("eve");
        }
        bobs.goTo("Anna");
        bobs.press(CONTROL, KeyCode.UP);
        bobs.awaitComposer("The key is under the mat");
        bobs.write(", as ever");
        bobs.press(KeyCode.ENTER);
        annas.goTo("Bob");
        for (var window : List.of(annas, bobs)) {
            window.awaitMessage("The key is under the mat, as ever", "edited");
        }
    }

    @Test
    void inTheirRoom() {
        bobs.use().goTo(vault());
        annas.use().goTo(vault());
        bobs.say("I owe you two eggs");
        annas.awaitMessage("Bob", "I owe you two eggs");
        annas.say("Two it is");
        bobs.awaitMessage("Anna", "Two it is");
        var bobsMessage = message(annaThere, room, "I owe you two eggs");
        for (var id :
                List.of(
                        bobsMessage.ids().stanza(),
                        bobsMessage.ids().archive().orElseThrow(),
                        id(annaThere, room, "Two it is"))) {
            forgeInRoom(id);
        }
        var quoted = bobsMessage.ids().archive().orElseThrow();
        say(
                room,
                "groupchat",
                "&gt; I owe you a hundred gates\nAnd me?",
                "id='quote'",
                "<reply xmlns='urn:xmpp:reply:0' to='%s/Bob' id='%s'/>".formatted(room, quoted)
                        + "<fallback xmlns='urn:xmpp:fallback:0' for='urn:xmpp:reply:0'>"
                        + "<body start='0' end='28'/></fallback>");
        say(room, "groupchat", "Both egg", "id='own'", "");
        say(room, "groupchat", "Both eggs", "id='own-2'", replace("own"));
        for (var window : List.of(annas, bobs)) {
            window.awaitMessage("Eve", "Both eggs", "edited");
            window.awaitMessage("Eve", "And me?", "in reply to I owe you two eggs");
            window.awaitNoMessage("a hundred gates");
            assertThat(window.messages())
                    .filteredOn(said -> said.matches("(You|Anna|Bob), (?s).*"))
                    .satisfiesExactly(
                            first -> assertThat(first).contains("I owe you two eggs"),
                            second -> assertThat(second).contains("Two it is"))
                    .noneMatch(TwoWindowsForgeryTest::isTouched);
            assertThat(window.messages())
                    .filteredOn(said -> said.contains("I owe you a gate"))
                    .hasSize(3)
                    .allMatch(said -> said.startsWith("Eve, "));
            assertThat(window.shows("Message deleted")).isFalse();
            assertThat(window.shows("removed")).isFalse();
            assertThat(window.shows("Removed")).isFalse();
            window.picture("forged-room");
        }
        bobs.say("Only hers");
        annas.awaitMessage("Bob", "Only hers");
    }

    @Test
    void aboutOneThatHasNotArrived() {
        annas.use().goTo("Bob");
        bobs.close();
        bobThere.go();
        annas.say("Are you there?");
        annas.awaitMessage("You", "Are you there?", "Sent");
        forge(anna.jid(), id(annaThere, bob.jid(), "Are you there?"));
        say(anna.jid(), "chat", "That was all", "", "");
        annas.awaitText("That was all"); // in the list
        assertThat(annas.messages())
                .singleElement()
                .asString()
                .contains("Are you there?", "Sent")
                .doesNotContain("Delivered", "Read");
        annas.picture("forged-receipt");
        bobThere.come();
        annas.awaitMessage("You", "Are you there?", "Delivered");
    }

    /// All that passes for somebody else's in a chat.
    private void forge(BareJid victim, String id) {
        say(victim, "chat", "The key is at the gate", "id='c-" + id + "'", replace(id));
        say(victim, "chat", "Deleted at the gate", "", retract(id));
        say(victim, "normal", "", "", react(id));
        say(victim, "normal", "", "", "<received xmlns='urn:xmpp:receipts' id='" + id + "'/>");
        say(victim, "normal", "", "", marker(id));
        var other = victim.equals(anna.jid()) ? bob.jid() : anna.jid();
        for (var way : List.of("received", "sent")) {
            var from = way.equals("received") ? other : victim;
            var to = way.equals("received") ? victim : other;
            say(
                    victim,
                    "chat",
                    "",
                    "",
                    """
                    <%s xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'>
                    <message xmlns='jabber:client' from='%s/x' to='%s/x' type='chat' id='f-%s'>
                    <body>The carbon gate</body></message></forwarded></%s>
                    """
                            .formatted(way, from, to, id, way));
        }
    }

    private void forgeInRoom(String id) {
        say(room, "groupchat", "I owe you a gate", "id='c-" + id + "'", replace(id));
        say(room, "groupchat", "Deleted at the gate", "", retract(id));
        say(
                room,
                "groupchat",
                "",
                "",
                """
                <retract id='%s' xmlns='urn:xmpp:message-retract:1'>
                <moderated by='%s/Bob' xmlns='urn:xmpp:message-moderate:1'/></retract>
                """
                        .formatted(id, room));
        say(room, "groupchat", "", "", marker(id));
    }

    private static String replace(String id) {
        return "<replace id='%s' xmlns='urn:xmpp:message-correct:0'/>".formatted(id);
    }

    private static String retract(String id) {
        return "<retract id='%s' xmlns='urn:xmpp:message-retract:1'/>".formatted(id);
    }

    private static String react(String id) {
        return "<reactions id='%s' xmlns='urn:xmpp:reactions:0'><reaction>👎</reaction></reactions>"
                .formatted(id);
    }

    private static String marker(String id) {
        return "<displayed id='%s' xmlns='urn:xmpp:chat-markers:0'/>".formatted(id);
    }

    /// @param attributes more of them
    /// @param beside what stands beside the words
    private void say(BareJid to, String type, String words, String attributes, String beside) {
        var body = words.isEmpty() ? "" : "<body>" + words + "</body>";
        eve.send(
                Xml.stanza(
                        Message.class,
                        "<message to='%s' type='%s' %s>%s%s</message>"
                                .formatted(to, type, attributes, body, beside)));
    }

    private static boolean isTouched(String said) {
        return Stream.of("edited", "👎", "eleted", "emoved").anyMatch(said::contains);
    }

    private void awaitWords(KithUser user, String words) {
        annas.awaitShown(
                words + " with " + user.name(),
                () ->
                        user.kith().history(user.chat(evesAccount.jid())).stream()
                                .anyMatch(
                                        it ->
                                                it.message()
                                                        .words()
                                                        .filter(words::equals)
                                                        .isPresent()));
    }

    private String vault() {
        return room.getLocalpart().toString();
    }

    private static String id(KithUser user, BareJid peer, String words) {
        return message(user, peer, words).ids().stanza();
    }

    private static kith.model.Message message(KithUser user, BareJid peer, String words) {
        return user.kith().texts(user.chat(peer)).stream()
                .filter(each -> RunningKith.body(each).equals(words))
                .findFirst()
                .orElseThrow();
    }
}
