package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.NewRoom;
import kith.model.NewRoom.Kind;
import kith.model.NewRoom.Trait;
import kith.xmpp.CapturingLink;
import kith.xmpp.XmppEvent.RoomConfigured;
import kith.xmpp.XmppEvent.RoomCreated;
import kith.xmpp.XmppEvent.RoomJoined;
import kith.xmpp.door.OpenDoors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.DomainBareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Creating, configuring and destroying rooms with the examples of XEP-0045 §10.
class Xep0045OwnersTest {

    private static final BareJid ROOM =
            JidCreate.bareFromOrThrowUnchecked("coven@chat.shakespeare.lit");
    private static final DomainBareJid SERVER =
            JidCreate.domainBareFromOrThrowUnchecked("shakespeare.lit");

    /// §10.1.3, without the fields that repeat the others' kinds.
    private static final String FORM =
            """
            <iq from='coven@chat.shakespeare.lit' id='create1' type='result'>
            <query xmlns='http://jabber.org/protocol/muc#owner'>
            <x xmlns='jabber:x:data' type='form'>
            <title>Configuration for "coven" Room</title>
            <instructions>Your room coven@macbeth has been created!</instructions>
            <field type='hidden' var='FORM_TYPE'>
            <value>http://jabber.org/protocol/muc#roomconfig</value></field>
            <field label='Natural-Language Room Name' type='text-single'
            var='muc#roomconfig_roomname'/>
            <field label='Who Can Send Private Messages?' type='list-single'
            var='muc#roomconfig_allowpm'><value>anyone</value>
            <option label='Anyone'><value>anyone</value></option>
            <option label='Nobody'><value>none</value></option></field>
            <field label='Roles for which Presence is Broadcasted' type='list-multi'
            var='muc#roomconfig_presencebroadcast'>
            <value>moderator</value><value>participant</value><value>visitor</value>
            <option label='Moderator'><value>moderator</value></option>
            <option label='Participant'><value>participant</value></option>
            <option label='Visitor'><value>visitor</value></option></field>
            <field label='Make Room Publicly Searchable?' type='boolean'
            var='muc#roomconfig_publicroom'><value>1</value></field>
            <field label='Make Room Persistent?' type='boolean'
            var='muc#roomconfig_persistentroom'><value>0</value></field>
            <field label='Make Room Members-Only?' type='boolean'
            var='muc#roomconfig_membersonly'><value>0</value></field>
            <field type='fixed'><value>If a password is required to enter this room,
            you must specify the password below.</value></field>
            <field label='Who May Discover Real JIDs?' type='list-single'
            var='muc#roomconfig_whois'>
            <option label='Moderators Only'><value>moderators</value></option>
            <option label='Anyone'><value>anyone</value></option></field>
            <field label='Room Admins' type='jid-multi' var='muc#roomconfig_roomadmins'>
            <value>wiccarocks@shakespeare.lit</value><value>hecate@shakespeare.lit</value></field>
            </x></query></iq>
            """;

    private final OpenDoors doors = new OpenDoors();
    private final CapturingLink link = new CapturingLink();
    private final XmppExtensions extensions = new XmppExtensions();
    private final Xep0045Config config = extensions.xep0045Config();

    @Test
    void aRoomThatWasNotThereIsCreated() {
        enter();
        assertThat(doors.read(ownPresence("<status code='110'/><status code='201'/>")))
                .filteredOn(event -> event instanceof RoomCreated || event instanceof RoomJoined)
                .containsExactly(new RoomCreated(ROOM), new RoomJoined(ROOM, "firstwitch"));
    }

    @Test
    void aRoomThatWasThereIsNot() {
        enter();
        assertThat(doors.read(ownPresence("<status code='110'/>")))
                .contains(new RoomJoined(ROOM, "firstwitch"))
                .noneMatch(RoomCreated.class::isInstance);
        assertThat(doors.read(ownPresence("<status code='110'/><status code='201'/>")))
                .noneMatch(RoomCreated.class::isInstance);
    }

    @Test
    void whoIsNoRoomCreatesNone() {
        assertThat(doors.read(ownPresence("<status code='110'/><status code='201'/>")))
                .noneMatch(RoomCreated.class::isInstance);
    }

    @Test
    void anOtherOccupantCreatesNone() {
        enter();
        assertThat(doors.read(ownPresence("<status code='201'/>")))
                .noneMatch(RoomCreated.class::isInstance);
    }

    @Test
    void theFormIsFilledAndWhatItHasNoPlaceForIsTold() {
        var wanted = new NewRoom(Kind.PRIVATE_GROUP, "A Dark Cave", "For witches", "", "crone");
        var missing = config.configure(link, ROOM, wanted).toCompletableFuture();
        assertThat(link.lastXml())
                .isEqualTo(
                        "<iq xmlns='jabber:client' to='coven@chat.shakespeare.lit' type='get'>"
                                + "<query xmlns='http://jabber.org/protocol/muc#owner'/></iq>");
        link.answer(FORM);
        assertThat(link.lastXml())
                .contains("type='set'", "type='submit'")
                .contains("<value>A Dark Cave</value>")
                .contains("hecate@shakespeare.lit", "<value>visitor</value>")
                .doesNotContain("If a password", "Configuration for");
        link.answer("<iq from='coven@chat.shakespeare.lit' id='create2' type='result'/>");
        assertThat(missing).isCompletedWithValue(Set.of(Trait.DESCRIPTION, Trait.ARCHIVE));
    }

    @Test
    void aRoomWithoutSettingsIsOpenedAsItIs() {
        var wanted = new NewRoom(Kind.PUBLIC_CHANNEL, "A Dark Cave", "", "coven", "crone");
        var missing = config.configure(link, ROOM, wanted).toCompletableFuture();
        link.answer(
                "<iq from='coven@chat.shakespeare.lit' id='create1' type='result'>"
                        + "<query xmlns='http://jabber.org/protocol/muc#owner'/></iq>");
        assertThat(link.lastXml())
                .isEqualTo(
                        "<iq xmlns='jabber:client' to='coven@chat.shakespeare.lit' type='set'>"
                                + "<query xmlns='http://jabber.org/protocol/muc#owner'>"
                                + "<x xmlns='jabber:x:data' type='submit'></x></query></iq>");
        link.answer("<iq from='coven@chat.shakespeare.lit' id='create2' type='result'/>");
        assertThat(missing)
                .isCompletedWithValue(
                        Set.of(
                                Trait.NAME,
                                Trait.PERSISTENT,
                                Trait.SEMI_ANONYMOUS,
                                Trait.LISTED,
                                Trait.ARCHIVE));
    }

    @Test
    void aRoomIsCancelled() {
        var _ = config.cancel(link, ROOM);
        assertThat(link.lastXml())
                .contains(
                        "<query xmlns='http://jabber.org/protocol/muc#owner'>"
                                + "<x xmlns='jabber:x:data' type='cancel'></x></query>");
    }

    @Test
    void aRoomIsDestroyed() {
        var other = JidCreate.bareFromOrThrowUnchecked("darkcave@chat.shakespeare.lit");
        var _ = config.destroy(link, ROOM, "Macbeth doth come.", Optional.of(other));
        assertThat(link.lastXml())
                .contains(
                        "<query xmlns='http://jabber.org/protocol/muc#owner'>"
                                + "<destroy jid='darkcave@chat.shakespeare.lit'>"
                                + "<reason>Macbeth doth come.</reason></destroy></query>");
    }

    @Test
    void aRoomSaysThatItIsAnotherNow() {
        enter();
        doors.read(ownPresence("<status code='110'/>"));
        assertThat(doors.read(status("coven@chat.shakespeare.lit", "104")))
                .contains(new RoomConfigured(ROOM));
        assertThat(doors.read(status("coven@chat.shakespeare.lit/hag", "104")))
                .noneMatch(RoomConfigured.class::isInstance);
    }

    @Test
    void theServicesOfAServerAreThoseForText() {
        var found = extensions.xep0045Services().making(link, SERVER).toCompletableFuture();
        link.answer(
                """
                <iq from='shakespeare.lit' id='i' type='result'>
                <query xmlns='http://jabber.org/protocol/disco#items'>
                <item jid='irc.shakespeare.lit'/><item jid='chat.shakespeare.lit'/>
                <item jid='someone@shakespeare.lit'/></query></iq>
                """);
        link.answerFirst(identity("irc.shakespeare.lit", "irc"));
        link.answerFirst(identity("chat.shakespeare.lit", "text"));
        link.answerFirst(identity("shakespeare.lit", "im"));
        assertThat(found)
                .isCompletedWithValue(
                        List.of(JidCreate.domainBareFromOrThrowUnchecked("chat.shakespeare.lit")));
    }

    @ParameterizedTest
    @CsvSource({"coven,true", "a b,false", "a@b,false", "'',false", "a/b,false"})
    void notEveryWordBeginsAnAddress(String word, boolean isOne) {
        var service = JidCreate.domainBareFromOrThrowUnchecked("chat.shakespeare.lit");
        assertThat(Xep0045Creation.address(word, service).isPresent()).isEqualTo(isOne);
    }

    private void enter() {
        extensions
                .xep0045Rooms()
                .join(link, ROOM, "firstwitch", Optional.empty(), Optional.empty());
        doors.leaving(link.sent().getFirst());
    }

    private static String ownPresence(String codes) {
        return """
        <presence from='coven@chat.shakespeare.lit/firstwitch'>
        <x xmlns='http://jabber.org/protocol/muc#user'>
        <item affiliation='owner' role='moderator'/>%s</x></presence>
        """
                .formatted(codes);
    }

    private static String status(String from, String code) {
        return """
        <message from='%s' id='m' type='groupchat'>
        <x xmlns='http://jabber.org/protocol/muc#user'><status code='%s'/></x></message>
        """
                .formatted(from, code);
    }

    private static String identity(String from, String type) {
        return """
        <iq from='%s' id='i' type='result'><query xmlns='http://jabber.org/protocol/disco#info'>
        <identity category='conference' type='%s'/>
        <feature var='http://jabber.org/protocol/muc'/></query></iq>
        """
                .formatted(from, type);
    }
}
