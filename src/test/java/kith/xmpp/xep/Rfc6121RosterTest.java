package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.PresenceSubscription;
import kith.model.RosterItem;
import kith.xmpp.CapturingLink;
import kith.xmpp.XmppEvent.RosterItemChanged;
import kith.xmpp.XmppEvent.RosterItemRemoved;
import kith.xmpp.XmppEvent.RosterReceived;
import kith.xmpp.door.OpenDoors;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StanzaError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;

/// The roster, through the doors.
class Rfc6121RosterTest {

    private static final BareJid NURSE = JidCreate.bareFromOrThrowUnchecked("nurse@far.example");

    private final OpenDoors doors = new OpenDoors();
    private final CapturingLink link = new CapturingLink();
    private final Rfc6121Roster roster = new Rfc6121Roster();

    @Test
    void fetchesWithTheVersionItHas() {
        roster.fetch(link, Optional.of("ver7"));
        assertThat(link.lastXml())
                .isEqualTo(
                        "<iq xmlns='jabber:client' type='get'>"
                                + "<query xmlns='jabber:iq:roster' ver='ver7'/></iq>");
        roster.fetch(link, Optional.empty());
        assertThat(link.lastXml()).contains("ver=''");
    }

    @Test
    void readsItemsAndLeavesOutThoseThatAreNone() {
        roster.fetch(link, Optional.empty());
        var events =
                doors.read(
                        (IQ) link.last(),
                        """
                        <iq id='1' type='result'><query xmlns='jabber:iq:roster' ver='ver14'>
                        <item jid='nurse@far.example' name='Nurse' subscription='both'>
                        <group>Servants</group><group>Family</group><group>Servants</group></item>
                        <item jid='' subscription='both'/>
                        <item subscription='both'/>
                        <item jid='romeo@far.example' subscription='none' ask='subscribe'/>
                        </query></iq>
                        """);
        assertThat(events)
                .containsExactly(
                        new RosterReceived(
                                Optional.of("ver14"),
                                List.of(
                                        new RosterItem(
                                                NURSE,
                                                "Nurse",
                                                List.of("Family", "Servants"),
                                                PresenceSubscription.BOTH,
                                                false),
                                        new RosterItem(
                                                JidCreate.bareFromOrThrowUnchecked(
                                                        "romeo@far.example"),
                                                "",
                                                List.of(),
                                                PresenceSubscription.NONE,
                                                true))));
    }

    @Test
    void anEmptyResultMeansThatNothingChanged() {
        roster.fetch(link, Optional.of("ver14"));
        assertThat(doors.read((IQ) link.last(), "<iq id='1' type='result'/>")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "from='alice@home.example'"})
    void h07PushesOfOurOwnAccountAreBelievedAndAnswered(String from) {
        var changed = doors.answer(push(from, "both"));
        assertThat(changed.answer().getType()).isEqualTo(IQ.Type.result);
        assertThat(changed.events())
                .containsExactly(
                        new RosterItemChanged(
                                Optional.of("v2"),
                                new RosterItem(
                                        NURSE, "", List.of(), PresenceSubscription.BOTH, false)));
        assertThat(doors.answer(push(from, "remove")).events())
                .containsExactly(new RosterItemRemoved(Optional.of("v2"), NURSE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil@far.example",
                "nurse@far.example/x",
                "home.example",
                "alice@home.example/kith",
                "alice@home.example/other",
                "room@rooms.example/alice",
            })
    void h07PushesOfAnyoneElseAreRefused(String from) {
        var reply = doors.answer(push("from='%s'".formatted(from), "both"));
        assertThat(reply.events()).isEmpty();
        assertThat(reply.answer().getType()).isEqualTo(IQ.Type.error);
        assertThat(reply.answer().getError().getCondition())
                .isEqualTo(StanzaError.Condition.service_unavailable);
    }

    @Test
    void aPushOfTwoItemsIsNone() {
        var two = push("", "both").replace("</query>", "<item jid='x@far.example'/></query>");
        assertThat(doors.answer(two).events()).isEmpty();
    }

    @Test
    void writesChanges() {
        roster.add(link, NURSE, "The <Nurse>", List.of("Servants"));
        assertThat(link.lastXml())
                .isEqualTo(
                        "<iq xmlns='jabber:client' type='set'><query xmlns='jabber:iq:roster'>"
                                + "<item jid='nurse@far.example' name='The &lt;Nurse>'>"
                                + "<group>Servants</group></item></query></iq>");
        roster.remove(link, NURSE);
        assertThat(link.lastXml()).contains("subscription='remove'");
        roster.requestSubscription(link, NURSE);
        assertThat(link.lastXml()).contains("to='nurse@far.example' type='subscribe'");
        roster.allow(link, NURSE);
        assertThat(link.lastXml()).contains("type='subscribed'");
        roster.deny(link, NURSE);
        assertThat(link.lastXml()).contains("type='unsubscribed'");
    }

    private static String push(String from, String subscription) {
        return """
        <iq %s to='alice@home.example/kith' id='p1' type='set'>
        <query xmlns='jabber:iq:roster' ver='v2'>
        <item jid='nurse@far.example' subscription='%s'/></query></iq>
        """
                .formatted(from, subscription);
    }
}
