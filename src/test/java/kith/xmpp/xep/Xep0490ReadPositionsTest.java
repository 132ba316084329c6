package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Refusal;
import kith.xmpp.CapturingLink;
import kith.xmpp.XmppEvent.ReadElsewhere;
import kith.xmpp.door.OpenDoors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

class Xep0490ReadPositionsTest {

    private static final BareJid ALICE = JidCreate.bareFromOrThrowUnchecked("alice@home.example");
    private static final BareJid BOB = JidCreate.bareFromOrThrowUnchecked("bob@far.example");

    private static final String ITEM =
            """
            <item id='bob@far.example'><displayed xmlns='urn:xmpp:mds:displayed:0'>
            <stanza-id xmlns='urn:xmpp:sid:0' by='alice@home.example' id='a-1'/>
            </displayed></item>
            """;

    private final OpenDoors doors = new OpenDoors();
    private final CapturingLink link = new CapturingLink();
    private final Xep0490ReadPositions positions = new XmppExtensions().xep0490ReadPositions();

    @Test
    void h10APositionIsPublishedForNobodyElse() {
        positions.publish(link, BOB, ALICE, "a-1");
        assertThat(link.lastXml())
                .contains(
                        "<publish node='urn:xmpp:mds:displayed:0'><item id='bob@far.example'>",
                        "<stanza-id xmlns='urn:xmpp:sid:0' id='a-1' by='alice@home.example'>",
                        "<field var='pubsub#access_model'><value>whitelist</value>",
                        "<field var='pubsub#persist_items'><value>true</value>",
                        "<field var='pubsub#max_items'><value>max</value>")
                .doesNotContain(" to=");
    }

    /// So does ejabberd 23.01, which knows `max` of nodes and not of publishing.
    @Test
    void h10AServerThatKnowsFewerOptionsHasTheNodeMadeRightFirst() {
        positions.publish(link, BOB, ALICE, "a-1");
        link.refuse(Refusal.of(Refusal.Reason.OTHER));
        assertThat(link.lastXml())
                .contains(
                        "<configure node='urn:xmpp:mds:displayed:0'>",
                        "<field var='pubsub#max_items'><value>max</value>");
        link.refuse(Refusal.of(Refusal.Reason.NOT_FOUND));
        assertThat(link.lastXml()).contains("<create node='urn:xmpp:mds:displayed:0'");
        link.answer("<iq id='i' type='result'/>");
        assertThat(link.lastXml())
                .contains(
                        "<publish node='urn:xmpp:mds:displayed:0'>",
                        "<field var='pubsub#access_model'><value>whitelist</value>")
                .doesNotContain("send_last_published_item", "max_items");
        assertThat(link.sent()).hasSize(4);
        link.refuse(Refusal.of(Refusal.Reason.LIMIT));
        assertThat(link.sent()).as("never without").hasSize(4);
    }

    @Test
    void h10WhereNothingStaysPrivateItIsNotSupported() {
        var supported = positions.supported(link, ALICE).toCompletableFuture();
        link.answer(features("http://jabber.org/protocol/pubsub#publish"));
        assertThat(supported).isCompletedWithValue(false);
        supported = positions.supported(link, ALICE).toCompletableFuture();
        link.answer(features("http://jabber.org/protocol/pubsub#publish-options"));
        assertThat(supported).isCompletedWithValue(true);
    }

    @Test
    void allPositionsAreAskedForAndWhatIsNoneIsPassedOver() {
        var all = positions.positions(link).toCompletableFuture();
        assertThat(link.lastXml()).contains("<items node='urn:xmpp:mds:displayed:0'>");
        link.answer(
                """
                <iq id='i' type='result'><pubsub xmlns='http://jabber.org/protocol/pubsub'>
                <items node='urn:xmpp:mds:displayed:0'>%s
                <item id='no one@@'><displayed xmlns='urn:xmpp:mds:displayed:0'>
                <stanza-id xmlns='urn:xmpp:sid:0' id='a-2'/></displayed></item>
                <item id='carol@far.example'><other xmlns='urn:other'/></item>
                <item id='dan@far.example'/></items></pubsub></iq>
                """
                        .formatted(ITEM));
        assertThat(all).isCompletedWithValue(java.util.List.of(new ReadElsewhere(BOB, "a-1")));
    }

    @Test
    void anotherDeviceTellsWhatWasRead() {
        assertThat(doors.read(event("from='alice@home.example'")))
                .containsExactly(new ReadElsewhere(BOB, "a-1"));
        assertThat(doors.read(event("type='headline'")))
                .containsExactly(new ReadElsewhere(BOB, "a-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from='bob@far.example'",
                "from='evil@far.example/x'",
                "from='home.example'",
                "from='alice@home.example/phone'",
                "from='den@rooms.example' type='groupchat'",
                "from='alice@home.example' type='error'"
            })
    void h09NobodyElseTellsWhatWasRead(String sender) {
        assertThat(doors.read(event(sender))).isEmpty();
    }

    @Test
    void h09InACarbonItIsNoNews() {
        assertThat(
                        doors.read(
                                """
                                <message from='alice@home.example'>
                                <received xmlns='urn:xmpp:carbons:2'>
                                <forwarded xmlns='urn:xmpp:forward:0'>%s</forwarded>
                                </received></message>
                                """
                                        .formatted(
                                                event(
                                                        "xmlns='jabber:client'"
                                                                + " from='alice@home.example'"
                                                                + " to='alice@home.example'"))))
                .isEmpty();
    }

    private static String event(String attributes) {
        return """
        <message %s><event xmlns='http://jabber.org/protocol/pubsub#event'>
        <items node='urn:xmpp:mds:displayed:0'>%s</items></event></message>
        """
                .formatted(attributes, ITEM)
                .strip();
    }

    private static String features(String feature) {
        return """
        <iq from='alice@home.example' id='d' type='result'>
        <query xmlns='http://jabber.org/protocol/disco#info'><feature var='%s'/></query></iq>
        """
                .formatted(feature);
    }
}
