package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.xmpp.CapturingLink;
import kith.xmpp.XmppEvent.TypingChanged;
import kith.xmpp.door.OpenDoors;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StanzaError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;

/// Extensions of a few lines: chat states, ping, version, disco, carbons.
class SmallExtensionsTest {

    private static final BareJid BOB = JidCreate.bareFromOrThrowUnchecked("bob@far.example");
    private static final String STATES = "xmlns='http://jabber.org/protocol/chatstates'";

    private final OpenDoors doors = new OpenDoors();
    private final CapturingLink link = new CapturingLink();
    private final XmppExtensions extensions = new XmppExtensions();

    @Test
    void xep0085SomeoneWrites() {
        var state = "<message from='bob@far.example/x' type='chat'><%s %s/></message>";
        assertThat(doors.read(state.formatted("composing", STATES)))
                .containsExactly(new TypingChanged(BOB, BOB, true));
        for (var other : new String[] {"active", "paused", "inactive", "gone"}) {
            assertThat(doors.read(state.formatted(other, STATES)))
                    .containsExactly(new TypingChanged(BOB, BOB, false));
        }
    }

    @Test
    void xep0085InARoomTheOccupantWrites() {
        Jid occupant = JidCreate.fromOrThrowUnchecked("room@rooms.example/bob");
        assertThat(
                        doors.read(
                                "<message from='room@rooms.example/bob' type='groupchat'>"
                                        + "<composing %s/></message>".formatted(STATES)))
                .containsExactly(new TypingChanged(occupant.asBareJid(), occupant, true));
    }

    @Test
    void xep0085WhatIsOldOrOursSaysNothing() {
        assertThat(
                        doors.read(
                                """
                                <message from='bob@far.example/x' type='chat'><composing %s/>
                                <delay xmlns='urn:xmpp:delay' from='home.example'
                                stamp='2026-11-20T10:00:00Z'/></message>
                                """
                                        .formatted(STATES)))
                .isEmpty();
        assertThat(
                        doors.read(
                                "<message from='alice@home.example/other' to='bob@far.example'"
                                        + " type='chat'><composing %s/></message>"
                                                .formatted(STATES)))
                .isEmpty();
    }

    @Test
    void xep0085WeWrite() {
        var chat = new ChatKey(new AccountId(1), BOB);
        extensions.xep0085ChatStates().send(link, chat, Chat.Kind.CONTACT, true);
        assertThat(link.lastXml())
                .isEqualTo(
                        "<message xmlns='jabber:client' to='bob@far.example' type='chat'>"
                                + "<composing %s></composing>".formatted(STATES)
                                + "<no-store xmlns='urn:xmpp:hints'></no-store></message>");
        extensions.xep0085ChatStates().send(link, chat, Chat.Kind.CONTACT, false);
        assertThat(link.lastXml()).contains("<active ");
    }

    @Test
    void xep0199PingsAreAnswered() {
        var reply =
                doors.answer(
                        "<iq from='home.example' id='p' type='get'>"
                                + "<ping xmlns='urn:xmpp:ping'/></iq>");
        assertThat(reply.answer().toXML().toString())
                .isEqualTo(
                        "<iq xmlns='jabber:client' to='home.example' id='p' type='result'></iq>");
    }

    @Test
    void xep0092SaysKithAndNotTheSystem() {
        var reply =
                doors.answer(
                        "<iq from='bob@far.example/x' id='v' type='get'>"
                                + "<query xmlns='jabber:iq:version'/></iq>");
        assertThat(reply.answer().toXML().toString())
                .contains("to='bob@far.example/x' id='v' type='result'", "<name>Kith</name>")
                .doesNotContain("<os>");
    }

    @Test
    void xep0030SaysWhatAllExtensionsSupport() {
        var reply =
                doors.answer(
                        "<iq from='bob@far.example/x' id='d' type='get'>"
                                + "<query xmlns='http://jabber.org/protocol/disco#info'/></iq>");
        assertThat(reply.answer().getType()).isEqualTo(IQ.Type.result);
        var xml = reply.answer().toXML().toString();
        assertThat(xml).contains("category='client'", "type='pc'");
        assertThat(extensions.features()).isNotEmpty();
        for (var feature : extensions.features()) {
            assertThat(xml).contains("var='" + feature + "'");
        }
    }

    @Test
    void xep0030HasNoItemsAndNoNodes() {
        assertThat(
                        doors.answer(
                                        "<iq from='x@far.example' id='d' type='get'><query"
                                                + " xmlns='http://jabber.org/protocol/disco#items'/></iq>")
                                .answer()
                                .getType())
                .isEqualTo(IQ.Type.result);
        assertThat(
                        doors.answer(
                                        "<iq from='x@far.example' id='d' type='get'><query node='n'"
                                                + " xmlns='http://jabber.org/protocol/disco#info'/></iq>")
                                .answer()
                                .getError()
                                .getCondition())
                .isEqualTo(StanzaError.Condition.item_not_found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<si xmlns='http://jabber.org/protocol/si' profile='x'/>",
                "<jingle xmlns='urn:xmpp:jingle:1' action='session-initiate' sid='q'/>",
                "<query xmlns='jabber:iq:last'/>",
                "<block xmlns='urn:xmpp:blocking'/>",
                "<ping xmlns='urn:example'/>",
            })
    void whatNobodyAnswersIsRefused(String request) {
        var reply =
                doors.answer(
                        "<iq from='evil@far.example/x' id='e' type='set'>%s</iq>"
                                .formatted(request));
        assertThat(reply.events()).isEmpty();
        assertThat(reply.answer().getError().getCondition())
                .isEqualTo(StanzaError.Condition.service_unavailable);
        assertThat(reply.answer().toXML().toString())
                .contains("to='evil@far.example/x'", "id='e'", "type='error'");
    }

    @Test
    void xep0280CopiesAreAskedFor() {
        extensions.xep0280Carbons().enable(link);
        assertThat(link.lastXml())
                .isEqualTo(
                        "<iq xmlns='jabber:client' type='set'>"
                                + "<enable xmlns='urn:xmpp:carbons:2'/></iq>");
    }
}
