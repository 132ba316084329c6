package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Removal;
import kith.model.RoomTraits;
import kith.model.RoomTraits.Trait;
import kith.xmpp.CapturingLink;
import kith.xmpp.PayloadIq;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.RemovalTold;
import kith.xmpp.XmppEvent.RoomConfigured;
import kith.xmpp.XmppEvent.RoomDescribed;
import kith.xmpp.XmppEvent.RoomNamed;
import kith.xmpp.XmppEvent.RoomTraitsChanged;
import kith.xmpp.XmppEvent.SlowModeTold;
import kith.xmpp.door.OpenDoors;

import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// What a room is and does, as it says itself: the examples of XEP-0045, and who else says so.
class Xep0045StatusTest {

    private static final BareJid ROOM = JidCreate.bareFromOrThrowUnchecked("coven@chat.example");
    private static final String INFO = "http://jabber.org/protocol/disco#info";

    private final OpenDoors doors = new OpenDoors();

    @Test
    void whoEntersIsToldWhoSeesTheirAddressAndThatItIsWrittenDown() {
        join();
        assertThat(presence("hag", "100", "110", "170"))
                .contains(
                        new RoomTraitsChanged(
                                ROOM,
                                Set.of(Trait.NON_ANONYMOUS, Trait.LOGGED),
                                Set.of(Trait.SEMI_ANONYMOUS)));
    }

    @Test
    void whatAnothersPresenceSaysIsNotAboutUs() {
        join();
        assertThat(presence("firstwitch", "100", "170")).noneMatch(Xep0045StatusTest::isChange);
    }

    @Test
    void ownersChangeIt() {
        joined();
        assertThat(message("coven@chat.example", "170"))
                .containsExactly(new RoomTraitsChanged(ROOM, Set.of(Trait.LOGGED), Set.of()));
        assertThat(message("coven@chat.example", "171"))
                .containsExactly(new RoomTraitsChanged(ROOM, Set.of(), Set.of(Trait.LOGGED)));
        assertThat(message("coven@chat.example", "174"))
                .containsExactly(
                        new RoomTraitsChanged(
                                ROOM, Set.of(), Set.of(Trait.SEMI_ANONYMOUS, Trait.NON_ANONYMOUS)));
        assertThat(message("coven@chat.example", "172"))
                .containsExactly(
                        new RoomTraitsChanged(
                                ROOM, Set.of(Trait.NON_ANONYMOUS), Set.of(Trait.SEMI_ANONYMOUS)));
        assertThat(message("coven@chat.example", "173"))
                .containsExactly(
                        new RoomTraitsChanged(
                                ROOM, Set.of(Trait.SEMI_ANONYMOUS), Set.of(Trait.NON_ANONYMOUS)));
        assertThat(message("coven@chat.example", "104")).containsExactly(new RoomConfigured(ROOM));
    }

    @ParameterizedTest
    @ValueSource(strings = {"104", "170", "171", "172", "173"})
    void h18AnOccupantChangesNothing(String code) {
        joined();
        assertThat(message("coven@chat.example/firstwitch", code)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"104", "170"})
    void aRoomWeAreNotInChangesNothing(String code) {
        assertThat(message("coven@chat.example", code)).isEmpty();
    }

    @Test
    void saysWhatItIsWhenAsked() {
        var events =
                doors.read(
                        question(Optional.empty()),
                        """
                        <iq from='coven@chat.example' id='1' type='result'>
                        <query xmlns='http://jabber.org/protocol/disco#info'>
                        <identity category='conference' name='A Dark Cave' type='text'/>
                        <feature var='http://jabber.org/protocol/muc'/>
                        <feature var='muc_membersonly'/><feature var='muc_moderated'/>
                        <feature var='urn:xmpp:mam:2'/></query></iq>
                        """);
        assertThat(events)
                .containsExactly(
                        new RoomNamed(ROOM, "A Dark Cave"),
                        new RoomDescribed(
                                ROOM,
                                new RoomTraits(
                                        Set.of(Trait.MEMBERS_ONLY, Trait.MODERATED, Trait.ARCHIVED),
                                        "",
                                        "",
                                        "",
                                        OptionalInt.empty())),
                        new RemovalTold(ROOM, Removal.NONE),
                        new SlowModeTold(ROOM, Duration.ZERO));
    }

    /// The name there is our nick.
    @Test
    void whatItSaysOfANickItKeepsIsNotAboutTheRoom() {
        assertThat(
                        doors.read(
                                question(Optional.of("x-roomuser-item")),
                                """
                                <iq from='coven@chat.example' id='1' type='result'>
                                <query xmlns='http://jabber.org/protocol/disco#info'
                                node='x-roomuser-item'>
                                <identity category='conference' name='thirdwitch' type='text'/>
                                <feature var='http://jabber.org/protocol/muc'/>
                                <feature var='muc_moderated'/></query></iq>
                                """))
                .isEmpty();
    }

    private static boolean isChange(XmppEvent event) {
        return event instanceof RoomTraitsChanged;
    }

    private static PayloadIq question(Optional<String> node) {
        var query = StandardExtensionElement.builder("query", INFO);
        node.ifPresent(it -> query.addAttribute("node", it));
        return PayloadIq.get(ROOM, query.build());
    }

    private void join() {
        var link = new CapturingLink();
        new XmppExtensions()
                .xep0045Rooms()
                .join(link, ROOM, "hag", Optional.empty(), Optional.empty());
        link.sent().forEach(doors::leaving);
    }

    private void joined() {
        join();
        presence("hag", "110");
    }

    private List<XmppEvent> presence(String nick, String... codes) {
        return doors.read(
                "<presence from='coven@chat.example/"
                        + nick
                        + "'><x xmlns='http://jabber.org/protocol/muc#user'>"
                        + "<item affiliation='none' role='participant'/>"
                        + statuses(codes)
                        + "</x></presence>");
    }

    private List<XmppEvent> message(String from, String code) {
        return doors.read(
                "<message from='"
                        + from
                        + "' type='groupchat'><x xmlns='http://jabber.org/protocol/muc#user'>"
                        + statuses(code)
                        + "</x></message>");
    }

    private static String statuses(String... codes) {
        var statuses = new StringBuilder();
        for (var code : codes) {
            statuses.append("<status code='").append(code).append("'/>");
        }
        return statuses.toString();
    }
}
