package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Availability;
import kith.model.Presence;
import kith.xmpp.CapturingLink;
import kith.xmpp.PayloadIq;
import kith.xmpp.Tree;
import kith.xmpp.XmppEvent.PresenceChanged;
import kith.xmpp.XmppEvent.SubscriptionRequested;
import kith.xmpp.door.OpenDoors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

class Rfc6121PresenceTest {

    private static final String INFO = "http://jabber.org/protocol/disco#info";
    private static final Jid PHONE = JidCreate.fromOrThrowUnchecked("bob@far.example/phone");

    private final OpenDoors doors = new OpenDoors();
    private final CapturingLink link = new CapturingLink();
    private final Rfc6121Presence presence = new XmppExtensions().rfc6121Presence();

    @ParameterizedTest
    @CsvSource({
        "chat, FREE_TO_CHAT",
        "away, AWAY",
        "xa, NOT_AVAILABLE",
        "dnd, BUSY",
        "whatever, AVAILABLE"
    })
    void showsAreAvailabilities(String show, Availability availability) {
        assertThat(
                        doors.read(
                                """
                                <presence from='bob@far.example/phone'><show>%s</show>
                                <status>Back soon</status><priority>-3</priority></presence>
                                """
                                        .formatted(show)))
                .containsExactly(
                        new PresenceChanged(
                                PHONE,
                                new Presence(availability, "Back soon"),
                                -3,
                                Optional.empty()));
    }

    @Test
    void someoneGoesOffline() {
        assertThat(
                        doors.read(
                                """
                                <presence from='bob@far.example/phone' type='unavailable'>
                                <status>Bye</status></presence>
                                """))
                .containsExactly(
                        new PresenceChanged(
                                PHONE,
                                new Presence(Availability.OFFLINE, "Bye"),
                                0,
                                Optional.empty()));
    }

    @Test
    void aDelayOfTheirServerSaysSinceWhen() {
        var delayed =
                """
                <presence from='bob@far.example/phone'>
                <delay xmlns='urn:xmpp:delay' from='%s' stamp='2026-11-20T10:00:00Z'/></presence>
                """;
        var since = Optional.of(Instant.parse("2026-11-20T10:00:00Z"));
        assertThat(doors.read(delayed.formatted("bob@far.example/phone")))
                .extracting("since")
                .containsExactly(since);
        assertThat(doors.read(delayed.formatted("evil@far.example")))
                .extracting("since")
                .containsExactly(Optional.empty());
    }

    @Test
    void someoneAsksToSeeOurs() {
        assertThat(
                        doors.read(
                                """
                                <presence from='carol@far.example/x' type='subscribe'>
                                <status>It's me</status></presence>
                                """))
                .containsExactly(
                        new SubscriptionRequested(
                                JidCreate.bareFromOrThrowUnchecked("carol@far.example"),
                                "It's me"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"subscribed", "unsubscribed", "unsubscribe", "probe", "error"})
    void theRestSaysNothing(String type) {
        assertThat(doors.read("<presence from='bob@far.example' type='%s'/>".formatted(type)))
                .isEmpty();
    }

    @Test
    void ourOwnReflectionSaysNothing() {
        assertThat(doors.read("<presence from='alice@home.example/kith'/>")).isEmpty();
        assertThat(doors.read("<presence from='alice@home.example/other'/>")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AVAILABLE | ''",
                "FREE_TO_CHAT | <show>chat</show>",
                "AWAY | <show>away</show>",
                "NOT_AVAILABLE | <show>xa</show>",
                "BUSY | <show>dnd</show>",
            })
    void tellsOurs(Availability availability, String show) {
        presence.send(link, new Presence(availability, ""));
        assertThat(link.lastXml().replaceFirst("<c .*</c>", ""))
                .isEqualTo(
                        show.isEmpty()
                                ? "<presence xmlns='jabber:client'></presence>"
                                : "<presence xmlns='jabber:client'>" + show + "</presence>");
    }

    /// XEP-0115 §5.1, made of what we answer when asked.
    @Test
    void xep0115NamesWhatWeSupport() throws NoSuchAlgorithmException {
        presence.send(link, new Presence(Availability.AVAILABLE, ""));
        var caps = Tree.in(link.last(), "c", "http://jabber.org/protocol/caps").orElseThrow();
        var name = caps.getAttributeValue("node") + "#" + caps.getAttributeValue("ver");
        var info =
                ((PayloadIq)
                                doors.answer(
                                                """
                                                <iq from='home.example' id='d' type='get'>
                                                <query node='%s' xmlns='%s'/></iq>
                                                """
                                                        .formatted(name, INFO))
                                        .answer())
                        .payload();
        assertThat(info.getAttributeValue("node")).isEqualTo(name);
        var text = new StringBuilder();
        for (var each : Tree.children(info, "identity")) {
            text.append(each.getAttributeValue("category")).append('/');
            text.append(each.getAttributeValue("type")).append("//");
            text.append(each.getAttributeValue("name")).append('<');
        }
        Tree.children(info, "feature").stream()
                .map(each -> each.getAttributeValue("var"))
                .sorted()
                .forEach(each -> text.append(each).append('<'));
        var hash =
                MessageDigest.getInstance("SHA-1")
                        .digest(text.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(caps.getAttributeValue("ver"))
                .isEqualTo(Base64.getEncoder().encodeToString(hash));
        assertThat(caps.getAttributeValue("hash")).isEqualTo("sha-1");
    }

    @Test
    void tellsThatWeLeaveAndWhy() {
        presence.send(link, new Presence(Availability.OFFLINE, "Lunch & nap"));
        assertThat(link.lastXml())
                .contains("type='unavailable'")
                .contains("<status>Lunch &amp; nap</status>");
    }
}
