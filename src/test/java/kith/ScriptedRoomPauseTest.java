package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.model.Chat;
import kith.model.Delivery;
import kith.model.Refusal;
import kith.model.Refusal.Reason;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/// How long a room in slow mode has people wait, as far as it says so (XEP-0500);
/// [ScriptedSlowRoomTest] has what goes out there.
class ScriptedRoomPauseTest extends ScriptedRoomFixture {

    @Test
    void xep0500ARoomSaysHowLongToWaitAndRefusesWhatIsTooSoon() {
        isLike("", slow("20"));
        enter();
        kith.awaitPause(room, Duration.ofSeconds(20));
        say("Bob", "hello");
        kith.awaitTexts(room, 1);
        kith.say(room, Chat.Kind.ROOM, "one");
        var id = server.awaitHeard("/message[@type='groupchat'][body='one']").value("/message/@id");
        server.send(
                """
                <message type='error' to='{jid}' id='%s' from='%s'><error type='wait'>\
                <policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>\
                <text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>You have to wait 20 seconds \
                between messages.</text></error></message>\
                """
                        .formatted(id, ROOM));
        await("refused")
                .atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(messages().getLast().delivery())
                                        .isEqualTo(
                                                new Delivery.Failed(
                                                        new Refusal(
                                                                Reason.LIMIT,
                                                                "You have to wait 20 seconds"
                                                                        + " between messages."))));
    }

    /// The owner may change it; the room says that something has changed (XEP-0045 §10.2.1).
    @Test
    void xep0500AnotherTimeIsLearnedWhenTheRoomSaysThatItChanged() {
        isLike("", slow("20"));
        enter();
        kith.awaitPause(room, Duration.ofSeconds(20));
        for (var next : List.of("5", "0", "6", "-3", "7", "soon")) {
            isLike("", slow(next));
            server.send(
                    """
                    <message from='%s' to='{jid}' type='groupchat'>\
                    <x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x>\
                    </message>\
                    """
                            .formatted(ROOM));
            boolean isTime = next.matches("[1-9]");
            kith.awaitPause(
                    room, isTime ? Duration.ofSeconds(Long.parseLong(next)) : Duration.ZERO);
        }
    }

    private static String slow(String seconds) {
        return """
        <x xmlns='jabber:x:data' type='result'><field var='FORM_TYPE' type='hidden'>\
        <value>http://jabber.org/protocol/muc#roominfo</value></field>\
        <field var='muc#roominfo_slow_mode_duration'><value>%s</value></field></x>\
        """
                .formatted(seconds);
    }
}
