package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Refusal;
import kith.model.RoomState;
import kith.model.RoomState.Cause;
import kith.model.RoomTraits.Trait;
import kith.xmpp.CapturingLink;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.OccupantChanged;
import kith.xmpp.XmppEvent.OccupantLeft;
import kith.xmpp.XmppEvent.OccupantRemoved;
import kith.xmpp.XmppEvent.OccupantRenamed;
import kith.xmpp.XmppEvent.RoomCreated;
import kith.xmpp.XmppEvent.RoomEnded;
import kith.xmpp.XmppEvent.RoomJoined;
import kith.xmpp.XmppEvent.RoomRefused;
import kith.xmpp.XmppEvent.RoomTraitsChanged;
import kith.xmpp.door.OpenDoors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Every status code of XEP-0045 §15.6, through the doors: what it says of us, what of others, and
/// that none of them breaks a visit.
class RoomStatusCodesTest {

    private static final BareJid ROOM = JidCreate.bareFromOrThrowUnchecked("coven@chat.example");
    private static final String USER = "http://jabber.org/protocol/muc#user";
    private static final String PRESENT = "<item affiliation='none' role='participant'/>";
    private static final String ABSENT =
            "<item affiliation='none' role='none'><actor nick='firstwitch'/>"
                    + "<reason>Avaunt</reason></item>";

    private final OpenDoors doors = new OpenDoors();
    private final CapturingLink link = new CapturingLink();
    private final Xep0045Rooms rooms = new XmppExtensions().xep0045Rooms();

    /// With our own presence, when we enter: the room shows addresses (100), logs (170), is new
    /// (201), has given us this nick (210).
    @ParameterizedTest
    @ValueSource(strings = {"100", "110", "170", "201", "210", "999", "", "none"})
    void whateverComesWithOurPresenceWeAreIn(String code) {
        ask();
        var told = new ArrayList<>(presence("hag", "", PRESENT + status("110") + status(code)));
        assertThat(told.removeIf(besides(code)::contains)).isEqualTo(!besides(code).isEmpty());
        assertThat(told).hasSize(2).endsWith(new RoomJoined(ROOM, "hag"));
        assertThat(told).first().isInstanceOf(OccupantChanged.class);
        assertStillIn();
    }

    /// What a code says of the room, besides that we are in.
    private static List<XmppEvent> besides(String code) {
        return switch (code) {
            case "100" ->
                    List.of(
                            new RoomTraitsChanged(
                                    ROOM,
                                    Set.of(Trait.NON_ANONYMOUS),
                                    Set.of(Trait.SEMI_ANONYMOUS)));
            case "170" -> List.of(new RoomTraitsChanged(ROOM, Set.of(Trait.LOGGED), Set.of()));
            case "201" -> List.of(new RoomCreated(ROOM));
            default -> List.of();
        };
    }

    /// In a message of the room: it shows addresses (100, 172), hides them (173, 174), an
    /// affiliation changed while its owner was away (101), unavailable members are shown or not
    /// (102, 103), some setting changed (104), it logs (170) or doesn't (171).
    @ParameterizedTest
    @ValueSource(
            strings = {"100", "101", "102", "103", "104", "170", "171", "172", "173", "174", "999"})
    void whateverTheRoomTellsInAMessageWeAreInStill(String code) {
        joined();
        assertThat(
                        doors.read(
                                "<message from='coven@chat.example' type='groupchat'><x xmlns='%s'>%s</x></message>"
                                        .formatted(USER, status(code))))
                .noneMatch(RoomEnded.class::isInstance)
                .noneMatch(XmppEvent.MessageArrived.class::isInstance);
        assertStillIn();
    }

    /// What ends a visit says nothing in a message.
    @ParameterizedTest
    @ValueSource(strings = {"110", "201", "210", "301", "303", "307", "321", "322", "332", "333"})
    void h18WhatBelongsToAPresenceSaysNothingInAMessage(String code) {
        joined();
        assertThat(
                        doors.read(
                                "<message from='coven@chat.example' type='groupchat'><x xmlns='%s'>%s%s</x></message>"
                                        .formatted(USER, ABSENT, status(code))))
                .isEmpty();
        assertStillIn();
    }

    @ParameterizedTest
    @CsvSource({
        "301, BANNED",
        "307, KICKED",
        "321, NO_LONGER_MEMBER",
        "322, MEMBERS_ONLY_NOW",
        "332, SERVICE_SHUTDOWN",
        "333, CONNECTION_LOST"
    })
    void whoIsPutOutIsToldApartFromWhoLeaves(String code, Cause cause) {
        var how = new RoomState.Removed(cause, "firstwitch", "Avaunt");
        joined();
        assertThat(presence("second", "unavailable", ABSENT + status(code)))
                .containsExactly(new OccupantRemoved(ROOM, "second", how));
        assertStillIn();
        assertThat(presence("hag", "unavailable", ABSENT + status("110") + status(code)))
                .containsExactly(new RoomEnded(ROOM, how));
        joined();
        assertThat(presence("hag", "unavailable", ABSENT + status(code)))
                .as("without 110 it is ours by its nick")
                .containsExactly(new RoomEnded(ROOM, how));
    }

    /// §9.2 of a service that says both: the line went down, nobody did it.
    @Test
    void aLostConnectionIsNoKick() {
        joined();
        assertThat(presence("second", "unavailable", ABSENT + status("307") + status("333")))
                .containsExactly(
                        new OccupantRemoved(
                                ROOM,
                                "second",
                                new RoomState.Removed(
                                        Cause.CONNECTION_LOST, "firstwitch", "Avaunt")));
    }

    @Test
    void anotherNickIsNoLeaving() {
        joined();
        assertThat(presence("second", "unavailable", "<item nick='third'/>" + status("303")))
                .containsExactly(new OccupantRenamed(ROOM, "second", "third"));
        assertThat(
                        presence(
                                "hag",
                                "unavailable",
                                "<item nick='crone'/>" + status("303") + status("110")))
                .containsExactly(new OccupantRenamed(ROOM, "hag", "crone"));
        assertThat(presence("crone", "unavailable", ABSENT + status("307")))
                .singleElement()
                .isInstanceOf(RoomEnded.class);
    }

    @Test
    void whoLeavesWithoutACodeHasLeft() {
        joined();
        assertThat(presence("second", "unavailable", "<item role='none'/>" + status("999")))
                .containsExactly(new OccupantLeft(ROOM, "second"));
    }

    /// What comes of a room before we are in it, or of one that nobody asked, puts nobody out.
    @Test
    void aRefusalEndsNothingButTheAsking() {
        ask();
        var events =
                doors.read(
                        "<presence from='%s/hag' type='error'><error type='cancel'><item-not-found"
                                        .formatted(ROOM)
                                + " xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>");
        assertThat(events)
                .containsExactly(new RoomRefused(ROOM, Refusal.of(Refusal.Reason.NOT_FOUND)));
    }

    private void assertStillIn() {
        assertThat(presence("second", "", PRESENT))
                .singleElement()
                .isInstanceOf(OccupantChanged.class);
    }

    private void ask() {
        rooms.join(link, ROOM, "hag", Optional.empty(), Optional.empty());
        link.sent().forEach(doors::leaving);
    }

    private void joined() {
        ask();
        var _ = presence("hag", "", PRESENT + status("110"));
    }

    private static String status(String code) {
        return code.isEmpty() ? "<status/>" : "<status code='%s'/>".formatted(code);
    }

    private List<XmppEvent> presence(String nick, String type, String inside) {
        return doors.read(
                "<presence from='%s/%s' %s><x xmlns='%s'>%s</x></presence>"
                        .formatted(
                                ROOM,
                                nick,
                                type.isEmpty() ? "" : "type='%s'".formatted(type),
                                USER,
                                inside));
    }
}
